"""The manifest of a bundle: each document with its name there, its source, state and fingerprint."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from typing import ClassVar

from smmkit import __version__
from smmkit.analyses.leaving.places import Places
from smmkit.analyses.leaving.selection import Chosen, Selection
from smmkit.bundle.names import safe_names, words_of
from smmkit.files.tree import sha256
from smmkit.git import Commit, Origin
from smmkit.qms import Qms
from smmkit.serialized import serialized
from smmkit.words import Message, language


@dataclass(frozen=True, slots=True)
class Names:
    """Where everything lies below `data/`."""

    documents: dict[str, str]
    """By the id of the document."""
    files: dict[str, str]
    """By the path in the folder of the QMS."""


def named(selection: Selection) -> Names:
    """Short, safe, unique names; the same selection has the same names."""
    ids = [c.document.id for c in selection.chosen]
    wished = [
        f"documents/{c.document.id}_{c.label}_{words_of(c.document.title)}".rstrip("_") + ".pdf"
        for c in selection.chosen
    ]
    signed = {
        c.signed: f"signed/{c.document.id}_{posixpath.basename(c.signed)}"
        for c in selection.chosen
        if c.signed
    }
    others = {
        f: f"files/{c.document.id}/{posixpath.basename(f)}"
        for c in selection.chosen
        for f in c.files
    }
    paths = {**others, **signed}
    safe = safe_names([*wished, *paths.values()])
    return Names(
        dict(zip(ids, safe, strict=False)), dict(zip(paths, safe[len(ids) :], strict=True))
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """A document of the bundle, and where it and its files lie below `data/`."""

    chosen: Chosen
    file: str
    page: int
    source_sha256: str
    signed: str | None
    files: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "chosen.document.id",
        "title": "chosen.document.title",
        "kind": "chosen.document.kind",
        "version": "chosen.version",
        "state": "chosen.state",
        "clauses": "chosen.document.clauses",
        "classification": "chosen.document.classification",
        "file": "file",
        "binder_page": "page",
        "source": "chosen.source",
        "source_sha256": "source_sha256",
        "signed": "signed",
        "files": "files",
    }


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of a bundle, for programs."""

    qms: Qms
    selection: Selection
    commit: Origin
    documents: tuple[Sent, ...]
    accepted: tuple[Message, ...]
    """What was let pass, and why."""

    schema: ClassVar = "smmkit-bundle/1"
    software: ClassVar = f"smmkit {__version__}"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "software": "software",
        "submission": "selection.submission.id",
        "recipient": "selection.submission.recipient",
        "standard": "selection.submission.standard",
        "period": "selection.submission.period",
        "as_of": "qms.as_of",
        "commit": "id_of_commit",
        "clean": "clean",
        "documents": "documents",
        "omitted": "selection.omitted",
        "unchanged": "unchanged",
        "accepted": "accepted",
        "questions": "questions",
    }

    @property
    def unchanged(self) -> list[str]:
        """The documents that the reader has from the bundle before this one, as they are now."""
        return [one.document.id for one in self.selection.known]

    @property
    def questions(self) -> list[dict[str, object]]:
        """What the auditor asked so far, and what was answered."""
        return [
            {"on": one.on, "question": one.question, "answer": one.answer, "answered": one.answered}
            for one in self.selection.submission.questions
        ]

    @property
    def id_of_commit(self) -> str | None:
        """The commit that it was made from."""
        return self.commit.id if isinstance(self.commit, Commit) else None

    @property
    def clean(self) -> bool | None:
        """Whether that commit has all that is in the bundle."""
        return self.commit.clean if isinstance(self.commit, Commit) else None


def manifest(
    qms: Qms,
    selection: Selection,
    places: Places,
    commit: Origin,
    accepted: tuple[Message, ...] = (),
) -> bytes:
    """The manifest as it lies in the bundle, in English."""
    sent = tuple(
        Sent(
            chosen,
            places.documents[chosen.document.id].file,
            places.documents[chosen.document.id].page,
            sha256(qms.tree.read(chosen.source)),
            places.files[chosen.signed] if chosen.signed else None,
            tuple(places.files[file] for file in chosen.files),
        )
        for chosen in selection.chosen
    )
    data = serialized(Manifest(qms, selection, commit, sent, accepted), language("en"))
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
