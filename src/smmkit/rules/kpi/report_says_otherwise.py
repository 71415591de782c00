"""SMM417 report-says-otherwise."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpi import result
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.objective import Kpi, Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


@rule(
    "SMM417",
    "report-says-otherwise",
    of=PerformanceReport,
    source="juknis II.A7; ISO 9001, 9.1.3",
    clause="9.1.3",
)
def report_says_otherwise(report: PerformanceReport, qms: Qms) -> Problems:
    """A performance report prints the numbers that the KPI has.

    Why: the same number in two papers, and it is not the same: then neither is believed.
    """
    for index, one in enumerate(report.achievements):
        kpi = qms.get(one.kpi, Kpi)
        home = qms.homes[one.kpi][0] if kpi else None
        if kpi is None or not isinstance(home, Objective) or report.date > qms.as_of:
            continue
        known = result(qms, home, kpi, one.period)
        counted = None if known.missing or not known.due else known.actual
        for field, ours in (
            ("target", known.target),
            ("actual", counted),
            ("achievement", known.achievement),
        ):
            printed = getattr(one, field)
            if printed is not None and ours is not None and differs(printed, ours):
                yield problem(
                    report,
                    "achievements",
                    index,
                    field,
                    message=say(
                        "{id} in {period}: the report prints {printed}, and {ours} is what the KPI has",
                        id=kpi.id,
                        period=one.period,
                        printed=printed,
                        ours=rounded(ours, places(printed)),
                    ),
                    hint=say("correct the one that is wrong; values lie in the table of the KPI"),
                )


def differs(printed: Decimal, ours: Decimal) -> bool:
    """Whether two numbers differ by more than the rounding of the one that is printed."""
    return abs(printed - ours) >= Decimal(1).scaleb(-places(printed))


def places(number: Decimal) -> int:
    """How many places a number has behind its point."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
