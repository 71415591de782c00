"""SMM457 reports-to-nobody."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.head import head_of
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import JobDescription
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM457",
    "reports-to-nobody",
    severity=Severity.WARNING,
    source="ISO 9001, 5.3; juknis II.A7",
    clause="5.3",
    filled=True,
)
def reports_to_nobody(qms: Qms) -> Problems:
    """Every position but that of the head says to whom it reports.

    Why: who has nobody above has nobody to ask, and nobody who notices.
    """
    jobs = live(qms, JobDescription)
    if not any(job.reports_to for job in jobs):
        return
    above = {job.reports_to for job in jobs}
    for job in jobs:
        is_top = squeezed(head_of(qms)) in squeezed(job.title) or (
            job.id in above and job.reports_to is None
        )
        if job.reports_to is None and not is_top:
            yield problem(
                job,
                "id",
                message=say("{id} reports to nobody", id=job.id),
                hint=say("name the position above under `reports_to:`"),
            )
