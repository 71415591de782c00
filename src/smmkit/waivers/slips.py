"""What a comment that was meant to waive has to look like: its own words, put right."""

from __future__ import annotations

import re
from typing import Final

from smmkit.corrections.put_right import day as spoken_day

CODES: Final = re.compile(r"[\[(]([^\[\]()]*)[\])]")
BARE_CODES: Final = re.compile(r"\bSMM\d+\b", re.I)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
AT_DASH: Final = re.compile(r"[ \t][-–—][ \t]|:")
AROUND: Final = " \t:;,.-–—"
UNTIL: Final = re.compile(r"\b(?:until|sampai|hingga)\b[ \t]*", re.I)

LONGEST: Final = 100
"""A longer reason is not said again in a hint."""


def corrected(said: str) -> str:
    """The comment as it is to be written; empty where a part of it cannot be known."""
    bracket = CODES.search(said)
    codes = bracket[1].replace(",", " ").split() if bracket else BARE_CODES.findall(said)
    *_, last = [bracket] if bracket else [None, *BARE_CODES.finditer(said)]
    day, reason = day_and_reason(said[last.end() :] if last else "")
    if not (codes and day and reason):
        return ""
    local = "ab" in said.lower().partition("smm")[2][:4]
    verb, until = ("abaikan", "sampai") if local else ("ignore", "until")
    why = reason if len(reason) <= LONGEST else "…"
    return f"# smm: {verb}[{', '.join(codes)}] {until} {day}: {why}"


def day_and_reason(rest: str) -> tuple[str, str]:
    """What stands behind the rules, as a day of YAML and the words behind it."""
    if known := DAY.search(rest):
        return known[0], rest[known.end() :].strip(AROUND)
    words = UNTIL.sub("", rest, count=1).strip(AROUND)
    text, *more = AT_DASH.split(words, maxsplit=1)
    meant = spoken_day(text.strip())
    return (meant.yaml, more[0].strip(AROUND)) if meant and more else ("", "")
