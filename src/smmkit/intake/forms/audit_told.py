"""A finding as the text of a report tells it: gathered line by line, or told in one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from smmkit.intake.forms.base import CLAUSE, says
from smmkit.intake.forms.grades import in_short
from smmkit.words import Message, say

FEWEST = 3
"""So much of problem, location, evidence, reference and grade a report has to say of one finding at least."""

FORM = frozenset({"statement", "unit", "observed", "clause", "grade"})

BETWEEN = re.compile(r"\s[-\u2013\u2014|]\s")
"""What parts a line that tells a whole finding: `Minor - Klausul 8.5.1 - Loket - Lembar tidak dipakai`."""

SHORT = 4
"""So many words the part of a line has that says but a grade or a clause."""


@dataclass
class Told:
    """A finding as the text tells it, line by line."""

    place: Message = field(default_factory=lambda: say("line {n}", n=1))
    texts: dict[str, str] = field(default_factory=dict)
    last: str = ""
    is_item: bool = False
    """Whether it is an item of a list below a heading that names the grade."""
    lead: str = ""
    """The line that it begins with, as an item, or what stands behind its number."""
    lines: list[int] = field(default_factory=list)

    def put(self, role: str, text: str, line: int) -> None:
        """More of what it says of a role; lines of one sentence follow each other."""
        if not self.texts:
            self.place = say("line {n}", n=line)
        self.texts[role] = f"{self.texts.get(role, '')} {text}".strip()
        self.last = role
        self.lines.append(line)

    @property
    def is_whole(self) -> bool:
        """Whether it is a finding, and no line that happens to begin with such a word."""
        known = FORM & self.texts.keys()
        praised = self.is_item and says(self.texts.get("grade", ""), "grades") == "positive"
        is_item = self.is_item and (not praised or "clause" in known)
        return bool(self.texts.get("statement")) and (is_item or len(known) >= FEWEST)


def in_one_line(text: str, n: int, units: frozenset[str]) -> Told | None:
    """A row of a table as a PDF gives it: number, grade, clause, unit, and then what was found."""
    if parted := in_parts(text, n):
        return parted
    words = text.split()
    ahead = words[:6]
    grades = [n for n, word in enumerate(ahead) if says(word, "grades") or in_short(word)]
    clauses = [n for n, word in enumerate(ahead) if CLAUSE.fullmatch(word)]
    named = [n for n, word in enumerate(ahead) if word in units]
    if not (grades and clauses and named):
        return None
    end = max(grades[0], clauses[0], named[0]) + 1
    rest = " ".join(words[end:])
    if not rest:
        return None
    texts = {"grade": ahead[grades[0]], "clause": ahead[clauses[0]], "unit": ahead[named[0]]}
    one = Told(say("line {n}", n=n), texts)
    texts["number"] = ahead[0] if grades[0] and clauses[0] else ""
    one.put("statement", rest, n)
    return one


def in_parts(text: str, n: int) -> Told | None:
    """A line with strokes between its parts: a grade, a clause, a unit, and last what was found."""
    parts = [part.strip() for part in BETWEEN.split(text)]
    if len(parts) < FEWEST:
        return None
    *short, what = parts
    grade = next((part for part in short if len(part.split()) <= SHORT and graded(part)), "")
    clause = next((part for part in short if part != grade and CLAUSE.search(part)), "")
    if not (grade and clause) or len(what.split()) <= SHORT:
        return None
    unit = next((part for part in short if part not in {grade, clause}), "")
    one = Told(say("line {n}", n=n), {"grade": grade, "clause": clause, "unit": unit})
    one.put("statement", what, n)
    return one


def graded(text: str) -> bool:
    """Whether a short text says a grade."""
    return bool(says(text, "grades") or in_short(text))
