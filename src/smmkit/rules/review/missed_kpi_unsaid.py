"""SMM537 missed-kpi-unsaid."""

from __future__ import annotations

import re

from smmkit.analyses.kpis.below import below_target
from smmkit.documents.objective import Kpi
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[\w-]+")


@rule(
    "SMM537",
    "missed-kpi-unsaid",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2 c",
    clause="9.3.2",
    filled=True,
)
def missed_kpi_unsaid(review: ManagementReview, qms: Qms) -> Problems:
    """A review that goes through the KPIs one by one leaves out none that fell short.

    Why: what is not spoken of is not decided on, and falls short again.
    """
    for n, item in enumerate(review.inputs):
        if item.topic is not ReviewTopic.OBJECTIVES:
            continue
        said = {word for word in WORD.findall(item.what) if qms.get(word, Kpi)}
        missed = [id_ for id_ in below_target(qms, str(review.date.year - 1)) if id_ not in said]
        if said and missed:
            yield problem(
                review,
                "inputs",
                n,
                "what",
                message=say("these fell short and are not spoken of: {kpis}", kpis=missed),
                hint=say("write their values and what is done about them, or why nothing is"),
            )
