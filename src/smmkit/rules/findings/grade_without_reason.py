"""SMM754 grade-without-reason."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say

NAMES = {
    Grade.MAJOR: frozenset({"mayor", "major"}),
    Grade.MINOR: frozenset({"minor"}),
}
"""How each grade is called where its reason is written."""


@rule(
    "SMM754",
    "grade-without-reason",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="juknis II.B4 a",
    filled=True,
)
def grade_without_reason(found: AuditFinding, qms: Qms) -> Problems:
    """The grade of a nonconformity has a reason; neither that nor the title speaks of another grade.

    Why: the juknis lets major and minor overlap. Where the reason is written, the grade can be
    discussed; else it is only felt.
    """
    if other := opening(found.title, found.grade):
        yield problem(
            found,
            "title",
            message=say(
                "the grade of {id} is {grade}, and its title speaks of another: {other}",
                id=found.id,
                grade=found.grade.label,
                other=other.label,
            ),
            hint=say("put the title or the grade right"),
        )
    if found.grade not in NONCONFORMITIES:
        return
    if not found.justification:
        if not is_wished(qms, "grade-reasons"):
            return
        yield problem(
            found,
            "grade",
            message=say("nothing says why {id} is a {grade}", id=found.id, grade=found.grade.label),
            hint=say("write under `justification:` what it does to the system and its results"),
        )
    elif other := other_grade(found.justification, found.grade, qms):
        yield problem(
            found,
            "justification",
            message=say(
                "{id} is a {grade}, and its reason is that of a {other}",
                id=found.id,
                grade=found.grade.label,
                other=other.label,
            ),
            hint=say("write why it has the grade that it has, or put the grade right"),
        )


def other_grade(reason: str, grade: Grade, qms: Qms) -> Grade | None:
    """The other grade whose reason this is: by its name, or since a part of the system broke down."""
    if grade is Grade.MINOR and claims(qms.fact(vocabulary).breaks_down, reason):
        return Grade.MAJOR
    return opening(reason, grade)


def opening(reason: str, grade: Grade) -> Grade | None:
    """The other grade that a reason speaks of, where it does not speak of its own."""
    spoken = {word.strip(".,:;()") for word in reason.casefold().split()}
    named = {one for one in NONCONFORMITIES if spoken & NAMES[one]}
    return next(iter(named - {grade}), None) if grade not in named else None
