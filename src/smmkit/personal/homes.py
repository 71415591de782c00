"""Where somebody lives: a street with its number, or with the neighbourhood that only homes are told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Data, Hit
from smmkit.personal.labels import Labels
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import WORD
from smmkit.personal.things import persons
from smmkit.personal.weights import weights
from smmkit.personal.words import word_set, word_ways

STREET: Final = re.compile(rf"(?<![^\W_])(?:{word_ways('streets')})(?![^\W_])\.?[ \t]", re.I)
QUARTER: Final = re.compile(
    r"RT[ .:\t]{0,2}\d{1,3}[ \t]{0,2}(?:[/,\-]?[ \t]{0,2}RW[ .:\t]{0,2}|/[ \t]{0,2})\d{1,3}(?!\d)"
)
"""The two numbers of a neighbourhood."""

POINT: Final = re.compile(
    r"(?<![\d.])-?\d{1,2}[.,]\d{4,12}°?(?: ?[NSLU]{1,2})?[,;]? {1,3}-?\d{2,3}[.,]\d{4,12}(?![\d.])"
)
"""Latitude and longitude, to a house."""

AT_HOME: Final = word_set("houses_of_people")
LABEL: Final = re.compile(
    rf"(?:{word_ways('lives')})(?: di)?(?![^\W_])(?:(?: [^\W\d_]{{1,15}}){{1,4}}[ \t]{{0,3}}:|[ \t]{{0,3}}:?)"
    r"[ \t]{0,3}(?=(?-i:[A-Z\d]))",
    re.I,
)
LIVING: Final = Labels(["lives"], LABEL)
DOOR: Final = re.compile(
    r"(?:(?<![^\W_])(?:no|nomor|blok)\.?[ \t]{0,2}[A-Z]{0,2}[ \t]?\d|/\d|[ \t]\d)[^\W_]{0,3}(?![.\d])",
    re.I,
)
VILLAGE: Final = re.compile(
    rf"(?:{word_ways('villages')})\.?[ \t](?-i:[A-Z][^\W\d_]{{2,20}})(?![^\W_])", re.I
)
ROAD: Final = re.compile(
    rf"\d{{1,4}}[A-Z]?(?: [A-Z][^\W\d_]{{1,15}}){{1,3}} (?i:{word_ways('roads')})(?![^\W_])"
)
"""A street with its number before it, as in English."""

SERVED: Final = word_set("served")
HOUSES: Final = word_set("houses", "taxpayers", "places") - word_set("streets")
"""Before an address these say that nobody lives there, or that something is built."""

REACH: Final = 80
"""So many letters before the neighbourhood, or behind the word for a home, its street stands."""


def has_home(text: str) -> bool:
    """Whether somebody's home may stand in a text."""
    low = text.lower()
    return (
        QUARTER.search(text) is not None
        or bool(LIVING.there(low))
        or not AT_HOME.isdisjoint(letters_of(low))
    )


def homes(text: str) -> Iterator[Hit]:
    """Every home in a plain text."""
    for match in QUARTER.finditer(text):
        yield from at_home(
            text, max(0, match.start() - REACH), match.start(), match.end(), ["quarter"]
        )
    is_near = not AT_HOME.isdisjoint(letters_of(text.lower()))
    for match in POINT.finditer(text) if is_near else ():
        line = text[max(0, match.start() - REACH) : match.start()].lower().rpartition("\n")[2]
        if not AT_HOME.isdisjoint(WORD.findall(line)):
            yield from at_home(text, match.start(), match.start(), match.end(), ["point"])
    for match in LIVING.found(text):
        if street := STREET.match(text, match.end()):
            stop = text.find("\n", street.end(), street.end() + REACH)
            stop = stop if stop >= 0 else min(len(text), street.end() + REACH)
            if door := DOOR.search(text, street.end(), stop):
                yield from at_home(text, match.start(), street.start() + 1, door.end(), ["door"])
                continue
        if road := ROAD.match(text, match.end()):
            yield from at_home(text, match.start(), road.start(), road.end(), ["street", "door"])
        elif village := VILLAGE.match(text, match.end()):
            before = WORD.findall(text[max(0, match.start() - REACH) : match.start()].lower())[-2:]
            signs = ["village"] + ["served"] * (not SERVED.isdisjoint(before))
            yield from at_home(text, match.start(), village.start(), village.end(), signs)


def at_home(text: str, low: int, start: int, end: int, signs: list[str]) -> Iterator[Hit]:
    """An address that ends at a place, where enough says that somebody lives there."""
    low = max(low, text.rfind("\n", low, start) + 1)
    if street := STREET.search(text, low, end):
        signs.append("street")
        start = street.start()
    line = text[max(0, start - REACH) : start].rpartition("\n")[2]
    said = frozenset(WORD.findall(line.lower()))
    signs += ["label"] * (LABEL.search(text, low, end) is not None)
    signs += ["house"] * (not HOUSES.isdisjoint(said))
    signs += ["person"] * (not persons().isdisjoint(said))
    if certainty := weights().certainty("home", signs):
        yield Hit(Data.HOME, (start, end), certainty)
