"""A form that is written in paragraphs: words that head what follows, a line or several for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smmkit.intake.below import OPENS, is_nip
from smmkit.intake.forms import findings, labelled, spo
from smmkit.intake.leftover import tell_tables
from smmkit.intake.result import Result
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid
from smmkit.words import Message, say

MOST: Final = 200
"""A form has no more paragraphs than this."""

NUMBER: Final = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s*+")
"""What numbers a part of a form; small letters number what stands in it."""

LETTERED: Final = re.compile(r"[a-z][.)]\s")
"""What numbers a line of a part that has several: a. Pendidikan: S1."""

FIRST: Final = 8
"""In one of so many lines a work instruction says what it is."""

WORDS: Final = {
    "job-description": ("job-description",),
    "service-standard": ("service-standard",),
    "finding": ("finding",),
    "procedure": ("spo", "identity"),
}
"""By which words the parts of each sort of form are headed."""

LONGEST_LABEL: Final = 5
"""A label has no more words than this."""

POST: Final = {"purpose", "qualifications", "authority", "responsibility"}
"""What a letter that names a post and its task does not say."""


@dataclass(frozen=True, slots=True)
class Prose(Grid):
    """Paragraphs as rows of a word and what it heads; each row keeps the number of its paragraph."""

    def place_of(self, row: int, column: int) -> Message:  # noqa: ARG002 - as of a table
        """Where a row stands."""
        return say("the text, paragraph {n}", n=self.lines[row])

    def about(self) -> Message:
        """How it is called."""
        return say("the text")


def read(
    result: Result, lines: list[str], grids: list[Grid], kind: str | None, name: str
) -> tuple[str | None, list[Prose]]:
    """Read a form in paragraphs; which sort it is, where it is one, and what stands in it."""
    for sort in WORDS if 0 < len(lines) <= MOST else ():
        parts = [*parted(lines, sort)]
        if kind in {None, sort} and taken(result, lines, parts, grids, sort, name):
            return sort, parts
    return None, []


def taken(
    result: Result, lines: list[str], parts: list[Prose], grids: list[Grid], sort: str, name: str
) -> bool:
    """Whether the paragraphs are a form of a sort, which is read then."""
    if sort == "finding":
        trial = Result(result.qms, result.owner, result.class_)
        parts = [part for part in parts if findings.form_of(trial, part)]
        findings.read_forms(result, [r for part in parts if (r := findings.form_of(result, part))])
        return bool(parts)
    if len(parts) != 1:
        return False
    if sort == "procedure":
        is_called = any(spo.SORT.match(line) for line in (name, *lines[:FIRST]))
        found = spo.form_of(parts[0]) if is_called else None
        if found:
            used = spo.read(result, found, [*parts, *grids], name)
            tell_tables(result, grids, lambda grid: id(grid) in used)
        return found is not None
    form = labelled.form_of([*parts, *grids], sort)
    if form is None or (sort == "job-description" and not form.lines.keys() & POST):
        return False
    labelled.read(result, form, sort)
    return True


def parted(lines: list[str], sort: str) -> Iterator[Prose]:
    """The forms of a text, each from the word that heads the first of them on."""
    rows: list[tuple[str, str]] = []
    numbers: list[int] = []
    head: list[str] = []
    first, is_open, is_block = "", False, False
    for number, line in enumerate(lines, 1):
        if rows and (OPENS.fullmatch(line) or is_nip(line)):
            is_open = False
            continue
        is_sort = not rows and number <= FIRST and sort == "procedure" and spo.SORT.match(line)
        label, text = ("", "") if is_sort else labelled_by(line, sort)
        if label:
            role = next(filter(None, (meaning(label, one) for one in WORDS[sort])), None)
            if rows and role == first and sort == "finding":
                yield Prose("", tuple(rows), is_sheet=False, lines=tuple(numbers))
                rows, numbers = [], []
            first = first or str(role)
            rows.append((label, text))
            numbers.append(number)
            is_open, is_block = True, not text
        elif not rows:
            head.append(line)
        elif is_open and (
            not (heads_another(line) or is_next(line, number_of(lines[numbers[-1] - 1]), rows[-1]))
            or (is_block and LETTERED.match(line))
        ):
            before, said = rows[-1]
            rows[-1] = (before, "\n".join(filter(None, (said, line))))
        else:
            is_open = False
    if rows:
        yield Prose("", tuple(rows), is_sheet=False, lines=tuple(numbers), above=tuple(head))


def labelled_by(line: str, sort: str) -> tuple[str, str]:
    """The word that heads a paragraph, and what it says behind a colon; nothing where none does."""
    bare = NUMBER.sub("", line, count=1) if NUMBER.match(line) else line
    label, _, text = bare.partition(":")
    if len(label.split()) <= LONGEST_LABEL and any(meaning(label, one) for one in WORDS[sort]):
        return label.strip(), text.strip()
    return "", ""


def number_of(line: str) -> int:
    """The number at the head of a line, in digits; 0 where it has none."""
    found = re.match(r"(\d{1,2})[.)](?!\d)", line)
    return int(found[1]) if found else 0


def is_next(line: str, head: int, said: tuple[str, str]) -> bool:
    """Whether a line has the number after that of the last heading, and is no item of its list."""
    items = [number_of(text) for text in said[1].splitlines()]
    return head > 0 and number_of(line) == head + 1 and head not in items


def heads_another(line: str) -> bool:
    """Whether a paragraph heads something that no word is known for: `6. HASIL KERJA`, `Tempat: Aula`."""
    bare = NUMBER.sub("", line, count=1)
    label, colon, _ = bare.partition(":")
    is_short = len(label.split()) <= LONGEST_LABEL
    return (bare != line and label.isupper()) or (bare == line and bool(colon) and is_short)
