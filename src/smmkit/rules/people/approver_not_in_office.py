"""SMM501 approver-not-in-office."""

from __future__ import annotations

from smmkit.documents import Document
from smmkit.documents.people import PersonEntry
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM501", "approver-not-in-office", of=Document, source="ISO 9001, 5.3 and 7.5.2", clause="5.3"
)
def approver_not_in_office(document: Document, qms: Qms) -> Problems:
    """Whoever approves holds, on that day, the role that the approval names.

    Why: a signature of somebody who was not yet, or no longer, in office approves nothing.
    """
    for index, approval in enumerate(document.approvals):
        person = qms.get(approval.by, PersonEntry)
        if person and not person.held_on(approval.on, approval.role):
            yield problem(
                document,
                "approvals",
                index,
                "by",
                message=say(
                    "{person} did not hold the role {role} on {day}",
                    person=approval.by,
                    role=approval.role,
                    day=approval.on,
                ),
                hint=say("compare the assignments in the register of people"),
            )
