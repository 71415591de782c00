"""SMM325 approved-anew."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import sealing, seals
from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM325", "approved-anew", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def approved_anew(qms: Qms) -> Problems:
    """A text that was approved changes under a new version only (seen with `--since`).

    Why: a seal that is put anew under the same version hides that there are two texts of it, and who
    holds the first one cannot know that it is no longer the one that counts.
    """
    if qms.before is None:
        return
    for document in qms.of(Document):
        first, new = approval_before(document, qms, qms.before), sealing(document)
        if first is None or new is None or first.hash == new.hash:
            continue
        if seals(new, document, qms) and not seals(first, document, qms):
            yield problem(
                document,
                "version",
                message=say(
                    "the text of {id} has changed, and it is still version {version}, approved on {day}",
                    id=document.id,
                    version=document.version,
                    day=first.on,
                ),
                hint=say(
                    "give the new text a new version, have that approved, and put this one back"
                ),
            )


def approval_before(document: Document, qms: Qms, before: Qms) -> Approval | None:
    """The approval that sealed the same version of a document before, if it was sealed."""
    old = before.get(document.id, Document)
    if old is None or old.version != document.version:
        return None
    given = sealing(old)
    return given if given and given.on <= qms.as_of and seals(given, old, before) else None
