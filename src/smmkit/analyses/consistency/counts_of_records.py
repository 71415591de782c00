"""How many resources, scores, answers, decisions and providers sentences of people say that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from smmkit.analyses.surveys.surveys import outcomes
from smmkit.analyses.texts.spoken_counts import any_count, count_of, pairs
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit
from smmkit.documents.customers import Survey
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.resources import ExternalProviders, Resources
from smmkit.documents.review import ManagementReview
from smmkit.qms import Qms
from smmkit.standards.vocabulary.changes import from_to
from smmkit.standards.vocabulary.counts import (
    answers,
    closed_findings,
    decisions,
    findings,
    letter,
    providers,
)
from smmkit.standards.vocabulary.patterns import NEVER

FEW = 10
"""From so many on a number stands for itself; below, many things happen to be as many."""
Found: TypeAlias = tuple[str, str, str]
"""What is said, of what, and what that comes to; the same text where both agree."""
WHOLE = "[0-9]{1,3}"
LETTER = re.compile(r"[A-D](?: |\Z)")


def of_registers(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """What is said of resources that there are, and of the scores of providers."""
    for thing in things:
        if isinstance(thing, Resources):
            yield from of_resources(qms, clause, thing)
        if isinstance(thing, ExternalProviders):
            scores = from_to(qms.fact(vocabulary).counting, WHOLE)
            for match in scores.finditer(clause):
                yield from of_scores(thing, match)


def of_resources(qms: Qms, clause: str, register: Resources) -> Iterator[Found]:
    """How many of so many resources a clause says that there are, where it is another number."""
    there = [(e.id, e.available, e.needed) for e in register.entries]
    known = {(int(n), int(m)): id_ for id_, n, m in there if n is not None and m is not None}
    for said, one, other, _ in pairs(qms, clause):
        near = [pair for pair in known if other == pair[1] or (one == pair[0] and one >= FEW)]
        if near and (one, other) not in known:
            yield said, known[near[0]], f"{near[0][0]}/{near[0][1]}"


def of_scores(register: ExternalProviders, match: re.Match[str]) -> Iterator[Found]:
    """From which score to which a provider is said to have come, where one of the two is not its own."""
    for entry in register.entries:
        scores = [one.score for one in entry.evaluations if one.score is not None]
        hits = [Decimal(n) in scores for n in match.groups()]
        if any(hits) and not all(hits):
            yield match[0], entry.id, ", ".join(map(str, scores))


def of_audits(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """How many minor or major nonconformities audits are said to have found, or of how many findings to
    be rid, where it is more than all.
    """
    audits = {one.id for one in things if isinstance(one, Audit)}
    found = [one for one in qms.of(AuditFinding) if one.audit in audits] if audits else []
    grades = [one.grade for one in found]
    closed = sum(one.is_closed_on(qms.as_of) for one in found)
    ends = closed_findings(
        qms.fact(vocabulary).counting, any_count(qms), qms.fact(vocabulary).closes
    )
    for match in ends.finditer(clause) if found else ():
        said = count_of(match[1], qms.fact(vocabulary).numbers)
        if said is not None and said > closed:
            yield match[0], ", ".join(sorted(audits)), str(closed)
    words, count = qms.fact(vocabulary).counting, any_count(qms)
    for grade, called in ((Grade.MINOR, words.minor), (Grade.MAJOR, words.major)) if grades else ():
        there = grades.count(grade)
        for match in findings(words, count, called).finditer(clause):
            said = count_of(match[1], qms.fact(vocabulary).numbers)
            if said is not None and said > there:
                yield match[0], ", ".join(sorted(audits)), str(there)


def of_records(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """How many answers, decisions or providers a sentence says that something has."""
    numbers = qms.fact(vocabulary).numbers
    graded = letter(qms.fact(vocabulary).counting)
    for thing in things:
        source, asked, ours = counted_in(qms, thing)
        for match in asked.finditer(clause):
            said = count_of(match[1], numbers)
            if said is not None and said != ours:
                yield match[0], source, str(ours)
        if isinstance(thing, Survey) and (grade := grade_of(qms, thing)):
            for match in graded.finditer(clause):
                if match[1] != grade:
                    yield match[0], thing.id, grade


def counted_in(qms: Qms, thing: object) -> tuple[str, re.Pattern[str], int]:
    """What can be counted of a thing: its id, how a sentence counts it, and how many there are."""
    words, count = qms.fact(vocabulary).counting, any_count(qms)
    if isinstance(thing, ManagementReview):
        return thing.id, decisions(words, count, thing.id), len(thing.decisions)
    if isinstance(thing, ExternalProviders):
        return thing.id, providers(words, count), len(thing.entries)
    outcome = qms.fact(outcomes).get(thing.id) if isinstance(thing, Survey) else None
    if outcome and outcome.result.answers:
        return outcome.survey.id, answers(words, count), outcome.result.answers
    return "", NEVER, 0


def grade_of(qms: Qms, survey: Survey) -> str | None:
    """The letter that a survey came to."""
    outcome = qms.fact(outcomes).get(survey.id)
    label = outcome.result.label.id if outcome and outcome.result.label else ""
    return label[0] if LETTER.match(label) else None
