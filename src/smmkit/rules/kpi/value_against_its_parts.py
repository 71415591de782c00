"""SMM430 value-against-its-parts."""

from __future__ import annotations

from smmkit.analyses.kpis.rates import agrees, factor_of
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Objective
from smmkit.location import Location
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import rounded, say


@rule(
    "SMM430",
    "value-against-its-parts",
    of=Objective,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def value_against_its_parts(objective: Objective, qms: Qms) -> Problems:
    """A measured rate is its numerator over its denominator.

    Why: one of the three numbers is wrong, and whoever counts again finds out which one nobody has checked.
    """
    for kpi in objective.kpis:
        read = qms.fact(series)[kpi.id]
        for one in read.observations:
            if one.written is None or one.numerator is None or not one.denominator:
                continue
            counted = one.numerator / one.denominator * factor_of(kpi)
            if not agrees(one.written, counted):
                yield Problem(
                    read.path,
                    (),
                    say(
                        "{id} in {period}: {value} is written, and {above} of {below} is {counted}",
                        id=kpi.id,
                        period=one.period,
                        value=one.written,
                        above=one.numerator,
                        below=one.denominator,
                        counted=rounded(counted),
                    ),
                    say("correct the wrong one; without a value it is counted from the other two"),
                    objective.id,
                    Location(read.path, one.line),
                )
