"""Forms that are not filled in yet: where the mark `(isi)` still stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.leftovers import leftover_in
from smmkit.documents import Information, Record
from smmkit.location import Location, Path
from smmkit.new.placeholders import FILL_IN
from smmkit.qms import Qms

MARKS = (FILL_IN.id, FILL_IN.en)

BEHIND = re.compile(r"^(?![ \t]*#)[^\n]*\S[ \t]+# (?=\((?:isi|fill in)\)[ \t]*$)", re.MULTILINE)
"""Where the mark stands behind a value that nobody has chosen: `grade: major  # (isi)`."""


@dataclass(frozen=True, slots=True)
class Blank:
    """The first place of a document where something is still to be written."""

    document: Information
    steps: Path
    at: Location
    is_behind: bool = False
    """Whether a value stands there already, and the mark is a remark behind it."""


def blanks(qms: Qms) -> list[Blank]:
    """Every document that has a blank, in the order of their paths."""
    found = map(blank_in, qms.documents)
    return [blank for blank in found if blank]


def unfilled_records(qms: Qms) -> list[Record]:
    """The records in which something is still to be written: they tell of nothing that has happened."""
    found = (blank.document for blank in qms.fact(blanks))
    return [document for document in found if isinstance(document, Record)]


def forms_left(qms: Qms) -> frozenset[str]:
    """The paths of the records in which something is still to be written."""
    return frozenset(record.path for record in unfilled_records(qms))


def without_unfilled(qms: Qms) -> Qms:
    """The same QMS without the records that are not filled in, of which nobody can say what they tell."""
    left = qms.fact(forms_left)
    if not left:
        return qms
    kept = [document for document in qms.documents if document.path not in left]
    return replace(qms, documents=kept, _facts={})


def blank_in(document: Information) -> Blank | None:
    """The first blank of a document: in its values, behind one of them, or in its prose.

    Never in comments that stand alone: those explain, or hold fields that are not used.
    """
    source = document.source
    if not any(map(source.holds, MARKS)):
        return None
    texts = texts_in(source.values)
    steps = next((at for at, text in texts if any(mark in text for mark in MARKS)), None)
    if steps is not None:
        return Blank(document, steps, source.at(*steps))
    if behind := BEHIND.search(source.yaml):
        line = source.yaml.count("\n", 0, behind.end()) + 1
        column = behind.end() - source.yaml.rfind("\n", 0, behind.end())
        return Blank(document, (), Location(source.path, line, column), is_behind=True)
    begins = [source.prose.find(mark) for mark in MARKS if mark in source.prose]
    return Blank(document, (), source.prose_at(min(begins))) if begins else None


def is_untouched(document: Information) -> bool:
    """Whether a form says nothing yet: its title and every other sentence are still those of the form."""
    source = document.source
    if not document.title.startswith(MARKS) or (source.prose.strip() and not left_in(document)):
        return False
    sentences = (text for _, text in texts_in(source.values) if " " in text)
    return all(any(mark in text for mark in MARKS) for text in sentences)


def left_in(document: Information) -> str:
    """What still stands there of the form or the template; empty where nothing does."""
    blank, found = blank_in(document), leftover_in(document)
    marks = [mark for mark in MARKS if blank and document.source.holds(mark)]
    left = found[2] if found and len(found[2]) > 1 else ""  # one letter may be a unit of measure
    return marks[0] if marks else left
