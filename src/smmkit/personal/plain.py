"""A text as a keyboard types it: digits, blanks, hyphens and letters are the plain ones; none moves."""

from __future__ import annotations

import unicodedata
from typing import Final

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


def plain(text: str) -> str:
    """The text, letter for letter, as a keyboard types it."""
    return text if text.isascii() else text.translate(TABLE)
