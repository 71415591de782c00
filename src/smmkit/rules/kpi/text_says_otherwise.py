"""SMM461 text-says-otherwise."""

from __future__ import annotations

from smmkit.analyses.consistency.figures_in_text import in_texts
from smmkit.analyses.consistency.saying import Verdict
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM461",
    "text-says-otherwise",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.3",
    whole=(Objective,),
)
def text_says_otherwise(qms: Qms) -> Problems:
    """A figure in a sentence of a report, a review or a survey is one that is counted.

    Why: the minutes say 83,76 and the survey 83,67; the auditor asks which of the two was decided upon.
    """
    unread = {id_ for id_, read in qms.fact(series).items() if not read.is_whole}
    unread |= {one.id for one in qms.of(Objective) if unread & {kpi.id for kpi in one.kpis}}
    for one in in_texts(qms):
        if one.verdict is Verdict.DIFFERS and one.source not in unread:
            yield problem(
                one.document,
                *one.steps,
                message=say(
                    "the text says {said}, and the nearest figure of {source} is {ours}",
                    said=one.said,
                    source=one.source,
                    ours=one.shown,
                ),
                hint=say("correct the text; if it means something else, say what: smm figures"),
            )
