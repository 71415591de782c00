"""SMM994 measured-otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smmkit.analyses.consistency.planned_targets import measured_by
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document
from smmkit.documents.direction import PerformanceAgreement, StrategicPlan
from smmkit.documents.objective import Kpi, Objective
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import measure_of
from smmkit.words import say

EITHER = frozenset({"working day", "calendar day"})
"""What a day may be where nothing more is said."""


@rule(
    "SMM994",
    "measured-otherwise",
    of=Document,
    severity=Severity.WARNING,
    source="juknis II.A4; own rule",
    clause="6.2.1",
    filled=True,
)
def measured_otherwise(document: Document, qms: Qms) -> Problems:
    """A target in an agreement or a plan is in the measure of its KPI: percent, working days, hours.

    Why: 20 calendar days are 14 working days. Both papers say 20, and nobody sees that they differ.
    So is the first word of the KPI's own title; and what is valued in words has no such measure.
    """
    words = qms.fact(vocabulary).measures
    if isinstance(document, Objective) and not is_gone(document, qms):
        yield from not_its_own(document, words)
    if not isinstance(document, PerformanceAgreement | StrategicPlan) or is_gone(document, qms):
        return
    for kpi, steps, said in targets(document, qms):
        here, there = measures(said, words), measures(kpi.measured_in, words)
        if here and there and not here & there:
            yield problem(
                document,
                *steps,
                message=say(
                    "{id} is measured in {unit}, and this says {said}",
                    id=kpi.id,
                    unit=kpi.measured_in,
                    said=said,
                ),
                hint=say("write it in the measure of the KPI"),
            )


def not_its_own(objective: Objective, words: Mapping[str, tuple[str, ...]]) -> Problems:
    """The KPIs that are called by another measure than theirs, or that have one and are valued in words."""
    for index, kpi in enumerate(objective.kpis):
        here = measures(kpi.title.split(maxsplit=1)[0], words)
        there = measures(kpi.measured_in, words)
        if there and (kpi.words or (here and not here & there)):
            yield problem(
                objective,
                "kpis",
                index,
                "measured_in",
                message=say(
                    "{id} is measured in {unit}, and this says {said}",
                    id=kpi.id,
                    unit=kpi.measured_in,
                    said=kpi.words or kpi.title,
                ),
                hint=say("write in what its values are counted"),
            )


def targets(
    document: PerformanceAgreement | StrategicPlan, qms: Qms
) -> Iterator[tuple[Kpi, Path, str]]:
    """The targets that a paper writes in words, each with its KPI and its place."""
    if isinstance(document, PerformanceAgreement):
        for index, promise in enumerate(document.promises):
            if kpi := qms.get(promise.kpi, Kpi):
                yield kpi, ("promises", index, "target"), promise.target
        return
    for index, goal in enumerate(document.goals):
        kpi = measured_by(goal, qms)
        for n, one in enumerate(goal.targets if kpi else ()):
            if kpi:
                yield kpi, ("goals", index, "targets", n, "target"), one.target


def measures(text: str, words: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The measures that a text names; the longer of two words for one counts."""
    names = {one.casefold(): name for name, some in words.items() for one in some}
    every = measure_of(tuple(sorted(names, key=len, reverse=True)))
    found = frozenset(names[one.casefold()] for one in every.findall(text)) - {"none"}
    return found - {"day"} | EITHER if "day" in found else found
