"""SMM840 excluded-though-done."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from smmkit.analyses.proof.coverage import clauses_named
from smmkit.analyses.proof.naming import Naming, namings
from smmkit.analyses.proof.need_words import few
from smmkit.analyses.proof.proof import Strength, evidence_for, ids
from smmkit.documents.settings import Exclusion, Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM840",
    "excluded-though-done",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 4.3",
    clause="4.3",
)
def excluded_though_done(settings: Settings, qms: Qms) -> Problems:
    """The scope leaves out nothing that the documents of the folder show to be done.

    Why: who keeps a register of customers' property has such property. What applies is not refused, and
    the first document that an auditor opens would contradict the scope.
    """
    naming = cache(lambda id_: namings(qms, qms.packs[id_]))
    for index, exclusion in enumerate(settings.scope.exclusions):
        if not exclusion.partial and (done := documents_of(qms, settings, exclusion, naming)):
            yield problem(
                settings,
                "scope",
                "exclusions",
                index,
                "clause",
                message=say(
                    "{clause} is left out of the scope, though it is done by {documents}",
                    clause=exclusion.clause,
                    documents=few(done),
                ),
                hint=say(
                    "take it out of `exclusions:`, or write `partial: true` and which part cannot apply"
                ),
            )


def documents_of(
    qms: Qms, settings: Settings, exclusion: Exclusion, naming: Callable[[str], Naming]
) -> list[str]:
    """The documents that prove one of the clauses that may be left out."""
    standard, _ = qms.clause(exclusion.clause, settings)
    if standard is None:
        return []
    named = {number for _, number in clauses_named(qms, exclusion.clause, settings)}
    meant = [one for one in standard.clauses if one.id in named and one.na_allowed]
    if not meant:
        return []
    named_by = naming(standard.id)
    shown = [evidence_for(qms, clause.proof, clause.id, named_by) for clause in meant]
    found = [id_ for one in shown if one.strength is Strength.PROVED for id_ in ids(one.evidence)]
    return [*dict.fromkeys(found)]
