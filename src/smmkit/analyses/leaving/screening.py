"""What a submission would carry out: personal data by file and sort, and what nobody could look into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar

from smmkit.analyses.leaving.hollow import proofs, why_hollow
from smmkit.analyses.leaving.selection import Selection
from smmkit.analyses.organization.officers import NEAR, Officers, officers, with_officers
from smmkit.analyses.privacy.acceptances import Group, grouped
from smmkit.analyses.privacy.across_cells import across
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.analyses.privacy.personal_data import (
    Trace,
    crowded,
    hint_of,
    in_name,
    in_source,
    withheld,
)
from smmkit.analyses.texts.prose_pictures import drawn_in
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import PersonEntry
from smmkit.files.tree import sha256
from smmkit.office.cleaning import cleaned
from smmkit.office.pictures import PEOPLE, PLACE
from smmkit.office.pieces import CUT, Piece, Pieces, pieces
from smmkit.personal import CROWD, Data, Names, hinted, is_office
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import Message, say

Progress = Callable[[int, int], None]
DIGITS = 12
"""Of a fingerprint: so many a person copies."""


@dataclass(frozen=True, slots=True)
class Dark:
    """A file that no program can read whole, and why; `seen` where a person has looked at it."""

    path: str
    fingerprint: str
    why: tuple[Message, ...]
    seen: bool = False

    FOR_PROGRAMS: ClassVar = {"file": "path", "fingerprint": "fingerprint", "why": "why"}


@dataclass
class Screen:
    """What was found in all that a submission would carry out."""

    groups: list[Group] = field(default_factory=list)
    officers: list[Trace] = field(default_factory=list)
    """Names and numbers of who signs in office; of a number pages show the year only."""
    removed: list[Trace] = field(default_factory=list)
    """What the copy of a file no longer says of itself."""
    dark: list[Dark] = field(default_factory=list)
    count: int = 0
    """How many documents and files were looked through."""

    @property
    def open(self) -> list[Group]:
        """The data that nobody has accepted."""
        return [group for group in self.groups if group.why]

    @property
    def accepted(self) -> list[Group]:
        """The data that leave by a decision."""
        return [group for group in self.groups if not group.why]

    @property
    def unseen(self) -> list[Dark]:
        """The files that somebody has still to look at."""
        return [dark for dark in self.dark if not dark.seen]

    @property
    def is_clear(self) -> bool:
        """Whether nothing is in the way."""
        return not self.open and not self.unseen


def screened(qms: Qms, selection: Selection, progress: Progress = lambda _, __: None) -> Screen:
    """Everything that a selection carries out, looked through; a file that cannot be read is dark."""
    screen = Screen()
    traces = list(in_documents(qms, selection))
    for path in crowded(traces):
        screen.dark.append(Dark(path, sha256(qms.tree.read(path))[:DIGITS], (CUT,)))
    files = files_in(qms, selection)
    for number, (path, (id_, is_signed)) in enumerate(files.items(), 1):
        traces += in_name(path, id_, qms)
        traces += in_file(qms, path, id_, screen, is_signed=is_signed)
        progress(number, len(files))
    screen.officers = [trace for trace in traces if trace.is_officer]
    others = [trace for trace in traces if not trace.is_officer]
    screen.groups = grouped(others, [selection.submission], qms)
    screen.count = len(files) + len(selection.chosen)
    seen = {
        (one.file, one.fingerprint.lower())
        for one in selection.submission.seen
        if qms.get(one.by, PersonEntry)
    }
    screen.dark = [
        Dark(one.path, one.fingerprint, one.why, (one.path, one.fingerprint) in seen)
        for one in screen.dark
    ]
    return screen


def files_in(qms: Qms, selection: Selection) -> dict[str, tuple[str, bool]]:
    """The files that go and the pictures on sheets: each with its document, and whether it is signed."""
    files: dict[str, tuple[str, bool]] = {}
    for chosen in selection.chosen:
        for path in (*chosen.files, *drawn_in(chosen.document, qms)):
            files.setdefault(path, (chosen.document.id, False))
    for chosen in selection.chosen:
        if chosen.signed:
            files[chosen.signed] = chosen.document.id, True
    return files


def in_documents(qms: Qms, selection: Selection) -> Iterator[Trace]:
    """What stands in the texts that are sent, and in the submission itself."""
    for document in (selection.submission, *(chosen.document for chosen in selection.chosen)):
        if document is selection.submission or may_leave(document, qms):
            yield from in_source(document.source, document.id, qms)


def in_file(qms: Qms, path: str, id: str, screen: Screen, *, is_signed: bool) -> Iterator[Trace]:
    """What the copy of a file would carry out; what it leaves behind is noted, and what is dark."""
    try:
        data = qms.tree.read(path)
    except OSError:
        screen.dark.append(Dark(path, "-", (say("it cannot be read"),)))
        return
    copy = data if is_signed else cleaned(path, data)
    found = pieces(path, copy)
    if copy is not data and copy != data:
        left = {(piece.place, piece.text) for piece in found.found}
        gone = Pieces([p for p in pieces(path, data).found if (p.place, p.text) not in left])
        screen.removed += islice(in_pieces(qms, path, id, gone), CROWD)
    traces = in_pieces(qms, path, id, found)
    yield from islice(traces, CROWD)
    later = pattern_of(qms.fact(vocabulary).puts_off) if path in qms.fact(proofs) else None
    if not found.unread and (why := why_hollow(found.found, later)):
        found.unread.append(why)
    if next(traces, None) and CUT not in found.unread:
        found.unread.append(CUT)
    if found.unread:
        screen.dark.append(Dark(path, sha256(data)[:DIGITS], tuple(found.unread)))


def in_pieces(qms: Qms, path: str, id: str, found: Pieces) -> Iterator[Trace]:
    """What stands in the pieces of a file; who signs in office is told apart."""
    names, known = qms.fact(withheld), qms.fact(officers)
    before = ""
    for piece in (*found.found, *across(found.found, names)):
        for kind, shown, signs in in_piece(piece, names, known, before):
            yield Trace(path, kind, shown, None, place_in_words(piece.place), id, signs)
        before = f"{before} {piece.text}"[-NEAR:] + " "


def in_piece(
    piece: Piece, names: Names, known: Officers, before: str
) -> Iterator[tuple[Data, str, bool]]:
    """What stands in a piece: its sort, what is shown of it, whether it is of who signs in office."""
    if is_maker(piece):
        yield Data.AUTHOR, hinted(piece.text), False
    if piece.place == ("property", PLACE):
        yield Data.PLACE, hinted(piece.text), False
    for hit, signs in with_officers(piece.text, names, known, before, piece.context):
        yield hit.kind, hint_of(piece.text, hit), signs


def is_maker(piece: Piece) -> bool:
    """Whether a piece names a person who made the file, or wrote a comment in it."""
    sort, name = piece.place[0], piece.place[1].rpartition(" ")[2] if piece.place[1:] else ""
    named = sort == "author" or (sort == "property" and name in PEOPLE)
    return named and bool(piece.text.strip()) and not is_office(piece.text)


def place_in_words(place: tuple[str, ...]) -> Message:
    """A place in a file, in words."""
    match place:
        case ("page", number):
            return say("page {n}", n=number)
        case ("cell", sheet, cell):
            return say("sheet {sheet}, cell {cell}", sheet=sheet, cell=cell)
        case ("hidden", sheet, cell):
            return say("sheet {sheet}, cell {cell} (hidden)", sheet=sheet, cell=cell)
        case ("comment", page, ""):
            return say("comment on page {n}", n=page)
        case ("comment", sheet, cell):
            return say("comment on sheet {sheet}, cell {cell}", sheet=sheet, cell=cell)
        case ("line", line, column):
            return say("line {line}, column {column}", line=line, column=column)
        case ("property", name):
            return say("property {name}", name=name)
        case ("author", name, *_):
            return say("author ({name})", name=name)
        case ("deleted", part, number):
            return say(
                "{part}, paragraph {n} (deleted, kept as a tracked change)", part=part, n=number
            )
        case ("part", part, number):
            return say("{part}, paragraph {n}", part=part, n=number)
        case ("revision", number):
            return say("an earlier state of the file ({n}), which is still in it", n=number)
        case ("inside", name):
            return say("the file {name} in it", name=name)
    return say("text")
