"""The objectives of a sheet of KPIs that stand in rows of their own, above the indicators that serve them."""

from __future__ import annotations

import re
from typing import Final

from smmkit.intake.table import Table
from smmkit.intake.words import meaning

LISTED: Final = re.compile(r"(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)\s+(?=\D)")
"""How an item of a list begins: 1. Indeks Kepuasan Masyarakat; 1.2 Nilai SAKIP."""


SAYS_MORE: Final = ("measured_in", "calculation", "direction", "numerator", "denominator")
"""What only an indicator has."""


def bare(text: str) -> str:
    """A text without the number that it has in a list."""
    return LISTED.sub("", text, count=1) if LISTED.match(text) else text


def group_of(table: Table, row: int) -> str:
    """The objective that a row alone says, of those below it: `A | Sasaran 1: Layanan bermutu`.

    A number in digits is that of an indicator.
    """
    if heads_others(table, row):
        return bare(table.line(row, "kpi"))
    said = [*dict.fromkeys(text for text in table.grid.rows[row] if text.strip())]
    if table.columns("objective") or not 0 < len(said) <= len(("A", "Sasaran")):
        return ""
    label, colon, rest = said[-1].partition(":")
    word = " ".join(re.sub(r"[\d.]+", " ", label).split())
    if colon and rest.strip() and meaning(word, "objective") == "objective":
        return " ".join(rest.split())
    is_lettered = len(said) > 1 and re.fullmatch(r"(?:[A-Z]|[IVX]{1,4})[.)]?", said[0].strip())
    return bare(" ".join(said[-1].split())) if is_lettered else ""


def heads_others(table: Table, row: int) -> bool:
    """Whether a row says neither target nor value nor how it is measured, where the next one does both."""
    if not (table.columns("target") and table.columns("value")) or table.columns("objective"):
        return False
    below = next(filter(table.is_own, range(row + 1, len(table.grid.rows))), row)
    is_bare = not any(table.text(row, role) for role in ("target", "value", *SAYS_MORE))
    return is_bare and all(table.text(below, role) for role in ("kpi", "target", "value"))
