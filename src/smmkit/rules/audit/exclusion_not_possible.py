"""SMM708 exclusion-not-possible."""

from __future__ import annotations

from smmkit.analyses.coverage import clauses_named
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM708", "exclusion-not-possible", of=Settings, source="ISO 9001, 4.3", clause="4.3")
def exclusion_not_possible(settings: Settings, qms: Qms) -> Problems:
    """The scope leaves out only what the standard lets an organization leave out.

    Why: a requirement that bears on the conformity of a service or on the satisfaction of customers
    always applies. Internal audit, or the review by top management, is never "not applicable".
    """
    for index, exclusion in enumerate(settings.scope.exclusions):
        standard, _ = qms.clause(exclusion.clause, settings)
        allowed = {c.id for c in standard.clauses if c.na_allowed} if standard else set()
        named = [number for _, number in clauses_named(qms, exclusion.clause, settings)]
        if allowed and not exclusion.partial and not allowed.issuperset(named):
            yield problem(
                settings,
                "scope",
                "exclusions",
                index,
                "clause",
                message=say("{clause} cannot be left out of the scope", clause=exclusion.clause),
                hint=say(
                    "assess how far it is met, or write `partial: true` if only a part of it cannot apply"
                ),
            )
