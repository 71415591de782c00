"""SMM487 complainant-blamed."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.of_people import laid_on
from smmkit.words import say


@rule(
    "SMM487",
    "complainant-blamed",
    of=Feedback,
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.1, 9.1.2; own rule",
    clause="8.2.1",
    filled=True,
)
def complainant_blamed(record: Feedback, qms: Qms) -> Problems:
    """The answer to a complaint does not lay it on who complains, unless it was found not to be justified.

    Why: who is told that he was careless does not come back, and what let it happen is looked for nowhere.
    """
    if record.feedback_type is not FeedbackType.COMPLAINT or record.accepted is False:
        return
    for name in ("answer", "cause"):
        if found := laid_on(qms.fact(vocabulary).reproach).search(getattr(record, name) or ""):
            yield problem(
                record,
                name,
                message=say("this lays it on who complains: {text}", text=found[0]),
                hint=say(
                    "say what the organization does, or write `accepted: false` with the reason"
                ),
            )
