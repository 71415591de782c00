"""The binder: every document of a bundle in one PDF, with what leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from smmkit.analyses.leaving.places import Place, Places
from smmkit.analyses.leaving.selection import Chosen, Selection
from smmkit.binding import Bookmark, Heading, Paper, sewn
from smmkit.bundle.bound import Bound, Leaves, answering, by_kind
from smmkit.documents import kind_label
from smmkit.page import Cell, Fields, link
from smmkit.typesetting.print_layout import spoken
from smmkit.typesetting.typeset import typeset
from smmkit.words import Message, say

TRIES = 6
COUNTED = say("Page {page} of {pages}", page="{page}", pages="{pages}")


def binder(bound: Bound, sheets: Mapping[str, bytes], places: Places) -> tuple[bytes, Places]:
    """The binder, and the places of the documents with their pages in it.

    `sheets` are the PDFs of the documents by id; `places` says where each lies by itself.
    """
    covers = cover_pages(bound, places)
    papers = {id_: Leaves.of(Paper(pdf)) for id_, pdf in sheets.items()}
    front, found = settled(bound, papers, places)
    total = len(front) + sum(map(len, papers.values())) + (len(covers) if covers else 0)
    bookmarks = marks(bound, papers, front, found, covers)
    every = chain([front], map(Paper, sheets.values()), [covers] if covers else [])
    return sewn(every, total, bookmarks, stamps(bound, total)), found


def settled(bound: Bound, papers: Mapping[str, Leaves], places: Places) -> tuple[Paper, Places]:
    """The first pages with the right numbers in them, and the places that they name.

    Why: how many they are changes what they say; what they say hardly changes how many they are.
    """
    front = Paper(front_pages(bound, places, 0))
    for _ in range(TRIES):
        found = paged(bound.selection, papers, places, len(front) + 1)
        again = Paper(front_pages(bound, found, len(front)))
        if len(again) == len(front):
            return again, found
        front = again
    raise RuntimeError("the first pages of the binder do not settle")


def paged(selection: Selection, papers: Mapping[str, Leaves], places: Places, first: int) -> Places:
    """The places with the pages of the binder, the first document on page `first`."""
    found: dict[str, Place] = {}
    for chosen in selection.chosen:
        id_ = chosen.document.id
        found[id_] = replace(places.documents[id_], page=first)
        first += len(papers[id_])
    return replace(places, documents=found)


def stamps(bound: Bound, total: int) -> Paper:
    """The number of each page, on a page of its own."""
    counted = bound.speech.say(say("Binder, page {page}", page="{page}"))
    data = {"title": counted, "counted": counted, "pages": total}
    return Paper(set_in("bundle/stamps", bound, data))


def set_in(template: str, bound: Bound, data: dict[str, Any]) -> bytes:
    """A template of ours with its data, in the language and for the day of the submission."""
    return typeset(template, data, language=bound.speech.code, day=bound.qms.as_of)


def front_pages(bound: Bound, places: Places, front: int) -> bytes:
    """The cover and the two lists; `front` is the number of these pages, 0 where that is not known."""
    speak, submission = bound.speech.say, bound.selection.submission
    settings = bound.qms.settings
    facts = Fields(
        (
            (say("Submission"), Cell(submission.id)),
            (say("Recipient"), Cell(submission.recipient)),
            (say("Day"), Cell(submission.date)),
            (say("Standard"), Cell(bound.standard.title)),
            (say("Documents"), Cell(len(bound.selection.chosen))),
            (say("Left out"), Cell(len(bound.selection.omitted))),
        )
    )
    return set_in(
        "bundle/binder",
        bound,
        {
            "title": speak(say("Binder: {title}", title=submission.title)),
            "organization": settings.organization.name if settings else "",
            "counted": speak(COUNTED),
            "facts": spoken(facts, 1, bound.speech, landscape=False)["rows"],
            "notes": [spoken(note, 1, bound.speech, landscape=False) for note in bound.notes],
            "groups": [
                {"title": title, "rows": [row(bound, one, places, front) for one in group]}
                for title, group in by_kind(bound)
            ],
            "clauses": [
                {
                    "title": f"{clause.id} {speak(clause.title)}",
                    "rows": [
                        row(bound, one, places, front)
                        for one in answering(bound.answers[clause.id])
                    ],
                    "notes": [speak(note) for note in clause_notes(bound, clause.id)],
                }
                for clause in bound.standard.clauses
            ],
            "words": {
                "documents": speak(say("Documents")),
                "clauses": speak(say("By clause")),
                "id": speak(say("Id")),
                "title": speak(say("Title")),
                "version": speak(say("Version or date")),
                "page": speak(say("Page")),
            },
        },
    )


def row(bound: Bound, chosen: Chosen, places: Places, front: int) -> dict[str, str]:
    """A line of a list: the document, and its page once that is known."""
    place = places.documents[chosen.document.id]
    return {
        "id": chosen.document.id,
        "title": chosen.document.title,
        "label": bound.speech.say(chosen.edition),
        "page": str(place.page) if front else "1",
    }


def clause_notes(bound: Bound, clause: str) -> Iterator[Message]:
    """What is to be known of a clause besides the documents."""
    answer = bound.answers[clause]
    for one in answer.omitted:
        yield say("Not sent: {id}: {reason}", id=one.document.id, reason=one.reason)
    if not answering(answer) and not answer.omitted:
        yield say("nothing in this bundle names this clause alone")


def cover_pages(bound: Bound, places: Places) -> Paper | None:
    """A page for each signed file, which lies beside the binder as it is."""
    signed = [chosen for chosen in bound.selection.chosen if chosen.signed]
    if not signed:
        return None
    speak = bound.speech.say
    data = {
        "title": speak(say("Signed copies")),
        "counted": speak(COUNTED),
        "note": speak(
            say("The file lies in the bundle as it was signed; it is not copied into this binder.")
        ),
        "covers": [
            {"title": f"{one.document.id} {one.document.title}", "rows": cover(bound, one, places)}
            for one in signed
        ],
    }
    return Paper(set_in("bundle/covers", bound, data))


def cover(bound: Bound, chosen: Chosen, places: Places) -> Any:
    """What the page before a signed file says of it."""
    path = places.files[chosen.signed]
    digest = bound.qms.tree.digest(chosen.signed)
    fields = Fields(
        (
            (say("Kind"), Cell(kind_label(chosen.document.kind))),
            (say("Version"), Cell(chosen.edition)),
            (say("File"), Cell(link(path, path))),
            (say("SHA-256"), Cell(digest)),
        )
    )
    return spoken(fields, 1, bound.speech, landscape=False)["rows"]


def marks(
    bound: Bound, papers: Mapping[str, Leaves], front: Paper, places: Places, covers: Paper | None
) -> list[Bookmark]:
    """The bookmarks: by document, in groups of kinds, and by clause, each leading to the document itself."""
    speak = bound.speech.say
    first = {id_: place.page - 1 for id_, place in places.documents.items()}
    documents, register = front.outline()

    def of(chosen: Chosen, headings: tuple[Heading, ...] = ()) -> Bookmark:
        id_ = chosen.document.id
        return Bookmark(f"{id_} {chosen.document.title}", first[id_], below(headings, first[id_]))

    groups = [
        (kind, [of(one, papers[one.document.id].outline) for one in group])
        for kind, group in by_kind(bound)
    ]
    clauses = []
    for clause, heading in zip(bound.standard.clauses, register.below, strict=True):
        found = tuple(of(one) for one in answering(bound.answers[clause.id]))
        page = found[0].page if found else heading.page
        clauses.append(Bookmark(f"{clause.id} {speak(clause.title)}", page, found))
    kinds = [Bookmark(kind, group[0].page, tuple(group)) for kind, group in groups]
    result = [
        Bookmark(speak(say("Cover")), 0),
        Bookmark(speak(say("By document")), documents.page, tuple(kinds), opened=True),
        Bookmark(speak(say("By clause")), register.page, tuple(clauses), opened=True),
    ]
    if covers:
        start = sum(map(len, papers.values())) + len(front)
        kids = below(covers.outline(), start)
        result.append(Bookmark(speak(say("Signed copies")), start, kids))
    return result


def below(headings: tuple[Heading, ...], first: int) -> tuple[Bookmark, ...]:
    """The headings of one PDF as bookmarks of the binder."""
    return tuple(
        Bookmark(one.text, first + one.page, below(one.below, first), one.place) for one in headings
    )
