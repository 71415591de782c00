"""What lies in a bundle: the PDFs, the signed files, the index, the table of stage 1, the manifest."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from smmkit import __version__
from smmkit.analyses.selection import Chosen, Selection
from smmkit.bundle.bag import Content
from smmkit.bundle.names import safe_names
from smmkit.documents import Document
from smmkit.formats import draw
from smmkit.git import Commit
from smmkit.page import Page
from smmkit.qms import Qms
from smmkit.reports import index, stage1
from smmkit.sheets import Seal, sheet
from smmkit.standards import Standard
from smmkit.tree import sha256
from smmkit.words import Language, language

SCHEMA = "smmkit-bundle/1"
THREADS = 4
"""Sheets that are set at the same time; typst lets others work while it does."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Names:
    """Where everything lies below `data/`."""

    documents: dict[str, str]
    """By the id of the document."""
    files: dict[str, str]
    """By the path in the folder of the QMS."""


def contents(
    qms: Qms, selection: Selection, standard: Standard, commit: Commit | None, progress: Progress
) -> dict[str, Content]:
    """Every file of the bundle below `data/`, by its path; the same for the same folder and day."""
    speech = language(selection.submission.language)
    names = named(selection)
    payload: dict[str, Content] = {names.files[path]: _read(qms, path) for path in names.files}
    payload |= dict(sheets(qms, selection, names, speech, commit, progress))
    pages = {
        "00_index": index.page(qms, selection, names.documents, names.files, commit),
        "01_stage-1": stage1.page(qms, selection, standard, names.documents, commit),
    }
    for name, page in pages.items():
        payload |= dict(printed(name, page, qms, speech))
    payload["manifest.json"] = manifest(qms, selection, names, commit)
    return payload


def named(selection: Selection) -> Names:
    """Short, safe, unique names; the same selection has the same names."""
    ids = [c.document.id for c in selection.chosen]
    wished = [f"documents/{c.document.id}_{c.label}.pdf" for c in selection.chosen]
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


def sheets(
    qms: Qms,
    selection: Selection,
    names: Names,
    speech: Language,
    commit: Commit | None,
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    """Every document as a PDF, several at a time."""
    total = len(selection.chosen)

    def set_one(chosen: Chosen) -> bytes:
        return sheet(chosen.document, qms, speech, seal=Seal(qms.as_of, chosen.standing, commit))

    with ThreadPoolExecutor(THREADS) as pool:
        for done, (chosen, pdf) in enumerate(
            zip(selection.chosen, pool.map(set_one, selection.chosen), strict=True), 1
        ):
            progress(done, total)
            yield names.documents[chosen.document.id], pdf


def printed(name: str, page: Page, qms: Qms, speech: Language) -> Iterator[tuple[str, bytes]]:
    """A page to read (PDF, HTML) and to fill in (XLSX); the index also in the other language."""
    for form in ("pdf", "html", "xlsx"):
        yield f"{name}.{form}", draw(page, form, speech, day=qms.as_of)
    other = language("en" if speech.code == "id" else "id")
    yield f"{name}_{other.code}.pdf", draw(page, "pdf", other, day=qms.as_of)


def manifest(qms: Qms, selection: Selection, names: Names, commit: Commit | None) -> bytes:
    """The same for programs: each document with its source, its state and its fingerprint."""
    submission = selection.submission
    data = {
        "schema": SCHEMA,
        "software": f"smmkit {__version__}",
        "submission": submission.id,
        "recipient": submission.recipient,
        "standard": submission.standard,
        "period": submission.period,
        "as_of": qms.as_of.isoformat(),
        "commit": commit.id if commit else None,
        "clean": commit.clean if commit else None,
        "documents": [entry(qms, chosen, names) for chosen in selection.chosen],
        "omitted": [
            {"id": o.document.id, "title": o.document.title, "reason": language("en").say(o.reason)}
            for o in selection.omitted
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def entry(qms: Qms, chosen: Chosen, names: Names) -> dict[str, object]:
    """One document of the manifest."""
    document = chosen.document
    return {
        "id": document.id,
        "title": document.title,
        "kind": document.kind,
        "version": document.version if isinstance(document, Document) else None,
        "state": chosen.standing.state.value if chosen.standing else None,
        "clauses": list(document.clauses),
        "classification": document.classification,
        "file": names.documents[document.id],
        "source": chosen.source,
        "source_sha256": sha256(qms.tree.read(chosen.source)),
        "signed": names.files[chosen.signed] if chosen.signed else None,
        "files": [names.files[file] for file in chosen.files],
    }


def _read(qms: Qms, path: str) -> Content:
    return lambda: qms.tree.read(path)
