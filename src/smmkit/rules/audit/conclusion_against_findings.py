"""SMM973 conclusion-against-findings."""

from __future__ import annotations

from collections import Counter

from smmkit.analyses.audits import NONCONFORMITIES, findings_by_audit
from smmkit.analyses.consistency.counts_of_things import counted_in
from smmkit.analyses.texts.spoken_counts import count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary
from smmkit.standards.vocabulary.counts import nonconformities
from smmkit.standards.vocabulary.parts import Counting
from smmkit.words import say

FURTHER = {"improvement": Grade.IMPROVEMENT, "observation": Grade.OBSERVATION}
"""Other findings that a conclusion may count."""


@rule(
    "SMM973",
    "conclusion-against-findings",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 f; juknis II.B4",
    clause="9.2.2",
    filled=True,
    whole=(AuditFinding,),
)
def conclusion_against_findings(audit: Audit, qms: Qms) -> Problems:
    """The conclusion of an audit counts as many nonconformities as the audit found.

    Why: who reads only the conclusion decides by it; "no nonconformity" above three of them hides all three.
    """
    if any(qms.get(one.audit, Audit) is None for one in qms.of(AuditFinding)):
        return  # one that names no audit may be of this one
    found = Counter(one.grade for one in qms.fact(findings_by_audit).get(audit.id, ()))
    words = qms.fact(vocabulary)
    none, grades = words.nothing_found, grades_of(words.counting)
    counted = nonconformities(none, (*words.numbers,), (*grades,))
    for match in counted.finditer(audit.conclusion or ""):
        number, before, what, behind = (part.casefold() if part else "" for part in match.groups())
        grade = grades.get(before or behind)
        said = how_many(number, words)
        if said and grade is None and what not in none.nonconforming:
            continue  # how many findings of any sort there are may be counted in several ways
        ours = found[grade] if grade else sum(found[one] for one in NONCONFORMITIES)
        if said != ours:
            yield counted_wrongly(audit, match[0], ours)
    for one in counted_in(qms, audit.conclusion or ""):
        if one.sort in FURTHER and one.number != found[FURTHER[one.sort]]:
            yield counted_wrongly(audit, one.said, found[FURTHER[one.sort]])


def counted_wrongly(audit: Audit, said: str, ours: int) -> Problem:
    """That a conclusion counts other than there are findings."""
    return problem(
        audit,
        "conclusion",
        message=say(
            "the conclusion of {id} says {said}; of these it has {n}",
            id=audit.id,
            said=said,
            n=ours,
        ),
        hint=say("count the findings that name this audit, and write that number"),
    )


def grades_of(words: Counting) -> dict[str, Grade]:
    """The grades of nonconformities, by the words for them."""
    return {**dict.fromkeys(words.minor, Grade.MINOR), **dict.fromkeys(words.major, Grade.MAJOR)}


def how_many(number: str, words: Vocabulary) -> int | None:
    """What a number says, or what says none or one."""
    if number in words.nothing_found.nothing:
        return 0
    return 1 if number in words.nothing_found.single else count_of(number, words.numbers)
