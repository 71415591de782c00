"""What is claimed: the last assessment, its lines, and what the scope leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.proof.kinship import below, kin, origins
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import says_nothing, vocabulary
from smmkit.documents.assessment import GapAssessment, Verdict
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause
from smmkit.standards.vocabulary import pattern_of


def latest_assessment(qms: Qms, standard: Standard) -> GapAssessment | None:
    """The last assessment against a standard on or before the day."""
    known = [a for a in qms.of(GapAssessment) if a.standard == standard.id and a.date <= qms.as_of]
    return max(known, key=lambda assessment: (assessment.date, assessment.id), default=None)


def claims(qms: Qms, assessment: GapAssessment) -> Iterable[tuple[str, Verdict]]:
    """The lines of an assessment by the number that each is about."""
    for verdict in assessment.verdicts:
        standard, number = qms.clause(verdict.requirement, assessment)
        if standard and standard.id == assessment.standard:
            yield number, verdict


def admitted(verdict: Verdict, qms: Qms) -> str | None:
    """The field in which a verdict itself says that something is lacking: its gap, or its condition."""
    words = qms.fact(vocabulary)
    lacking, good = pattern_of(words.lacking), pattern_of(words.welcome)
    absent = pattern_of((*words.denies, *words.lacking))
    gap, condition = squeezed(verdict.gap or ""), squeezed(verdict.condition or "")
    if gap and gap not in words.none and gap != "-":
        return "gap"
    said = [one.end() for one in lacking.finditer(condition)]
    begins = absent.match(condition) and not good.search(condition)
    return "condition" if len(condition) in said or begins else None


def exclusions(qms: Qms, standard: Standard) -> dict[str, str]:
    """The clauses that the scope leaves out, each with its reason; a group leaves out what is below.

    What is left out only in part goes on counting, and so does a clause that the standard never leaves
    out, with all that was to go with it.
    A clause is left out, too, where all that it was in another edition is.
    """
    found = left_out(qms, standard)
    may_be_left_out = {clause.id for clause in standard.clauses if clause.na_allowed}
    for id_, heirs in kin(qms, standard).items():
        other = qms.standard(id_)
        there = left_out(qms, other) if other else {}
        for clause, before in origins(heirs).items():
            if clause in may_be_left_out and all(one in there for one in before):
                found.setdefault(clause, there[before[0]])
    return found


def left_out(qms: Qms, standard: Standard) -> dict[str, str]:
    """The clauses that the scope leaves out by the numbers of this standard.

    What only says that it is not done yet leaves nothing out: it is a gap.
    """
    settings = qms.settings
    if settings is None:
        return {}
    may_be_left_out = {clause.id for clause in standard.clauses if clause.na_allowed}
    said: dict[str, str] = {}
    for exclusion in settings.scope.exclusions:
        owner, number = qms.clause(exclusion.clause, settings)
        meant = owner and owner.id == standard.id and not exclusion.partial
        if meant and not says_nothing(exclusion.reason, qms):
            inside = below(standard).get(number, {number})
            if may_be_left_out.issuperset(inside):
                said |= dict.fromkeys(inside, exclusion.reason)
    return {clause: said[clause] for clause in standard.above if clause in said}


def is_in_exclusions(qms: Qms, standard: Standard, clause: StandardClause) -> bool:
    """Whether the scope leaves out a clause, or a group above it, be it only in part."""
    if qms.settings is None:
        return False
    named = (qms.clause(one.clause, qms.settings) for one in qms.settings.scope.exclusions)
    ours = {number for owner, number in named if owner and owner.id == standard.id}
    return not ours.isdisjoint((clause.id, *standard.above[clause.id]))
