"""A resubmission: what its reader has from an earlier bundle, unchanged, is named and not sent again."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from smmkit.analyses.leaving.bundles import Paper, Side
from smmkit.analyses.leaving.selection import Chosen, Omitted, Selection
from smmkit.analyses.leaving.submissions import bare
from smmkit.bundle.contents import as_sent
from smmkit.bundle.manifest import named
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.files.tree import sha256
from smmkit.qms import Qms
from smmkit.words import harmless, say


def beyond(qms: Qms, selection: Selection, before: Side) -> Selection:
    """What of a selection its reader does not have from the bundle before.

    Raises:
        SmmError: that bundle is another than the one that was sent, or nothing has changed since.
    """
    sent = qms.get(before.submission, Submission)
    if sent and sent.identity and bare(sent.identity) != before.identity:
        raise SmmError(
            say(
                "{path} is not the bundle that was sent as {id}: its identity is another",
                path=before.place,
                id=sent.id,
            )
        )
    names = named(selection).files
    same = tuple(one for one in selection.chosen if is_same(qms, one, before, names))
    if len(same) == len(selection.chosen):
        raise SmmError(
            say(
                "nothing that is sent has changed since {path}; there is nothing to add",
                path=before.place,
            )
        )
    reason = say("sent with {id}, not changed since", id=before.submission)
    return replace(
        selection,
        chosen=tuple(one for one in selection.chosen if one not in same),
        omitted=(*selection.omitted, *(Omitted(one.document, reason) for one in same)),
        known=same,
    )


def is_same(qms: Qms, chosen: Chosen, before: Side, names: dict[str, str]) -> bool:
    """Whether a bundle has a document and its files as they would be sent now."""
    id_ = chosen.document.id
    kept = {name: one for name, one in before.files.items() if name.startswith(f"{id_}/")}
    return before.papers.get(id_) == paper(qms, chosen) and kept == {
        f"{id_}/{names[file].rpartition('/')[2]}": checksum(qms, file) for file in chosen.files
    }


def paper(qms: Qms, chosen: Chosen) -> Paper:
    """A document as the bundle would tell of it."""
    return Paper(
        chosen.document.id,
        harmless(chosen.document.title),
        harmless(chosen.label),
        chosen.state.value if chosen.state else "",
        harmless(chosen.document.classification or ""),
        sha256(qms.tree.read(chosen.source)),
        checksum(qms, chosen.signed, is_signed=True) if chosen.signed else "",
    )


def checksum(qms: Qms, path: str, *, is_signed: bool = False) -> str:
    """The SHA-512 of a file as it is sent."""
    return hashlib.sha512(as_sent(qms, path, is_signed=is_signed)).hexdigest()
