"""What lies in a bundle: the binder, the PDFs, the signed files, the pages that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from markupsafe import Markup

from smmkit.analyses.leaving.audit_trail import difference
from smmkit.analyses.leaving.audit_trail import trail as audit_trail
from smmkit.analyses.leaving.clause_answers import clause_answers
from smmkit.analyses.leaving.places import BINDER, Place, Places
from smmkit.analyses.leaving.selection import Chosen, Selection
from smmkit.analyses.leaving.submissions import language_of
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.bundle.bag import Content
from smmkit.bundle.binder import binder
from smmkit.bundle.bound import Bound
from smmkit.bundle.manifest import manifest, named
from smmkit.bundle.status import NAME, status
from smmkit.formats import Reader, draw
from smmkit.formats.html import Script, html_to_search
from smmkit.git import Origin
from smmkit.office.cleaning import cleaned
from smmkit.page import Page, Prose, Tone
from smmkit.qms import Qms
from smmkit.reports import criteria, index, letter, stage1, trail
from smmkit.sheets import Seal, sheet
from smmkit.standards import Standard
from smmkit.templates import templates
from smmkit.typesetting.press import workers
from smmkit.words import Language, Message, language, say

Progress = Callable[[int, int], None]

FORMS = {
    "01-index": ("pdf", "xlsx"),
    "02-clauses": ("pdf", "html", "docx", "xlsx"),
    "03-findings": ("pdf", "docx", "xlsx"),
    "04-letter": ("pdf", "docx"),
}
"""The pages that lead to the documents, to read and to write into."""


def contents(
    qms: Qms,
    selection: Selection,
    standard: Standard,
    commit: Origin,
    pdfs: Mapping[str, bytes],
    accepted: tuple[Message, ...] = (),
) -> dict[str, Content]:
    """Every file of the bundle below `data/`, by its path; the same for the same folder and day.

    `pdfs` are the sheets by the ids of their documents; `accepted` says what was let pass, and why.
    """
    asked = selection.submission
    speech = language_of(qms, asked)
    names = named(selection)
    alone = Places({id_: Place(file) for id_, file in names.documents.items()}, names.files)
    answers = clause_answers(qms, selection, standard)
    signed = {chosen.signed for chosen in selection.chosen}
    payload: dict[str, Content] = {
        names.files[path]: partial(as_sent, qms, path, is_signed=path in signed)
        for path in names.files
    }
    trails = audit_trail(qms)
    changed = difference(qms, asked, (*selection.chosen, *selection.known))
    told = [summary] if (summary := trail.summary(trails)) else []
    told += [Prose(one, Tone.WARN) for one in accepted]
    bound = Bound(qms, selection, standard, answers, speech, told)
    payload[BINDER], places = binder(bound, pdfs, alone)
    payload |= {names.documents[id_]: pdf for id_, pdf in pdfs.items()}
    facts = criteria.blocks(qms, asked, trails, changed)
    table = stage1.page(qms, selection, standard, answers, places, commit, facts)
    became = trail.page(qms, asked, trails, changed, places, commit, kept_silent(qms, selection))
    written = letter.page(qms, selection, commit, accepted)
    found = []
    for said, mark in editions(speech):
        listed = index.page(qms, selection, places, commit, told, mark)
        ways = [stage1.shortest(qms, standard, answers, places, mark)]
        found.append(index.page(qms, selection, places, commit, told, mark, ways))
        for (name, forms), page in zip(
            FORMS.items(), (listed, table, became, written), strict=True
        ):
            payload |= {
                f"{name}{mark}.{form}": draw(page, form, said, day=qms.as_of) for form in forms
            }
    payload["index.html"] = to_search(found, qms, speech)
    payload["manifest.json"] = manifest(qms, selection, places, commit, accepted)
    payload[NAME] = status(qms, selection)
    return payload


def kept_silent(qms: Qms, selection: Selection) -> frozenset[str]:
    """The documents of which no word leaves: by their class, or left out for a reason."""
    left = {one.document for one in selection.submission.leave_out}
    omitted = (one.document for one in selection.omitted)
    return frozenset(one.id for one in omitted if one.id in left or not may_leave(one, qms))


def sheets(
    qms: Qms,
    documents: Sequence[Chosen],
    speech: Language,
    commit: Origin,
    progress: Progress,
    files: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every document as a PDF, by its id, several at a time; `files` say where attached ones lie."""
    total = len(documents)

    def set_one(chosen: Chosen) -> bytes:
        seal = Seal(qms.as_of, chosen.standing, commit, files=files or {})
        return sheet(chosen.document, qms, speech, seal=seal)

    pool = ThreadPoolExecutor(workers())
    try:
        for done, (chosen, pdf) in enumerate(
            zip(documents, pool.map(set_one, documents), strict=True), 1
        ):
            progress(done, total)
            yield chosen.document.id, pdf
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def editions(speech: Language) -> tuple[tuple[Language, str], ...]:
    """The two languages in which pages are drawn, and what the names of their files end in."""
    other = language("en" if speech.code == "id" else "id")
    return (speech, ""), (other, f"_{other.code}")


def to_search(pages: Sequence[Page], qms: Qms, speech: Language) -> bytes:
    """The index as one page for a browser, of each language its own, with a field to search it."""
    text = (templates() / "bundle" / "search.js").read_text("utf-8")
    script = Script(
        Markup(text),  # noqa: S704 - a file of ours
        say("Search: id, title, clause, word"),
        say("Nothing found"),
    )
    readers = [Reader(one, qms.as_of) for one, _ in editions(speech)]
    return html_to_search(pages, readers, script)


def as_sent(qms: Qms, path: str, *, is_signed: bool) -> bytes:
    """The bytes of a file: a signed copy as it is, any other without who made it, where and with what."""
    data = qms.tree.read(path)
    return data if is_signed else cleaned(path, data)
