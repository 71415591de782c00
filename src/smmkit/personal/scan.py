"""All that is found in a text."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.personal.birth import births, is_heard
from smmkit.personal.hit import Hit
from smmkit.personal.mail import has_sign, mails
from smmkit.personal.names import Names, named
from smmkit.personal.numbers import numbers
from smmkit.personal.plain import plain
from smmkit.personal.plates import PLATE, plates
from smmkit.personal.runs import has_run, runs

NOBODY: Names = Names()


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


def may_have(text: str, names: Names = NOBODY) -> bool:
    """Whether anything may be found in a text or in a part of it; to ask the whole first saves time."""
    text = plain(text)
    low = text.lower()
    return (
        has_run(text)
        or "@" in text
        or has_sign(text)
        or is_heard(low)
        or PLATE.search(text) is not None
        or names.may_be_in(low)
    )


def each(text: str, context: str, names: Names) -> Iterator[Hit]:
    """What each of the scanners finds."""
    for run in runs(text):
        yield from numbers(run, context)
    yield from mails(text)
    yield from births(text, context)
    yield from plates(text, context)
    yield from named(text, names)
