"""SMM708 exclusion-not-possible."""

from __future__ import annotations

from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards import Standard
from smmkit.words import say


@rule("SMM708", "exclusion-not-possible", of=Settings, source="ISO 9001, 4.3", clause="4.3")
def exclusion_not_possible(settings: Settings, qms: Qms) -> Problems:
    """The scope leaves out only what the standard lets an organization leave out.

    Why: a requirement that bears on the conformity of a service or on the satisfaction of customers
    always applies. Internal audit, or the review by top management, is never "not applicable", and not in
    part either.
    """
    for index, exclusion in enumerate(settings.scope.exclusions):
        standard, _ = qms.clause(exclusion.clause, settings)
        named = [number for _, number in clauses_named(qms, exclusion.clause, settings)]
        if not standard or may_be_left_out(standard, named, exclusion.partial):
            continue
        in_part = say(
            "assess how far it is met, or write `partial: true` if only a part of it cannot apply"
        )
        yield problem(
            settings,
            "scope",
            "exclusions",
            index,
            "clause",
            message=say("{clause} cannot be left out of the scope", clause=exclusion.clause),
            hint=in_part
            if may_be_left_out(standard, named, in_part=True)
            else say("assess how far it is met; no part of it may be left out either"),
        )


def may_be_left_out(standard: Standard, named: list[str], in_part: bool) -> bool:
    """Whether clauses may be left out; in part, whether they are of a chapter of which any may be.

    A standard that lets nothing be left out is not asked: its pack does not know.
    """
    allowed = {clause.id for clause in standard.clauses if clause.na_allowed}
    if not allowed:
        return True
    if not in_part:
        return allowed.issuperset(named)
    chapters = {group for one in allowed for group in standard.above[one]}
    return all(chapters.intersection(standard.above[one]) for one in named)
