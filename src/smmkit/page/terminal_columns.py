"""How broad the columns of a table are on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rich.text import Text

from smmkit.page import Column, Shape
from smmkit.words import Message, harmless

LONGEST_WORD, LONGEST_CODE = 14, 24
SIGNS = "/-_:,"
"""Behind what a path or a number may be parted."""


def least_width(column: Column, title: str, said: Sequence[str]) -> int:
    """The least width in which no word breaks, and no code or number, within reason."""
    words = max((len(word) for word in " ".join([title, *said]).split()), default=0)
    if column.shape is Shape.WORDS:
        return min(words, LONGEST_WORD)
    return max(min(max(map(len, said)), LONGEST_CODE), min(len(title), LONGEST_WORD))


def folded(said: Text, width: int) -> Text:
    """A value with words that are too long for their column parted behind a sign, not within a word."""
    if max(map(len, said.plain.split()), default=0) <= width:
        return said
    lines = (line.split(" ") for line in said.plain.split("\n"))
    cut = (" ".join("\n".join(parted(word, width)) for word in line) for line in lines)
    return Text("\n".join(cut), said.style)


def parted(word: str, width: int) -> Iterator[str]:
    """The parts of a long word, each ending with a sign, where there is one."""
    while len(word) > width:
        cut = max(word.rfind(sign, 0, width) for sign in SIGNS) + 1 or width
        yield word[:cut]
        word = word[cut:]
    yield word


def in_one_line(value: Any) -> Any:
    """A value in which each text of a person is one line; what we put under one another stays so."""
    match value:
        case str():
            return harmless(value.rstrip("\n"))
        case Message():
            return replace(value, values={k: in_one_line(v) for k, v in value.values.items()})
        case list() | tuple():
            return [in_one_line(one) for one in value]
    return value


def broadest(said: Text) -> int:
    """How broad it is where nothing is folded."""
    return max((part.cell_len for part in said.split()), default=0)


def shared_widths(wished: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """How broad each column is: the broadest gives way first, and none gets less than its least.

    Who has more to say keeps more: a description of sixty letters is not folded as narrow as a name.
    Why not by rich: where columns may not shrink, its tables become broader than the terminal, and
    the ends of their lines are cut off.
    """
    shares = [max(min(wish, room), need) for wish, need in zip(wished, least, strict=True)]
    while sum(shares) > room:
        spare = [(s * s / wished[n], n) for n, s in enumerate(shares) if s > least[n]]
        if not spare:
            break
        shares[max(spare)[1]] -= 1
    return shares
