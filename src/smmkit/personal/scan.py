"""All that is found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from smmkit.personal.birth import births, is_heard
from smmkit.personal.hit import Hit
from smmkit.personal.mail import has_sign, mails
from smmkit.personal.names import NOBODY, Names, named
from smmkit.personal.numbers import CARD, cards, misread, numbers
from smmkit.personal.plain import UNSEEN, plain, scanned
from smmkit.personal.plates import PLATE, is_told, plates
from smmkit.personal.runs import SHORTEST, has_run, may_be_misread, runs
from smmkit.personal.tables import told_cells

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
    found = sorted(
        scanned(text, lambda shown: written(shown, plain(context), names)),
        key=lambda hit: (hit.span[0], -hit.span[1]),
    )
    kept: list[Hit] = []
    for hit in found:
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
        has_run(text)
        or has_sign(text)
        or is_heard(low)
        or CARD.search(text) is not None
        or PLATE.search(text) is not None
        or is_told(low)
        or names.may_be_in(low)
    )


def written(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What is found in a plain text, and in its tables."""
    yield from each(text, context, names)
    yield from below_headings(text, names)


def each(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What each of the scanners finds."""
    is_misread = may_be_misread(text)
    for run in runs(text):
        yield from numbers(run, context)
        if is_misread:
            yield from misread(run)
    yield from cards(text)
    yield from mails(text, names)
    yield from births(text, context)
    yield from plates(text, context)
    yield from named(text, context, names)


def below_headings(text: str, names: Names) -> Iterator[Hit]:
    """What the headings of tables in a text tell of their cells."""
    for start, cell, heading in told_cells(text):
        for hit in each(cell, heading, names):
            low, high = hit.span
            yield replace(hit, span=(start + low, start + high))
