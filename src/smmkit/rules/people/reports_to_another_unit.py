"""SMM892 reports-to-another-unit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import are_kin
from smmkit.documents.people import JobDescription
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM892",
    "reports-to-another-unit",
    of=JobDescription,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3; juknis II.A7",
    clause="5.3",
    filled=True,
)
def reports_to_another_unit(job: JobDescription, qms: Qms) -> Problems:
    """A position reports to the head of all, or to one of its own unit or of a unit above it.

    Why: the head of another unit neither gives the work nor answers for it.
    """
    above = qms.get(job.reports_to or "", JobDescription)
    if above is None or above.reports_to is None or not is_live(job, qms):
        return  # who reports to nobody leads all units
    if not are_kin(qms, job.unit, above.unit):
        yield problem(
            job,
            "reports_to",
            message=say(
                "{id} is of {unit}, and reports to {above} of {other}",
                id=job.id,
                unit=job.unit,
                above=above.id,
                other=above.unit,
            ),
            hint=say("name the position above it in its own unit, or the head"),
        )
