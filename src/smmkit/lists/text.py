"""A list as CSV, as a spreadsheet in Indonesia writes it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any, Final

from smmkit.lists.listing import Listing
from smmkit.lists.visible import visible, visible_cell
from smmkit.lists.workbook import read_only_value
from smmkit.words import Language, say

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a text may not begin with, or a spreadsheet would count it."""


def as_csv(listing: Listing, speech: Language) -> bytes:
    """The list as CSV: with `;`, decimal comma and 31/12/2026 in Indonesian, a mark at its beginning."""
    out = StringIO()
    sign = ";" if speech.code == "id" else ","
    writer = csv.writer(out, delimiter=sign, lineterminator="\r\n")
    titles = [say("Id"), *listing.told, *(column.label for column in listing.columns)]
    writer.writerow([*map(speech.say, titles), visible(listing.sign)])
    for row in listing.rows:
        told = [read_only_value(value, speech) for value in row.told]
        values = [visible_cell(row, column, speech) for column in listing.columns]
        cells = [visible(row.id), *told, *values, visible(listing.mark(row))]
        writer.writerow([written(value, speech) for value in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def written(value: Any, speech: Language) -> str:
    """A cell as text."""
    text = as_written(value, speech)
    is_text = not isinstance(value, int | Decimal)
    return f"'{text}" if is_text and text.startswith(FORMULA) else text


def as_written(value: Any, speech: Language) -> str:
    """A value as people of a language write it."""
    is_id = speech.code == "id"
    match value:
        case None:
            return ""
        case int() | Decimal():
            text = f"{value:f}" if isinstance(value, Decimal) else str(value)
            return text.replace(".", ",") if is_id else text
        case date():
            return value.strftime("%d/%m/%Y") if is_id else value.isoformat()
    return str(value)


def unquoted(text: str) -> str:
    """A text without the sign that kept it from being counted."""
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA else text
