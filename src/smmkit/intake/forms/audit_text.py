"""The text of an auditor's report, line by line: findings with their labels, and those in lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from smmkit.intake.forms.audit_labels import HEAD, WORDS, is_head, is_label, labelled
from smmkit.intake.forms.audit_lines import follows, is_report, numbered, runs
from smmkit.intake.forms.audit_told import Told, in_one_line
from smmkit.intake.forms.base import CLAUSE, says
from smmkit.intake.words import begins, data, holds
from smmkit.words import Message, say

BULLET = re.compile(r"^(?:[-*\u2022\u2023\u25aa\u2013\uf0b7]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", re.I)
CALLED = re.compile(
    r"(?P<sort>ncr?|lks|ptk|kts|ofi|obs|aoc|temuan|finding|ketidaksesuaian|nonconformity|observasi"
    r"|observation|saran)\b(?: (?:no(?:mor)?\b)?)?[ .:#-]{0,4}(?P<number>[A-Za-z]{0,6}[-./]?\d[\w./-]{0,30})"
    r"(?P<rest>(?:\s*[(:,|]|\s+[-\u2013\u2014]\s|$).*)",
    re.I,
)
"""How a line begins that a finding begins with: `NCR 01`, `NC 2 - clause 8.4.1 - SEK`, `OFI 1: ...`."""

LEAD = re.compile(r"\(?(\d{1,2}|[A-Z]|[a-z])[.)]\s")
"""What numbers a heading or an item."""

BELOW = re.compile(r"(\d{1,2})\.\d{1,2}[.)]?\s+")
"""What numbers an item below a heading that has a number."""

AGAINST = re.compile(
    r"\b(?:klausul|pasal|clause)\s(?:iso 9001(?::20\d\d)? )?(\d{1,2}(?:\.\d{1,2}){0,3})", re.I
)
RAISED = re.compile(
    r"\b(?:(?:ketidaksesuaian|temuan)\s(?:yang\s)?(?:bersifat\s)?\w{4,10}|saran(?: perbaikan)?"
    r"|peluang (?:perbaikan|peningkatan)|observasi|\w{4,10}\s(?:nonconformity|non-conformity)"
    r"|opportunity for improvement|observation)\b",
    re.I,
)
"""How a sentence says that something was found, in a report that has no list of it."""

GOES_ON = frozenset({"observed", "cause", "correction", "action"})
"""What may be a list itself."""


@dataclass
class Text:
    """A report while it is read."""

    units: frozenset[str]
    headings: frozenset[str] | None
    """What a Word file itself calls headings; None where a line is no paragraph."""
    has_lists: bool
    """Whether its lists are findings: it is a report of an audit."""
    found: list[Told] = field(default_factory=list)
    now: Told = field(default_factory=Told)
    grade: str = ""
    heads: list[int] = field(default_factory=list)

    def begin(self, grade: str | None = None) -> None:
        """Another finding, or another part of the report."""
        if "statement" not in self.now.texts and "observed" in self.now.texts:
            self.now.texts["statement"] = self.now.texts.pop("observed")
        self.found.append(self.now)
        self.now = Told()
        if grade is not None:
            self.grade = grade

    def line(self, n: int, said: str) -> None:
        """One more line."""
        text = self.unnumbered(said)
        role, rest = labelled(text)
        if role == "clause" and rest and not CLAUSE.search(rest):
            role = ""  # what the standard says there
        if row := in_one_line(text, n, self.units):
            self.begin()
            self.now = row
            if self.headings is not None:
                row.last = ""  # a paragraph ends where it ends
        elif (called := CALLED.fullmatch(text)) and role != "number":
            self.called(n, called)
        elif role:
            if (
                role in self.now.texts and role not in GOES_ON and self.now.texts.get("statement")
            ) or (role == "statement" and self.now.is_whole):
                self.begin()
            self.now.put(role, rest, n)
        elif is_head(text):
            self.begin(said)
            self.heads.append(n)
        elif self.ends(said):
            self.begin("")
        elif self.is_item(said, text):
            self.begin()
            self.now.is_item, self.now.lead = True, said
            self.item(text, n)
        elif self.now.last and not is_label(text):
            self.now.put(self.now.last, text, n)
        else:
            self.now.last = ""
        if self.grade and self.now.texts and not self.now.texts.get("grade"):
            self.now.texts["grade"] = self.grade

    def unnumbered(self, said: str) -> str:
        """A line without what numbers it: below `4. Peluang` the item `4.1 Papan` names no clause."""
        own, item = LEAD.match(self.grade), BELOW.match(said)
        if own and item and own[1] == item[1]:
            return said[item.end() :]
        return BULLET.sub("", said).strip()

    def called(self, n: int, called: re.Match[str]) -> None:
        """A line that a finding begins with, by its number."""
        self.begin()
        rest = called["rest"].strip(" :,|-\u2013\u2014")
        if rest.count("(") != rest.count(")") or rest.startswith("("):
            rest = rest.strip("() ")
        self.now.put("number", called["number"].rstrip("."), n)
        if grade := says(f"{called['sort']} {rest[:HEAD]}", "grades"):
            self.now.texts["grade"] = grade
        if (
            self.has_lists
            and rest
            and (self.now.texts.get("grade") or self.grade)
            and len(rest.split()) > WORDS
        ):
            begins_with = " ".join(rest.split()[:WORDS])
            self.now.is_item = not CLAUSE.match(rest) and not holds(
                begins_with, ["clause", "klausul", "iso"]
            )
        if self.now.is_item:
            self.item(rest, n)
        elif rest:
            self.name(rest)
            self.now.lead, self.now.last = rest, "statement"

    def item(self, text: str, n: int) -> None:
        """An item of a list: what it says, and the clause and the unit that it names."""
        self.name(text)
        self.now.put("statement", text, n)

    def name(self, text: str) -> None:
        """The clause and the unit that a line names."""
        bare = re.sub(r"\b9001(?::20\d\d)?", " ", text)
        if clause := CLAUSE.search(bare):
            self.now.texts.setdefault("clause", clause[0])
        named = {word for word in re.findall(r"\w+", text) if word in self.units}
        if len(named) == 1:
            self.now.texts.setdefault("unit", named.pop())

    def is_item(self, said: str, text: str) -> bool:
        """Whether a line is an item of a list of findings, and goes on with none of the labels above."""
        if not (self.grade and self.has_lists and says(self.grade, "grades")):
            return False
        goes_on = self.now.last or "number" in self.now.texts
        if begins(text, data()["none_found"]) or (goes_on and not self.now.is_item):
            return False
        return self.headings is not None or BULLET.match(said) is not None

    def ends(self, said: str) -> bool:
        """Whether a line heads another part: by its style, or by the next number."""
        if self.headings is not None:
            return said in self.headings
        lead, own = LEAD.match(said), LEAD.match(self.grade)
        if not (lead and own) or says(said, "grades"):
            return False
        item = LEAD.match(self.now.lead) if self.now.is_item else None
        return follows(own[1], lead[1]) and not (item and follows(item[1], lead[1]))


def told_in(
    pages: Iterable[Iterable[str]],
    units: frozenset[str] = frozenset(),
    headings: frozenset[str] | None = None,
) -> tuple[list[Told], list[tuple[Message, str]]]:
    """The findings of a text, in order, and the runs of lines that belong to none."""
    lines = list(numbered(pages))
    text = Text(units, headings, is_report(line for _, line in lines))
    for n, line in lines:
        text.line(n, line)
    text.begin()
    found = [one for one in text.found if one.is_whole]
    if not found and headings is not None and text.has_lists:
        found = [one for n, line in lines if (one := in_a_sentence(text, n, line))]
    taken = {n for one in found for n in one.lines} | set(text.heads)
    return found, runs([(n, line) for n, line in lines if n not in taken])


def in_a_sentence(text: Text, n: int, line: str) -> Told | None:
    """A paragraph that says what was found of one clause: "a minor nonconformity against clause 7.2"."""
    clauses = {found[1] for found in AGAINST.finditer(line)}
    raised = RAISED.search(line)
    if len(clauses) != 1 or raised is None or not (grade := says(raised[0], "grades")):
        return None
    one = Told(say("line {n}", n=n), {"grade": grade}, is_item=True)
    text.now = one
    text.item(line, n)
    one.texts["clause"] = clauses.pop()
    return one
