"""SMM973 conclusion-against-findings."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from smmkit.analyses.audits import NONCONFORMITIES, findings_by_audit
from smmkit.analyses.consistency.counts_of_things import counted_in
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import NothingFound, ways_of
from smmkit.words import say

COUNT = {
    **dict.fromkeys(("satu", "sebuah", "one", "a"), 1),
    **dict.fromkeys(("dua", "two"), 2),
    **dict.fromkeys(("tiga", "three"), 3),
    **dict.fromkeys(("empat", "four"), 4),
    **dict.fromkeys(("lima", "five"), 5),
    **dict.fromkeys(("enam", "six"), 6),
    **dict.fromkeys(("tujuh", "seven"), 7),
    **dict.fromkeys(("delapan", "eight"), 8),
    **dict.fromkeys(("sembilan", "nine"), 9),
    **dict.fromkeys(("sepuluh", "ten"), 10),
    **dict.fromkeys(("sebelas", "eleven"), 11),
    **dict.fromkeys(("dua belas", "twelve"), 12),
}
"""How many a word says."""

GRADES = {"mayor": Grade.MAJOR, "major": Grade.MAJOR, "minor": Grade.MINOR}
FURTHER = {"improvement": Grade.IMPROVEMENT, "observation": Grade.OBSERVATION}
"""Other findings that a conclusion may count."""

OF_A_GRADE = "|".join(GRADES)


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
    words = qms.fact(vocabulary).nothing_found
    for match in counted(words).finditer(audit.conclusion or ""):
        number, before, what, behind = (part.casefold() if part else "" for part in match.groups())
        grade = GRADES.get(before or behind)
        is_of_all = not what.startswith(("ketidaksesuaian", "nonconformit")) and grade is None
        said = 0 if number in words.nothing else COUNT.get(number) or int(number)
        if is_of_all and said:
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


@cache
def counted(words: NothingFound) -> re.Pattern[str]:
    """How a conclusion says how many nonconformities of a grade there were, or none, or no findings."""
    number = rf"{ways_of(words.nothing)}|{'|'.join(sorted(COUNT, reverse=True))}|[0-9]{{1,2}}"
    return re.compile(
        rf"\b({number}) (?:({OF_A_GRADE}) )?({ways_of(words.of)})(?: ({OF_A_GRADE})\b)?"
        rf"(?! (?:{OF_A_GRADE}|{ways_of(words.but)})\b)",
        re.IGNORECASE,
    )
