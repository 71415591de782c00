"""What lies in a bundle: the PDFs, the signed files, the index, the table of stage 1, the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from smmkit.analyses.selection import Chosen, Selection
from smmkit.bundle.bag import Content
from smmkit.bundle.manifest import Names, manifest, named
from smmkit.formats import draw
from smmkit.git import Origin
from smmkit.office.cleaning import cleaned
from smmkit.page import Page
from smmkit.qms import Qms
from smmkit.reports import index, stage1
from smmkit.sheets import Seal, sheet
from smmkit.standards import Standard
from smmkit.words import Language, language

THREADS = 4
"""Sheets that are set at the same time; typst lets others work while it does."""

Progress = Callable[[int, int], None]


def contents(
    qms: Qms, selection: Selection, standard: Standard, commit: Origin, progress: Progress
) -> dict[str, Content]:
    """Every file of the bundle below `data/`, by its path; the same for the same folder and day."""
    speech = language(selection.submission.language)
    names = named(selection)
    signed = {chosen.signed for chosen in selection.chosen}
    payload: dict[str, Content] = {
        names.files[path]: _read(qms, path, is_signed=path in signed) for path in names.files
    }
    payload |= dict(sheets(qms, selection, names, speech, commit, progress))
    pages = {
        "00_index": index.page(qms, selection, names.documents, names.files, commit),
        "01_stage-1": stage1.page(qms, selection, standard, names.documents, commit),
    }
    for name, page in pages.items():
        payload |= dict(printed(name, page, qms, speech))
    payload["manifest.json"] = manifest(qms, selection, names, commit)
    return payload


def sheets(
    qms: Qms,
    selection: Selection,
    names: Names,
    speech: Language,
    commit: Origin,
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


def _read(qms: Qms, path: str, *, is_signed: bool) -> Content:
    """The bytes of a file: a signed copy as it is, any other without who made it, where and with what."""
    if is_signed:
        return lambda: qms.tree.read(path)
    return lambda: cleaned(path, qms.tree.read(path))
