"""SMM393 copy-out-of-order."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.lifecycle.copies import older, who_has
from smmkit.analyses.lifecycle.timeline import edition_on
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
        if message is None:
            step, message = superseded(qms, document, copy) or numbered_twice(qms, document, index)
        if message is not None:
            yield problem(
                document,
                "copies",
                index,
                step,
                message=message,
                hint=say("correct the day, the version or the number, or take the copy back"),
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


def superseded(qms: Qms, document: Document, copy: HandedCopy) -> tuple[str, Message] | None:
    """That a copy was handed out when a later version held already, and in which field."""
    held = edition_on(qms, document, copy.given)
    if held is None or copy.version not in older(document, held.approval.version):
        return None
    return "version", say(
        "a copy of version {version} of {id} was handed out on {day}, and version {other} held then",
        version=copy.version,
        id=document.id,
        day=copy.given,
        other=held.approval.version,
    )


def numbered_twice(qms: Qms, document: Document, index: int) -> tuple[str, Message | None]:
    """That a copy has the number of one before it that was still out, and in which field."""
    copy = document.copies[index]
    for other in document.copies[:index] if copy.number else ():
        is_back = other.recalled is not None and other.recalled <= copy.given
        if (other.version, other.number) == (copy.version, copy.number) and not is_back:
            return "number", say(
                "copy {number} of version {version} of {id} is already with {holder}",
                number=copy.number,
                version=copy.version,
                id=document.id,
                holder=who_has(other, qms),
            )
    return "", None
