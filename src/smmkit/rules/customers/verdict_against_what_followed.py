"""SMM470 verdict-against-what-followed."""

from __future__ import annotations

from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.finding import CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

ASKS_FOR_NOTHING = (FeedbackType.COMPLIMENT, FeedbackType.QUESTION)
"""What can be neither justified nor unjustified."""


@rule(
    "SMM470",
    "verdict-against-what-followed",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.2 and 10.2.1; own rule",
    clause="9.1.2",
)
def verdict_against_what_followed(qms: Qms) -> Problems:
    """What was found justified, or led to a corrective action, is a complaint; what was refused led to none.

    Why: a complaint under another name is missing in the count of complaints, and one that is called
    unjustified while it is put right makes the answer untrue.
    """
    followed = {id_: one.id for one in qms.of(CorrectiveAction) for id_ in one.about}
    for record in qms.of(Feedback):
        action = followed.get(record.id)
        if record.feedback_type in ASKS_FOR_NOTHING and (action or record.accepted):
            yield problem(
                record,
                "feedback_type",
                message=say(
                    "{id} is called a {sort}, and was found justified or led to a corrective action",
                    id=record.id,
                    sort=record.feedback_type.label,
                ),
                hint=say("write `feedback_type: complaint`, so that it is counted as what it is"),
            )
        elif record.accepted is False and action:
            yield problem(
                record,
                "accepted",
                message=say(
                    "{id} was found not to be justified, and {action} puts right what it says",
                    id=record.id,
                    action=action,
                ),
                hint=say(
                    "write `accepted: true`, or take it out of `about:` of {action}", action=action
                ),
            )
