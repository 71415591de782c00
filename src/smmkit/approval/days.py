"""Whether the day of an approval makes sense with the days that a document names."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import newest_first, withdrawn_before
from smmkit.approval.sealing import Given
from smmkit.documents import Document
from smmkit.errors import SmmError
from smmkit.qms import Qms
from smmkit.words import say


def check_days(document: Document, qms: Qms, given: Given) -> None:
    """See that an approval on a day makes sense with the days that the document names.

    Raises:
        SmmError: it lies ahead or before an earlier version; the text would be withdrawn, or have to
            be reviewed, before it takes effect.
    """
    when = given.on
    if when > qms.today:
        raise SmmError(
            say(
                "{day} lies ahead: write the day on which it was approved, {today} or earlier",
                day=when,
                today=qms.today,
            )
        )
    last = next((a for a in newest_first(document) if a.version != document.version), None)
    if last and last.on > when:
        index = document.approvals.index(last)
        raise SmmError(
            say(
                "version {other} of {id} was approved on {day} ({path}:{line}), so that version {version} "
                "cannot have been approved before; write the day that stands on the paper",
                other=last.version,
                day=last.on,
                **where_it_stands(document, "approvals", index),
            )
        )
    if start := withdrawn_before(document, when):
        raise SmmError(
            say(
                "{id} is withdrawn on {day}, before it takes effect on {start}; nothing was approved "
                "({path}:{line})",
                day=document.withdrawn,
                start=start,
                **where_it_stands(document, "withdrawn"),
            )
        )
    if document.review_by and document.review_by <= (document.effective or when):
        raise SmmError(
            say(
                "{id} is to be reviewed by {day}, before it takes effect; write a later `review_by:` at "
                "{path}:{line}",
                day=document.review_by,
                **where_it_stands(document, "review_by"),
            )
        )


def where_it_stands(document: Document, *steps: str | int) -> dict[str, str]:
    """What a refusal says of a document: its id, its version, and the line of a field."""
    at = document.at(*steps)
    return {
        "id": document.id,
        "version": document.version,
        "path": at.path,
        "line": str(at.line),
    }
