"""The report of an auditor as text: findings in the form problem, location, objective evidence, reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.intake import days
from smmkit.intake.forms import findings
from smmkit.intake.forms.base import Row, says
from smmkit.intake.result import Result, UnknownPaperError
from smmkit.intake.units import unit_of, unit_within, units_in
from smmkit.intake.words import begins, comparable, data, meaning
from smmkit.words import Message, say

LETTERS = {"p": "statement", "l": "unit", "o": "observed", "e": "observed", "r": "clause"}
"""What auditors shorten: P, L, O (or E), R; also in brackets."""

BULLET = re.compile(r"^(?:[-*\u2022\u25aa\uf0b7]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", re.I)
NUMBER = re.compile(
    r"\b(?:ncr?|lks|ptk|kts|ofi|temuan|finding|no(?:mor)?)\b[ .:#-]{0,4}([A-Za-z]{0,6}[-./]?\d[\w./-]*)",
    re.I,
)
HEAD = 80
"""A line that names the grade of what follows is no longer than this."""

LABEL = 40
FEWEST = 3
"""So much of problem, location, evidence and reference a report has to say of one finding at least."""

FORM = frozenset({"statement", "unit", "observed", "clause"})


@dataclass
class Told:
    """A finding as the text tells it, line by line."""

    place: Message
    texts: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def put(self, role: str, text: str) -> None:
        """More of what it says of a role; lines of one sentence follow each other."""
        self.texts[role] = f"{self.texts.get(role, '')} {text}".strip()
        self.last = role

    @property
    def is_whole(self) -> bool:
        """Whether it is a finding, and no line that happens to begin with such a word."""
        return bool(self.texts.get("statement")) and len(FORM & self.texts.keys()) >= FEWEST


def told_in(pages: Iterable[Iterable[str]], units: frozenset[str] = frozenset()) -> list[Told]:
    """The findings of a text, in order."""
    found: list[Told] = []
    grade, now = "", Told(say("line {n}", n=0))
    for number, line in numbered(pages):
        place = say("line {n}", n=number)
        text = BULLET.sub("", line).strip()
        role, rest = labelled(text)
        if row := in_one_line(text, place, units):
            found.append(now)
            found.append(row)
            now = Told(place)
        elif role:
            if (role in now.texts and role in {"statement", "number", "grade"}) or (
                role == "statement" and now.is_whole
            ):
                found.append(now)
                now = Told(place)
            now.put(role, rest)
        elif is_head(text):
            found.append(now)
            grade, now = text, Told(place)
            if known := NUMBER.search(text):
                now.texts["number"] = known[1]
        elif now.last:
            now.put(now.last, text)
        if grade and not now.texts.get("grade") and now.texts:
            now.texts["grade"] = grade
    return [one for one in (*found, now) if one.is_whole]


def numbered(pages: Iterable[Iterable[str]]) -> Iterator[tuple[int, str]]:
    """The lines that say something, counted over all pages."""
    lines = (line for page in pages for line in page)
    return ((n, " ".join(line.split())) for n, line in enumerate(lines, 1) if line.strip())


def labelled(text: str) -> tuple[str, str]:
    """What a line is about, where it begins with such a word and a colon; and what it says."""
    label, colon, rest = text.partition(":")
    bare = label.strip(" ()*").lower()
    if not colon or len(label) > LABEL:
        return "", ""
    role = LETTERS.get(bare) or meaning(label.strip(), "finding") or ""
    return role, rest.strip()


def is_head(text: str) -> bool:
    """Whether a line names the grade of what stands below it: `B. Ketidaksesuaian minor`, `NCR 2 (Major)`."""
    if len(text) > HEAD or text.endswith((".", ";", ",")):
        return False
    if begins(text, data()["ends_findings"]):
        return True
    return says(text, "grades") is not None


def in_one_line(text: str, place: Message, units: frozenset[str]) -> Told | None:
    """A row of a table as a PDF gives it: number, grade, clause, unit, and then what was found."""
    words = text.split()
    ahead = words[:6]
    grades = [n for n, word in enumerate(ahead) if says(word, "grades")]
    clauses = [n for n, word in enumerate(ahead) if findings.CLAUSE.fullmatch(word)]
    named = [n for n, word in enumerate(ahead) if word in units]
    if not (grades and clauses and named):
        return None
    end = max(grades[0], clauses[0], named[0]) + 1
    rest = " ".join(words[end:])
    if not rest:
        return None
    one = Told(place, {"statement": rest, "grade": ahead[grades[0]], "clause": ahead[clauses[0]]})
    one.texts |= {"unit": ahead[named[0]], "number": ahead[0] if grades[0] and clauses[0] else ""}
    return one


def read(result: Result, pages: list[list[str]]) -> bool:
    """A finding from each that the text tells; whether there was any."""
    told = told_in(pages, units_in(result.qms))
    if not told:
        return False
    day = next((first for page in pages for line in page if (first := days.first(line))), None)
    audit = audit_in(result, pages)
    for one in told:
        if audit:
            one.texts["audit"] = audit.id
        place_of_work(result, one)
    there = [(one, is_known(result, one)) for one in told]
    fresh = [one for one, id_ in there if not id_]
    rows = [Row(result, one.texts, {}, one.place) for one in fresh]
    found = [value for row in rows if (value := findings.finding(result, row, day))]
    findings.show(result, found)
    there_already = [
        (id_, one.texts["statement"], say("known already")) for one, id_ in there if id_
    ]
    if there_already:
        result.show(say("Findings"), (say("Id"), say("Statement"), say("State")), there_already)
    return True


def is_known(result: Result, one: Told) -> str | None:
    """The finding that the folder has of it already: with its id, or its words in the same audit."""
    words = comparable(one.texts["statement"])
    for known in result.qms.of(AuditFinding):
        same = known.audit == one.texts.get("audit")
        if known.id == one.texts.get("number") or (
            same and words in {comparable(known.statement), comparable(known.title)}
        ):
            return known.id
    return None


def read_alone(result: Result, name: str, pages: list[list[str]]) -> None:
    """The same of a paper that can be nothing else.

    Raises:
        UnknownPaperError: it tells no findings.
    """
    if not read(result, pages):
        raise UnknownPaperError(say("{path} tells no findings of an audit", path=name))


def audit_in(result: Result, pages: list[list[str]]) -> Audit | None:
    """The audit that a report is of: the one whose days it names; of several the last."""
    named = {known for page in pages for line in page for _, _, known in days.spans(line)}
    audits = sorted(result.qms.of(Audit), key=lambda one: one.date)
    within = [one for one in audits if {one.date, one.until or one.date} & named]
    return within[-1] if within else None


def place_of_work(result: Result, one: Told) -> None:
    """The unit that a location means; where it says more than the unit, that goes to the evidence."""
    said = one.texts.get("unit", "")
    settings = result.qms.settings
    if not said or unit_of(result.qms, said) or settings is None:
        return
    low = f" {' '.join(said.lower().replace(',', ' ').split())} "
    # a part of it may call the unit as the house does: `Mutasi, loket 2`, `Loket 2 (Bid. Mutasi)`
    part = unit_within(result.qms, said)
    inside = [
        unit.id
        for unit in settings.units
        if f" {unit.title.lower()} " in low
        or unit.id in said.replace(",", " ").split()
        or unit.id == part
    ]
    if len(inside) == 1:
        one.texts["unit"] = inside[0]
        result.assumed.append((inside[0], say("the unit of {text}", text=said)))
    where = say("Location: {text}", text=said.rstrip("."))
    seen = one.texts.get("observed", "")
    one.texts["observed"] = f"{result.speech.say(where)}. {seen}".strip()
