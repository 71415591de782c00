"""SMM947 formula-against-its-sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.consistency.words_of_change import LESS_IS_BETTER, MORE_IS_BETTER
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Kpi, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.counts import bound
from smmkit.words import say


@rule(
    "SMM947",
    "formula-against-its-sentence",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 6.2.1",
    clause="6.2.1",
    filled=True,
)
def formula_against_its_sentence(objective: Objective, qms: Qms) -> Problems:
    """What an objective wants at most, or at least, is counted so: less is better, or more.

    Why: counted the wrong way round, a KPI is the greener the worse the work goes.
    """
    if is_gone(objective, qms):
        return
    for words, number, formulas in bounds(objective, qms):
        meant = [(index, kpi) for index, kpi in enumerate(objective.kpis) if number in targets(kpi)]
        if meant and all(kpi.formula in formulas for _, kpi in meant):
            index, kpi = meant[0]
            yield problem(
                objective,
                "kpis",
                index,
                "formula",
                message=say(
                    "{id} wants {words}, and {kpi} is counted as {formula}",
                    id=objective.id,
                    words=words,
                    kpi=kpi.id,
                    formula=kpi.formula.label,
                ),
                hint=say("write the formula that fits, or put the sentence right"),
            )


def bounds(objective: Objective, qms: Qms) -> Iterator[tuple[str, Decimal, frozenset[object]]]:
    """Each number that is wanted at least or at most, in words, and the formulas that go against it."""
    held = qms.fact(vocabulary)
    for ways, against in ((held.at_least, LESS_IS_BETTER), (held.at_most, MORE_IS_BETTER)):
        for match in bound(ways).finditer(objective.statement):
            number = only_number(match[1])
            if number is not None:
                yield match[0], number, against


def targets(kpi: Kpi) -> set[Decimal]:
    """The targets of a KPI."""
    return {one.value for one in kpi.targets if one.value is not None}
