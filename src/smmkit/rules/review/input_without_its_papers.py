"""SMM980 input-without-its-papers."""

from __future__ import annotations

from smmkit.analyses.texts.said_ids import ID
from smmkit.documents.audit import Audit
from smmkit.documents.base import Record
from smmkit.documents.customers import Feedback, Survey
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.objective import Objective
from smmkit.documents.resources import ExternalProviders
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.documents.risk import RiskRegister
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

OF = {
    ReviewTopic.CUSTOMER_SATISFACTION: (Survey, Feedback),
    ReviewTopic.OBJECTIVES: (Objective,),
    ReviewTopic.NONCONFORMITIES: (AuditFinding, CorrectiveAction),
    ReviewTopic.AUDITS: (Audit,),
    ReviewTopic.PROVIDERS: (ExternalProviders,),
    ReviewTopic.RISKS: (RiskRegister,),
}
"""Of which kinds at least one paper is before the meeting, where there is one."""


@rule(
    "SMM980",
    "input-without-its-papers",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2",
    clause="9.3.2",
    filled=True,
)
def input_without_its_papers(review: ManagementReview, qms: Qms) -> Problems:
    """What a management review considered names the papers that were before it.

    Why: "providers: good" without the evaluation is an opinion. Who reads the minutes wants to look it up.
    """
    for index, item in enumerate(review.inputs):
        kinds = OF.get(item.topic, ())
        there = [
            d
            for kind in kinds
            for d in qms.of(kind)
            if not isinstance(d, Record) or d.date <= review.date
        ]
        named = (*item.about, *ID.findall(item.what))
        if not there or any(is_of(qms, id_, kinds) for id_ in named):
            continue
        yield problem(
            review,
            "inputs",
            index,
            "about" if item.about else "topic",
            message=say(
                "{topic}: names nothing of what was there to be looked at, such as {id}",
                topic=item.topic.label,
                id=there[-1].id,
            ),
            hint=say("name it under `about:`"),
        )


def is_of(qms: Qms, id_: str, kinds: tuple[type, ...]) -> bool:
    """Whether an id is that of such a document, or of an entry of one."""
    home = qms.homes.get(id_)
    return home is not None and isinstance(home[0], kinds)
