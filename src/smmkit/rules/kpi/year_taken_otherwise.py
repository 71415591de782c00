"""SMM467 year-taken-otherwise."""

from __future__ import annotations

from smmkit.analyses.kpis.running import Taken, taken_otherwise
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, rounded, say


@rule(
    "SMM467",
    "year-taken-otherwise",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1; own rule",
    clause="9.1.1",
)
def year_taken_otherwise(objective: Objective, qms: Qms) -> Problems:
    """The values of a KPI are what `aggregation` takes them for: of single periods, or running totals.

    Why: running totals that are added count January twelve times; the last of single months hides the others.
    """
    for index, kpi in enumerate(objective.kpis):
        for found in taken_otherwise(qms, kpi, qms.fact(series)[kpi.id].observations):
            message, hint = words(kpi, found)
            yield problem(objective, "kpis", index, "aggregation", message=message, hint=hint)


def words(kpi: Kpi, found: Taken) -> tuple[Message, Message]:
    """What is said of such a year, and what to write instead."""
    known = {
        "id": kpi.id,
        "year": found.year,
        "counted": rounded(found.counted).normalize(),
        "meant": rounded(found.meant).normalize(),
    }
    if kpi.aggregation is Aggregation.RATIO:
        message = say(
            "{id}: numerator and denominator of {year} run on from line to line, up to {meant} in all; "
            "added they are {counted}",
            **known,
        )
        return message, say("write in each line what its own period has, not what came together")
    if found.runs_on:
        message = say(
            "{id}: the values of {year} run on from line to line, up to {meant}; "
            "by `aggregation` the year comes to {counted}",
            **known,
        )
        return message, say("write `aggregation: last`, or in each line its own period alone")
    message = say(
        "{id}: the values of {year} are each of its own period, and come to {meant} together; "
        "by `aggregation` the year comes to {counted}",
        **known,
    )
    return message, say("write `aggregation: sum`, or in each line what came together so far")
