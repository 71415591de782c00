"""SMM845 too-few-planned."""

from __future__ import annotations

from smmkit.analyses.agenda.limits import audits_a_year
from smmkit.analyses.audits import is_called_off
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = 360
"""Days; a programme of fewer plans no whole year."""


@rule(
    "SMM845",
    "too-few-planned",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="juknis II.C1",
    clause="9.2.2",
    filled=True,
)
def too_few_planned(programme: AuditProgramme, qms: Qms) -> Problems:
    """A programme of a year plans as many internal audits as the organization has set itself.

    Why: the juknis wants two a year, and what is not even planned is not held.
    """
    days = (programme.until - programme.since).days
    if days < YEAR or programme.since > qms.as_of:
        return
    internal = [one for one in programme.entries if one.audit_type is AuditType.INTERNAL]
    is_over = programme.until < qms.as_of  # then another rule counts those that were held
    planned = [one for one in internal if is_over or not is_called_off(one, qms.as_of)]
    wanted = audits_a_year(qms) * round(days / 365)
    if len(planned) < wanted:
        yield problem(
            programme,
            "entries",
            message=say(
                "internal audits in {id}: {n}; wanted: {wanted}",
                id=programme.id,
                n=len(planned),
                wanted=wanted,
            ),
            hint=say(
                "plan the others in a new version, or set `per_year:` under `rules: SMM727` in qms.yaml"
            ),
        )
