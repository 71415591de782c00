r"""Signs that no eye sees, as a list shows them to a colleague: `\u202e`; and back, without a doubt."""

from __future__ import annotations

import re
from typing import Any, Final

from smmkit.lists.listing import Column, Row
from smmkit.loading.cell_values import cell_of
from smmkit.words import UNSEEN_IN_LINES, Language

CODE: Final = re.compile(r"(?<!\\)(\\+)(u[0-9a-f]{4}|U[0-9a-f]{8})")
"""What may be a sign that is written as a code, with the backslashes before it."""

SIGN: Final = re.compile(rf"(?<!\\)(\\*)({UNSEEN_IN_LINES.pattern})")


def visible(text: str) -> str:
    """A text in which each such sign is its code; a code that was text has its backslashes doubled."""
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    doubled = CODE.sub(lambda m: m[1] * (2 if is_code(m[2]) else 1) + m[2], text)
    return SIGN.sub(lambda m: f"{m[1] * 2}\\{code_of(m[2])}", doubled)


def as_it_was(text: str) -> str:
    """The text that `visible` was given."""
    return CODE.sub(sign_or_text, text)


def sign_or_text(found: re.Match[str]) -> str:
    """What a code stands for: its sign, or where its backslashes are doubled, itself."""
    if not is_code(found[2]):
        return found[0]
    half, is_sign = divmod(len(found[1]), 2)
    return "\\" * half + (chr(int(found[2][1:], 16)) if is_sign else found[2])


def code_of(sign: str) -> str:
    """The code of a sign: u202e."""
    number = ord(sign)
    return f"u{number:04x}" if number < 0x10000 else f"U{number:08x}"


def is_code(code: str) -> bool:
    """Whether it is a code that `visible` writes."""
    number = int(code[1:], 16)
    return number < 0x110000 and code == code_of(chr(number)) and is_unseen(chr(number))


def is_unseen(sign: str) -> bool:
    """Whether no eye sees a sign."""
    return UNSEEN_IN_LINES.match(sign) is not None


def visible_cell(row: Row, column: Column, speech: Language) -> Any:
    """What stands in the cell of a value."""
    value = cell_of(column.field, row.values.get(column.name), speech)
    return visible(value) if isinstance(value, str) else value
