"""SMM460 other-than-its-source."""

from __future__ import annotations

from smmkit.analyses.consistency.said_figures import from_sources
from smmkit.analyses.consistency.saying import Verdict
from smmkit.documents.objective import Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM460",
    "other-than-its-source",
    of=Objective,
    source="ISO 9001, 9.1.1 and 9.1.3; juknis II.A4",
    clause="9.1.1",
)
def other_than_its_source(objective: Objective, qms: Qms) -> Problems:
    """The value of a KPI is the result of the survey or of the service log that it is counted from.

    Why: the index in the table of the KPI and the one of the survey are the same number, or one is wrong.
    """
    for one in from_sources(qms, objective):
        if one.verdict is Verdict.DIFFERS:
            yield problem(
                objective,
                *one.steps,
                message=say(
                    "{what} is {said}, and {source} makes {ours}",
                    what=one.what,
                    said=one.said,
                    source=one.source,
                    ours=one.shown,
                ),
                hint=say(
                    "correct the table of the KPI, or the answers and cases that it comes from"
                ),
            )
