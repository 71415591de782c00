"""A resubmission: what its reader has from an earlier bundle, unchanged, is named and not sent again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from smmkit.analyses.leaving.bundles import Paper, Side
from smmkit.analyses.leaving.selection import Chosen, Omitted, Selection
from smmkit.analyses.leaving.submissions import bare
from smmkit.bundle.contents import as_sent
from smmkit.bundle.encryption import Password
from smmkit.bundle.manifest import named
from smmkit.bundle.parts import first_in
from smmkit.bundle.side import side_of
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.files.tree import sha256
from smmkit.qms import Qms
from smmkit.words import harmless, say


def earlier(path: Path, password: Password) -> Side:
    """What an earlier bundle tells, which may be in parts.

    Raises:
        SmmError: there is none, or it is not whole.
    """
    return side_of(first_in(path), password)


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
    files: dict[str, dict[str, str]] = defaultdict(dict)
    for name, digest in before.files.items():
        files[name.partition("/")[0]][name] = digest
    same: list[Chosen] = []
    other: list[Chosen] = []
    for one in selection.chosen:
        is_known = before.papers.get(one.document.id) == paper(qms, one)
        is_same = is_known and files.get(one.document.id, {}) == attached(qms, one, names)
        (same if is_same else other).append(one)
    if not other:
        raise SmmError(
            say(
                "nothing that is sent has changed since {path}; there is nothing to add",
                path=before.place,
            )
        )
    reason = say("sent with {id}, not changed since", id=before.submission)
    return replace(
        selection,
        chosen=tuple(other),
        omitted=(*selection.omitted, *(Omitted(one.document, reason) for one in same)),
        known=tuple(same),
    )


def attached(qms: Qms, chosen: Chosen, names: dict[str, str]) -> dict[str, str]:
    """The checksums of the files of a document, by its id and their names, as they would be sent now."""
    return {
        f"{chosen.document.id}/{names[file].rpartition('/')[2]}": checksum(qms, file)
        for file in chosen.files
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
