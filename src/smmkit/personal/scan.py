"""All that is found in a text."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.personal.birth import births
from smmkit.personal.hit import Hit
from smmkit.personal.mail import mails
from smmkit.personal.names import Names, named
from smmkit.personal.numbers import numbers
from smmkit.personal.plain import plain
from smmkit.personal.plates import plates
from smmkit.personal.runs import runs

NOBODY: Names = {}


def hits(text: str, context: str = "", names: Names = NOBODY) -> list[Hit]:
    """The personal data in a text, in its order, none within another.

    `context` is what stands over or before it: the heading of a column, the label of a cell.
    The time that it takes grows as the text does.
    """
    found = sorted(
        each(plain(text), plain(context), names), key=lambda hit: (hit.span[0], -hit.span[1])
    )
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.span[0] >= kept[-1].span[1]:
            kept.append(hit)
    return kept


def each(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What each of the scanners finds."""
    for run in runs(text):
        yield from numbers(run, context)
    yield from mails(text)
    yield from births(text, context)
    yield from plates(text, context)
    yield from named(text, names)
