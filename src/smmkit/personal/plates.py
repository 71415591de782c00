"""Vehicle plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.runs import OWNER, WORD, words_before
from smmkit.personal.things import is_of_thing, known
from smmkit.personal.weights import weights
from smmkit.personal.words import word_list, word_set, word_ways

PLATE: Final = re.compile(
    r"([A-Z](?<!(?:[^\W_]|[.\-/])[A-Z])[A-Z]?)([ _\-]{0,2})(\d{1,4})([ _\-]{0,2})([A-Z]{1,3})"
    r"(?![^\W_]|[\-/]| \d)"
)
"""It begins with a letter, since such a pattern is looked for fastest; what stands before is asked then."""

AREAS: Final = word_set("areas")
NO_PLATES: Final = word_set("no_plates")
"""Right before a letter and a number these speak of a place, in a house or in a text."""

UNITS: Final = word_set("units")
"""Behind a number these say what was measured, the time of day, or of which list a year is."""

LABELS: Final = word_set("plates")
RIDING: Final = word_set("riding")
METAL: Final = word_set("plates_of_metal")
METALS: Final = word_set("metals")
"""Beside these a plate is a sheet of metal."""

HEARD: Final = {
    "pol": ("nopol", "no pol", "no. pol", "no.pol", "polisi"),
    **{word: (word,) for word in ("pelat", "mobil", "motor", "kendaraan", "tnkb", "stnk", "bpkb")},
    "plat": ("plat", "plate"),
}
"""The words for it; those with a part in common are looked for only where that is in the text."""

VEHICLES: Final = (*HEARD, *word_list("vehicles"))
"""One of these is in each text that names a vehicle."""

ANYHOW: Final = r"(([a-z]{1,2})[ .\-]{0,2}\d{1,4}(?:[ .\-]{0,2}[a-z]{1,3})?)(?![^\W_])"
SHEET: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('metals')}) (?:{word_ways('plates_of_metal')})\Z"
)
"""The word for a plate behind that for what a sheet is made of."""

SAID: Final = re.compile(
    r"(?:nya|(?![^\W_]))"
    rf"(?:\.?\s(?:{word_ways('said_of_plates')}))?"
    rf"[\s:.\-_]{{0,4}}{ANYHOW}"
)
BEHIND: Final = re.compile(rf" [(\[]?(?:{word_ways('behind_plates')})(?![^\W_])", re.I)
CODE: Final = re.compile(rf" [(\[]?(?:{word_ways('behind_codes')})(?![^\W_])", re.I)
"""Right behind letters and a number these say that they are those of a thing."""

PLATE_ALONE: Final = re.compile(rf"\s*{ANYHOW}\s*")
"""Behind its word a plate may be written in any way."""


def is_told(low: str) -> bool:
    """Whether a text in small letters may name a vehicle."""
    return any(map(low.__contains__, VEHICLES))


def said_to_be(low: str) -> Iterator[Hit]:
    """Every plate right behind a word for it, in a text in small letters."""
    for word in chain.from_iterable(words for part, words in HEARD.items() if part in low):
        at = low.find(word)
        while at >= 0:
            end = at + len(word)
            is_other = low[max(0, at - 1) : at].isalpha() or SHEET.search(low, max(0, at - 20), end)
            said = None if is_other else SAID.match(low, end)
            if said and said[2].upper() in AREAS:
                yield Hit(Data.PLATE, said.span(1), Certainty.SURE)
            at = low.find(word, end)


GAP: Final = r"[ .\-]{0,2}|[ \t]?\r?\n"
ANY: Final = re.compile(
    rf"([A-Za-z](?<![^\W_].)[A-Za-z]?)(?=[\s.\-\d])({GAP})([1-9]\d{{0,3}})({GAP})([A-Za-z]{{1,3}})(?![^\W_])"
)
"""A plate as it is written in haste, or broken over lines."""

TAIL: Final = re.compile(rf"[1-9](?<!\d.)\d{{0,3}}(?:{GAP})[A-Za-z]{{1,3}}(?![^\W_])")
"""Its digits and the letters behind, of which there are fewer than of letters."""

LONGEST_AREA: Final = 5
"""So many signs stand before them."""

IN_LINE: Final = 64
"""So many letters before and behind a plate a vehicle is named."""

PARTS: Final = frozenset({"\t", "|", ";"})
"""Between the cells of a row."""

WORD_BEFORE: Final = re.compile(r"(?<![^\W_])([a-z]{3,}) \Z")
YEAR: Final = re.compile(r"(?:19|20)\d\d")
DIGIT: Final = re.compile(r"\d")


def in_haste(text: str) -> Iterator[re.Match[str]]:
    """Whatever may be a plate, in whatever letters."""
    for tail in TAIL.finditer(text):
        match = ANY.search(text, max(0, tail.start() - LONGEST_AREA), tail.end())
        if match and match[1].upper() in AREAS:
            yield match


def by_vehicles(text: str) -> Iterator[Hit]:
    """Every plate in whatever letters, in a line in which a vehicle is named."""
    for match in in_haste(text):
        if certainty := weights().certainty("plate", signs(text, match)):
            yield Hit(Data.PLATE, match.span(), certainty)


def signs(text: str, match: re.Match[str]) -> Iterator[str]:
    """What speaks for and against a plate; nothing where no vehicle is named."""
    area, first, number, second, letters = match.groups()
    start, end = match.span()
    before = text[max(0, start - IN_LINE) : start].rpartition("\n")[2]
    behind = text[end : end + IN_LINE].partition("\n")[0]
    said = of_vehicles([OWNER.sub("", word) for word in reversed(WORD.findall(before.lower()))])
    lists = weights().lists
    if not lists["vehicles"].isdisjoint(said[:8]):
        yield "near"
    elif not lists["vehicles"].isdisjoint(word.lower() for word in WORD.findall(behind)):
        yield "far"
    else:
        return
    if not lists["registered"].isdisjoint(said[:3]):
        yield "registered"
    if "\n" in first + second:
        yield "broken"
    is_high = (area + letters).isupper()
    if is_high:
        yield "high"
    if len(number) > 2:
        yield "full"
    if first == second:
        yield "even"
    if {before.rstrip(" ")[-1:] or "|", behind.lstrip(" ")[:1] or "|"} <= PARTS:
        yield "cell"
    if not NO_PLATES.isdisjoint(said[:2]):
        yield "place"
    is_whole = is_high and first == second and len(area) == 2 and len(number) == 4
    is_unit = letters.upper() in UNITS and (first or len(number) < 3) and not is_whole
    if is_unit or (not is_high and letters.lower() in lists["plain"]):
        yield "unit"
    if YEAR.fullmatch(number) and not is_high:
        yield "year"


def plates(text: str, context: str) -> Iterator[Hit]:
    """Every plate in a plain text: behind a word for it, or so formed that it is nothing else."""
    if not DIGIT.search(text):
        return
    low = text.lower()
    if not LABELS.isdisjoint(WORD.findall(context.lower())) and (one := PLATE_ALONE.fullmatch(low)):
        yield Hit(Data.PLATE, one.span(1), Certainty.SURE)
    if len(low) == len(text):  # else a letter has moved
        yield from said_to_be(low)
    if is_told(low):
        yield from by_vehicles(text)
    for match in PLATE.finditer(text):
        area, first, number, second, letters = match.groups()
        if area not in AREAS or number.startswith("0"):
            continue
        said = of_vehicles(words_before(text, match.start(), context))
        near, is_place = said[:4], not NO_PLATES.isdisjoint(said[:2])
        is_said = not LABELS.isdisjoint(near if is_place else said[:8])
        if is_said or BEHIND.match(text, match.end()):
            yield Hit(Data.PLATE, match.span(), Certainty.SURE)
        elif (
            letters in UNITS
            or "-" in first + second
            or is_place
            or is_of_thing(text, match.start(), context)
            or is_behind_thing(text, match.start())
        ):
            continue
        elif (
            first == second
            and is_full(area, first, number, letters)
            and not CODE.match(text, match.end())
        ):
            yield Hit(Data.PLATE, match.span(), Certainty.LIKELY)


def is_behind_thing(text: str, start: int) -> bool:
    """Whether a word in small letters stands right before, which says whose or what it is, and no person."""
    word = WORD_BEFORE.search(text, max(0, start - IN_LINE), start)
    return word is not None and word[1] not in known() | RIDING


def of_vehicles(said: list[str]) -> list[str]:
    """The words before letters and a number, without that for a plate which is a sheet of metal."""
    return said if METALS.isdisjoint(said) else [word for word in said if word not in METAL]


def is_full(area: str, gap: str, number: str, letters: str) -> bool:
    """Whether a plate without a label has so much of one that it is nothing else."""
    if len(letters) == 1:
        is_long = len(area) > 1 and len(number) == 4  # P 1234 X is a part of a machine, too
        return bool(gap) and is_long and not number.startswith(("19", "20"))
    return len(number) > 2
