"""A text with the signs for digits, blanks and hyphens that Unicode has many of made one; no letter moves."""

from __future__ import annotations

import unicodedata
from typing import Final

DASHES: Final = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"


class _Plain(dict[int, str]):
    """One sign for each: asked once for each character, kept."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if (digit := unicodedata.decimal(sign, None)) is not None:
            plain = str(digit)
        elif sign in DASHES:
            plain = "-"
        elif unicodedata.category(sign) in {"Zs", "Cf"}:
            plain = " "
        else:
            wide = unicodedata.normalize("NFKC", sign)
            plain = wide if len(wide) == 1 else sign
        self[code] = plain
        return plain


TABLE: Final = _Plain()


def plain(text: str) -> str:
    """The text, letter for letter, as a keyboard types it."""
    return text if text.isascii() else text.translate(TABLE)
