"""Days of birth in a row of a list of people whose headings do not stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.around import People
from smmkit.personal.birth import BIRTHDAY
from smmkit.personal.hit import Data, Hit
from smmkit.personal.weights import weights
from smmkit.personal.words import word_ways

CELL: Final = re.compile(r"[^\t|;\n]+")
WITH_COMMAS: Final = re.compile(r"[^,\n]+")
BESIDE_SEX: Final = re.compile(r", ?[LP], ?")
"""In a row whose cells are parted by commas."""

PARTS: Final = "\t|;"
FEWEST: Final = 2
"""So many signs part the cells of a row."""

YOUNG: Final = 2015
PLACE: Final = re.compile(
    r"\s*([^\W\d_][^\W\d_ .'\-]*(?:[ .'\-]{1,2}[^\W\d_]+){0,3})\s?[,/]\s{0,2}"
)
OTHERS: Final = {
    "age": re.compile(rf"\d{{1,2}} ?(?:{word_ways('ages')})\.?", re.I),
    "sex": re.compile(word_ways("sexes"), re.I),
    "creed": re.compile(word_ways("creeds"), re.I),
}
"""What other cells of such a row hold."""


def births_in_rows(text: str, people: People) -> Iterator[Hit]:
    """The first day that stands alone in a cell of a row that speaks of a person."""
    has_commas = BESIDE_SEX.search(text) is not None
    if not has_commas and not any(sign in text for sign in PARTS):
        return
    named = iter([*people, (len(text), len(text))])
    person = next(named)
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if not has_commas and sum(map(line.count, PARTS)) < FEWEST:
            continue
        while person[1] <= start and person[0] < len(text):
            person = next(named)
        form = WITH_COMMAS if has_commas and BESIDE_SEX.search(line) else CELL
        cells = [*form.finditer(text, start, at)]
        if len(cells) > 2:
            yield from in_row(cells, is_named=person[0] < at and person[0] < len(text))


def in_row(cells: list[re.Match[str]], *, is_named: bool) -> Iterator[Hit]:
    """The first day of a row, where enough around it speaks of a birth."""
    for cell in cells:
        place = PLACE.match(cell.string, cell.start(), cell.end())
        begin = place.end() if place else cell.start() + len(cell[0]) - len(cell[0].lstrip())
        day = BIRTHDAY.match(cell.string, begin, cell.end())
        if day is None or cell.string[day.end() : cell.end()].strip():
            continue
        texts = [one[0].strip() for one in cells]
        signs = [name for name, form in OTHERS.items() if any(map(form.fullmatch, texts))]
        signs += ["named"] * is_named + ["place"] * (place is not None)
        years = [int(year) for year in re.findall(r"(?:19|20)\d\d", day[0])]
        signs += ["late"] * any(year >= YOUNG for year in years)
        if certainty := weights().certainty("row", signs):
            yield Hit(Data.BIRTH, (place.start(1) if place else begin, day.end()), certainty)
        return
