"""SMM393 copy-out-of-order."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Document
from smmkit.documents.base import HandedCopy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM393",
    "copy-out-of-order",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def copy_out_of_order(document: Document, qms: Qms) -> Problems:
    """A copy that was handed out is one of an approved version, and comes back after it was given.

    Why: a copy of a text that nobody had approved is not under control, however well it is listed.
    """
    for index, copy in enumerate(document.copies):
        days = [one.on for one in document.approvals if one.version == copy.version]
        step, message = fault(document, copy, min(days, default=None), qms.as_of)
        if message is not None:
            yield problem(
                document,
                "copies",
                index,
                step,
                message=message,
                hint=say("correct the day or the version, or take the copy back"),
            )


def fault(
    document: Document, copy: HandedCopy, approved: date | None, day: date
) -> tuple[str, Message | None]:
    """What is wrong with a copy, and in which field."""
    own = {"id": document.id, "version": copy.version, "day": copy.given}
    if copy.recalled and copy.recalled < copy.given:
        return "recalled", say(
            "a copy of {id} came back on {back}, and was handed out on {day}",
            back=copy.recalled,
            **own,
        )
    if copy.given > day:
        return "given", say("a copy of {id} was handed out on {day}, which is yet to come", **own)
    if approved is None:
        return "version", say(
            "a copy of version {version} of {id} was handed out, and that version has no approval",
            **own,
        )
    if copy.given < approved:
        return "given", say(
            "a copy of version {version} of {id} was handed out on {day}, and approved on {approved}",
            approved=approved,
            **own,
        )
    return "", None
