"""What is to be done about a finding: by whom, and by when."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from smmkit.intake import days
from smmkit.intake.forms.base import Row
from smmkit.intake.words import meaning

BETWEEN = " ,;:.(/-"
BEFORE_DAY = re.compile(r"\b(?:tgl|tanggal|batas waktu|target|paling lambat|due)$", re.I)
"""What stands between what is to be done and its last day."""


def task(row: Row, role: str, unit: str | None, due: str | None, id_: str) -> dict[str, Any] | None:
    """What is to be done, by when; a day at the end of the text is its last day."""
    parts = {"": ""} | said_within(row.text(role))
    text = " ".join(parts[""].split())
    if not text:
        return None
    said = row.day("due", id_) if due else None
    day = date.fromisoformat(said) if said else days.first(parts.get("due", ""))
    if who := parts.get("who"):
        unit = row.result.unit(row.at(role), who) or unit
    for start, end, known in sorted(days.spans(text), reverse=True)[:1]:
        if day is None and not text[end:].strip(" ."):
            day, text = known, BEFORE_DAY.sub("", text[:start].rstrip(BETWEEN)).rstrip(BETWEEN)
    found = {"what": text, "owner": unit}
    return found | ({"due": day.isoformat()} if day else {})


def said_within(text: str) -> dict[str, str]:
    """What a cell says, and behind words of their own in its lines who does it, and by when."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        label, colon, rest = line.partition(":")
        role = meaning(label.strip(), "finding") if colon and rest.strip() else None
        is_part = role == "who" or (role == "due" and days.first(rest))
        key = str(role) if is_part and role not in found else ""
        found[key] = f"{found[key]}\n{line}" if key in found else rest.strip() if key else line
    return found
