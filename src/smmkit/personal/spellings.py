"""The ways in which the name of one person is written: turned round, shortened, without a word of kinship."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from smmkit.personal.words import word_list, word_set

KIN: Final = word_set("kin")
SMALL: Final = word_set("kin", "small")
"""Words of a name that are written without a capital."""

MUHAMMAD: Final = word_list("muhammad")
"""One name, as offices spell it."""

LEFT_OUT: Final = word_set("muhammad", "left_out")
"""With these so many names begin that people are called without."""

SHORT: Final = {
    **dict.fromkeys(MUHAMMAD, ("m", "muh", "moh", "mhd", *MUHAMMAD)),
    "abdul": ("abd",),
    "achmad": ("ach",),
    "ahmad": ("a", "ahm"),
    "siti": ("st",),
    "theresia": ("th",),
    "yohanes": ("yoh",),
    "fransiskus": ("fr", "frans"),
    "antonius": ("anton",),
}
"""What these names are shortened to, beside their first letter."""

MOST: Final = 5
"""Of a name of more words one in the middle is left out, or all, and none is a letter."""


BEGUN: Final = (3, 4, 5)
"""So many letters of a long first word stand for it: Agust., Melki."""

RARE: Final = 5
"""A last word with more letters is known again behind the first letter alone."""

GLUED: Final = 9
"""So many letters has a name that is known again without blanks."""


class Spelling(NamedTuple):
    """The words of a name, in small letters."""

    words: tuple[str, ...]
    is_loose: bool = False
    """Whether it may be other words, too; each but the small ones has then to begin with a capital."""

    is_turned: bool = False
    """Whether its last word comes first; a comma may stand behind it."""

    is_partial: bool = False
    """Whether its end or beginning is left out, or all but a word; what stands around has to agree."""

    is_listed: bool = False
    """Whether a comma stands behind its last word, which comes first, and a point behind the letter for
    its first, as in a list of works: Nahak, M.
    """

    is_glued: bool = False
    """Whether its words stand without a blank, as in the name of a file."""


def spellings(name: tuple[str, ...]) -> Iterator[Spelling]:
    """Every way to write a name; none of a name that is too short to be known again."""
    if len("".join(name)) < 4:
        return
    yield Spelling(name)
    if len(name) < 2:
        return
    for word in name:
        if len(word) > 2 and word not in SMALL:
            yield Spelling((word,), is_partial=True)
    yield from of_several(name)
    if name[0] in LEFT_OUT and len(name) > 2:
        yield from of_several(name[1:])


def of_several(name: tuple[str, ...]) -> Iterator[Spelling]:
    """Every way to write a name of several words."""
    yield Spelling(name)
    yield Spelling((name[-1], *name[:-1]), is_loose=True, is_turned=True)
    for whole in {name, (name[0], name[-1])}:
        if len("".join(whole)) >= GLUED:
            yield Spelling(("".join(whole),), is_glued=True)
    if len(name[0]) > 1 and len(name[-1]) > 3:
        yield Spelling((name[-1], name[0][0]), is_loose=True, is_turned=True, is_listed=True)
    if len(name[0]) > 2:
        yield Spelling((name[0], name[-1][0]), is_loose=True, is_partial=True)
    done = {name, (name[-1], *name[:-1])}
    for size in range(2, len(name)):
        yield Spelling(name[:size], is_loose=True, is_partial=True)
        yield Spelling(name[-size:], is_loose=True, is_partial=len(name[-1]) <= RARE)
    for words in shortened(name):
        if words not in done:
            done.add(words)
            yield Spelling(words, is_loose=True, is_turned=words[0] == name[-1])


def shortened(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name with words in the middle as a letter or left out, or its first word as a letter."""
    first, *middle, last = name
    if len(last) < 3:
        if len(first) > 3 and last not in SMALL:
            yield from ((first, *kept, last) for kept in ways(middle))
        return
    if middle and len(middle[-1]) > 2:
        yield (first, *middle, last[0])
    for kept in ways(middle):
        if len(first) > 2:
            yield (first, *kept, last)
            yield (last, first, *kept)
        elif len("".join((*kept, last))) > 5 and kept:
            yield (*kept, last)
    begun = [first[:size] for size in BEGUN if len(first) > size + 1 and len(last) > 3]
    for short in begun:
        yield from ((short, *middle, last), (short, last))
    for short in (first[0], *SHORT.get(first, ())):
        if len(short) > 3 and middle:
            yield (short, *middle, last[0])
        if len(last) > 3 or middle:
            yield (short, *middle, last)
        if len(last) > RARE and middle:
            yield (short, last)
        if len(last) > 3 and middle:
            yield (short, *(word[0] for word in middle), last)
        for kept in ways(middle):
            if len(short) > 2 or any(len(word) > 2 for word in kept):
                yield (short, *kept, last)
    if kin := [n for n, word in enumerate(name) if word in KIN and n > 1]:
        yield name[: kin[0]]


def ways(middle: list[str]) -> Iterator[list[str]]:
    """The words in the middle of a name: each as it is, as a letter, or left out."""
    if len(middle) > MOST - 2:
        yield from (middle, [], *([*middle[:n], *middle[n + 1 :]] for n in range(len(middle))))
        return
    found: list[list[str]] = [[]]
    for word in middle:
        found = [[*one, *some] for one in found for some in ([word], [word[0]], [])]
    yield from found
