"""A text as a keyboard types it: digits, blanks, hyphens and letters are the plain ones; none moves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from smmkit.personal.hit import Hit

LIKE: Final = {
    "\u00b7": ".",
    "\u2022": ".",
    "\u2219": ".",
    "\u0131": "i",
    "\u02bc": "'",
    "\u2018": "'",
    "\u2019": "'",
}
DASHES: Final = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"


class _Plain(dict[int, str]):
    """One sign for each: asked once for each character, kept."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if (digit := unicodedata.decimal(sign, None)) is not None:
            plain = str(digit)
        elif sign in LIKE:
            plain = LIKE[sign]
        elif sign in DASHES:
            plain = "-"
        elif unicodedata.category(sign) in {"Zs", "Cf"}:
            plain = " "
        else:
            wide = unicodedata.normalize("NFKC", sign)
            bare = unicodedata.normalize("NFKD", sign)[:1]
            plain = bare if bare.isascii() and bare.isalpha() else wide if len(wide) == 1 else sign
        self[code] = plain
        return plain


TABLE: Final = _Plain()


LETTERS: Final = re.compile(r"[^\W\d_]+")
NO_LETTERS: Final = {code: " " for code in range(128) if not chr(code).isalpha()}
"""Of a text in ASCII leaves the letters alone."""

UNSEEN: Final = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
"""Signs without width; they part what a reader sees as one word or number."""


HYPHENED: Final = re.compile(r"-(?<=[^\W\d_]-)[ \t]{0,3}\r?\n[ \t]{0,20}(?=[^\W\d_])")
"""Where a word goes on in the next line; it begins with the hyphen, since that is found fastest."""


def plain(text: str) -> str:
    """The text, letter for letter, as a keyboard types it."""
    return text if text.isascii() else text.translate(TABLE)


OWN: Final = "nya"
"""The end of a word for what is somebody's, in Indonesian."""


@lru_cache(maxsize=2)
def letters_of(text: str) -> frozenset[str]:
    """What is written in letters alone in a text; scanners ask it one after another, of the heading too.

    What is somebody's own is there without that, too: agama of agamanya.
    """
    words = frozenset(
        text.translate(NO_LETTERS).split() if text.isascii() else LETTERS.findall(text)
    )
    return words.union(word[: -len(OWN)] for word in words if word.endswith(OWN))


def scanned(text: str, scan: Callable[[str], Iterable[Hit]]) -> Iterator[Hit]:
    """What is found in a text, and what only where the signs without width are left out, and the ends
    of lines in a word.
    """
    yield from scan(plain(text))
    if "-" not in text and text.isascii():
        return
    left_out = {
        n
        for one in (UNSEEN, HYPHENED)
        for match in one.finditer(text)
        for n in range(*match.span())
    }
    if not left_out:
        return
    places = [n for n in range(len(text)) if n not in left_out]
    for hit in scan(plain("".join(text[n] for n in places))):
        start, end = hit.span
        yield replace(hit, span=(places[start], places[end - 1] + 1))
