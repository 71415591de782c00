"""SMM417 report-says-otherwise."""

from __future__ import annotations

from smmkit.analyses.consistency.said_figures import in_report
from smmkit.analyses.consistency.saying import Verdict
from smmkit.documents.direction import PerformanceReport
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


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
    for one in in_report(qms, report):
        if one.verdict is Verdict.DIFFERS:
            yield problem(
                report,
                *one.steps,
                message=say(
                    "{what}: the report prints {printed}, and {ours} is what the KPI has",
                    what=one.what,
                    printed=one.said,
                    ours=one.shown,
                ),
                hint=say("correct the one that is wrong; values lie in the table of the KPI"),
            )
