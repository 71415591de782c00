"""What a column is, by the headings above it."""

from __future__ import annotations

import re
from functools import lru_cache

from smmkit.intake.words import comparable, meaning
from smmkit.intake.words import table as word_table

TIMES = re.compile(
    r"\b(tahun|thn|th)?\.?\s*20\d\d\b"
    r"|\b(?:(?:s/d|s\.d\.?|sampai dengan|hingga) ?)?(tw|triwulan|q|semester|smt|s/d|s\.d\.?)"
    r"\s*(iv|i{1,3}|[1-4])\b",
    re.I,
)


@lru_cache(4096)  # a sheet with merged cells says the same heading over each column
def role_of(path: tuple[str, ...], kind: str) -> str:
    """What a column is: by its own heading, else by the one above."""
    if len(path) > 1:
        group = meaning(path[-2], kind) or ""
        if whole := joined(path, kind) or (group if group in {"left", "private"} else ""):
            return whole
    texts = (said for text in reversed(path) for said in (text, timeless(text)))
    found = next((role for text in texts if (role := meaning(text, kind))), "")
    return found or next((role for text in reversed(path) if (role := either(text, kind))), "")


def joined(path: tuple[str, ...], kind: str) -> str:
    """What two headings mean together, as one is written: `TMT` below `Jabatan`, `Nama` below it."""
    known = word_table(kind)
    below, above = comparable(path[-1]), comparable(path[-2])
    return known.get(f"{below} {above}") or known.get(f"{above} {below}") or ""


def either(text: str, kind: str) -> str:
    """What a heading of two names means, `Unit/Auditee`: where both mean the same."""
    names = text.split("/")
    roles = {meaning(name, kind) or "" for name in names}
    return roles.pop() if len(names) > 1 and len(roles) == 1 else ""


def timeless(text: str) -> str:
    """A heading without the time that it speaks of: `Target Tahun 2019`, `Realisasi TW I`."""
    return TIMES.sub(" ", text)
