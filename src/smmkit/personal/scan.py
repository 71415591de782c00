"""All that is found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from smmkit.personal.accounts import IBAN, ibans
from smmkit.personal.birth import births, is_heard
from smmkit.personal.cards import KNOWN, cards
from smmkit.personal.devices import devices
from smmkit.personal.handles import handles, may_have_handle
from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.homes import has_home, homes
from smmkit.personal.mail import has_sign, mails
from smmkit.personal.names import NOBODY, Names, named
from smmkit.personal.numbers import numbers
from smmkit.personal.phones import may_be_spoken, spoken
from smmkit.personal.plain import UNSEEN, plain, scanned
from smmkit.personal.plates import PLATE, is_told, plates
from smmkit.personal.rows import births_in_rows
from smmkit.personal.runs import SHORTEST, has_run, mended, runs
from smmkit.personal.sensitive import sensitive
from smmkit.personal.spelled import misread_names, spelled_names
from smmkit.personal.tables import told_cells
from smmkit.personal.told import labelled_values, may_be_told

CELL: Final = 40
"""Letters of a text as it stands in a cell."""

CROWD: Final = 20_000
"""So many numbers or addresses no text of people holds."""

PART: Final = 100_000
"""Letters of such a text that are looked at together."""

END_OF_PART: Final = re.compile(r"\n|[^\n]{300}[ ,;]")
"""A line's end, or in a long line the end of a word."""


def hits(text: str, context: str = "", names: Names = NOBODY) -> list[Hit]:
    """The personal data in a text, in its order, none within another.

    `context` is what stands over or before it: the heading of a column, the label of a cell.
    The time that it takes grows as the text does.
    """
    found = hits_of_cell if len(text) <= CELL else hits_of_text
    return [*found(text, context, names)]


def hits_of_text(text: str, context: str, names: Names) -> list[Hit]:
    """The same of a text of any length."""
    return in_order(scanned(text, lambda shown: written(shown, plain(context), names)))


hits_of_cell: Final = lru_cache(hits_of_text)
"""Cells of a table say the same again and again."""


def named_in(text: str, names: Names) -> list[tuple[int, int]]:
    """Where in a text somebody is named, in its order, none within another."""
    found = scanned(text, lambda shown: named_anyhow(shown, names))
    return [hit.span for hit in in_order(found)]


def named_anyhow(text: str, names: Names) -> Iterator[Hit]:
    """Every name in a plain text, also misread or spelled."""
    yield from named(text, "", names)
    yield from misread_names(text, names)
    yield from spelled_names(text, names)


def in_order(found: Iterable[Hit]) -> list[Hit]:
    """Hits by their place, the longest of those that begin at one, none within another."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.span[0], -hit.span[1])):
        if not kept or hit.span[0] >= kept[-1].span[1]:
            kept.append(hit)
    return kept


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Where to begin and to end looking: a text with more numbers and addresses than anybody reads is
    looked through part by part, so that who has seen enough can stop.
    """
    start = 0
    if len(text) > PART and is_crowded(text):
        while match := END_OF_PART.search(text, start + PART):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def is_crowded(text: str) -> bool:
    """Whether very many numbers or addresses may stand in a text."""
    digits = sum(map(text.count, "0123456789"))
    return text.count("@") + text.lower().count("lahir") + digits // SHORTEST >= CROWD


def may_have(text: str, names: Names = NOBODY) -> bool:
    """Whether anything may be found in a text or in a part of it; to ask the whole first saves time."""
    if not text.isascii() and UNSEEN.search(text):
        return True
    text = plain(text)
    low = text.lower()
    return (
        has_run(mended(text))
        or has_sign(text)
        or is_heard(low)
        or may_have_handle(low)
        or bool(KNOWN.there(low))
        or has_home(text)
        or any(sensitive(text))
        or may_be_told(low)
        or any(devices(text))
        or IBAN.search(text) is not None
        or PLATE.search(text) is not None
        or is_told(low)
        or may_be_spoken(text)
        or names.may_be_in(low)
        or any(spelled_names(text, names))
    )


def written(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What is found in a plain text, and in its tables."""
    yield from each(text, context, names)
    yield from below_headings(text, names)


def each(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What each of the scanners finds."""
    somebody = [*named(text, context, names)]
    people = [hit.span for hit in somebody]
    yield from somebody
    for run in runs(text):
        yield from numbers(run, context, people)
    yield from misread_names(text, names)
    yield from spelled_names(text, names)
    if (meant := mended(text)) != text:
        yield from misread(text, meant, context)
    yield from cards(text, context)
    yield from ibans(text)
    yield from devices(text)
    yield from spoken(text)
    yield from mails(text, names)
    yield from handles(text, names)
    yield from births(text, context)
    yield from births_in_rows(text, people)
    yield from plates(text, context)
    yield from homes(text)
    yield from sensitive(text, people)
    yield from labelled_values(text, context)


def misread(text: str, meant: str, context: str) -> Iterator[Hit]:
    """What has a letter in the place of a digit, where form or label leaves little doubt."""
    for hit in chain(births(meant, context), *(numbers(run, context) for run in runs(meant))):
        is_sure = hit.certainty is Certainty.SURE
        where = slice(*hit.span)
        if text[where] != meant[where] and (is_sure or hit.kind in {Data.NIK, Data.PHONE}):
            yield hit


def below_headings(text: str, names: Names) -> Iterator[Hit]:
    """What the headings of tables in a text tell of their cells."""
    for start, cell, heading in told_cells(text):
        for hit in each(cell, heading, names):
            low, high = hit.span
            yield replace(hit, span=(start + low, start + high))
