"""What a line of an auditor's report is about: its label, with a colon or without, or a grade."""

from __future__ import annotations

import re

from smmkit.intake import days
from smmkit.intake.forms.base import CLAUSE, says
from smmkit.intake.forms.grades import in_short
from smmkit.intake.words import begins, comparable, data, meaning, table

LETTERS = {"p": "statement", "l": "unit", "o": "observed", "e": "observed", "r": "clause"}
"""What auditors shorten: P, L, O (or E), R; also in brackets."""

PLACE_IN_ORDER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+")
"""The number of a heading."""

GOES_ON = re.compile(r"[\d.]{1,9}\s?:\s")
"""A clause that begins a sentence of its own: `Klausul 9.3: tinjauan belum ada`."""

HEAD = 80
"""A line that names the grade of what follows is no longer than this."""

LABEL, LABEL_WORDS = 60, 8
"""So many letters and words a label has at most, before its colon."""

WORDS = 5
"""So many it has where no colon stands, and what follows it."""


def labelled(text: str) -> tuple[str, str]:
    """What a line is about, where it begins with such a word and a colon; and what it says."""
    label, colon, rest = text.partition(":")
    bare = label.strip(" ()*").lower()
    if not colon or len(label) > LABEL:
        return plainly_labelled(text)
    role = LETTERS.get(bare) or meaning(label.strip(), "finding") or ""
    role = "number" if role == "row" else role
    return (role, rest.strip()) if role else plainly_labelled(text)


FEWEST = 3
"""So much of problem, location, evidence and reference is said in a cell that says each behind its word."""


def within(text: str) -> dict[str, str]:
    """What the lines of one cell say behind such words: P, L, O and R; nothing where it is no such cell."""
    found: dict[str, str] = {}
    role = ""
    for line in text.splitlines():
        now, rest = labelled(line.strip())
        role = now or role
        said = rest if now else line.strip()
        found[role] = f"{found[role]}\n{said}" if role in found else said
    return found if len(found) >= FEWEST and "statement" in found and "" not in found else {}


def plainly_labelled(text: str) -> tuple[str, str]:
    """The same of a form whose lines a PDF gives without a colon: where what follows is such a thing."""
    words = text.split()
    for count in range(min(WORDS, len(words) - 1), 0, -1):
        role = table("finding").get(comparable(" ".join(words[:count])), "")
        rest = " ".join(words[count:])
        if role and fits(role, rest, count):
            return role, rest
    return "", ""


def fits(role: str, rest: str, count: int) -> bool:
    """Whether what stands behind a label of so many words can be what the label says."""
    match role:
        case "grade":
            return len(rest.split()) <= count + 2 and bool(says(rest, "grades") or in_short(rest))
        case "clause":
            is_said = CLAUSE.search(rest) is not None and not GOES_ON.match(rest)
            return len(rest.split()) <= WORDS and is_said
        case "number":
            return count > 1 and len(rest.split()) == 1 and any(map(str.isdigit, rest))
        case "date" | "response" | "due":
            return days.first(rest) is not None and len(rest.split()) <= WORDS
        case "unit":
            return len(rest.split()) <= WORDS and rest[:1].isupper()
        case "statement" | "observed":
            return count > 1 and rest[:1].isupper()
    return False


def is_label(text: str) -> bool:
    """Whether a line begins with a label that nobody knows, and so goes on with nothing above."""
    label, colon, _ = text.partition(":")
    return (
        bool(colon)
        and len(label) <= LABEL
        and len(label.split()) <= LABEL_WORDS
        and label[:1].isupper()
    )


def is_head(text: str) -> bool:
    """Whether a line names the grade of what stands below it: `B. Ketidaksesuaian minor`, `NCR 2 (Major)`."""
    if len(text) > HEAD or text.endswith((".", ";", ",")):
        return False
    bare = PLACE_IN_ORDER.sub("", text)
    if begins(bare, data()["ends_findings"]):
        return True
    return says(bare, "grades") is not None
