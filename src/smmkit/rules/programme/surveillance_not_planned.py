"""SMM843 surveillance-not-planned."""

from __future__ import annotations

from smmkit.analyses.audits import is_called_off
from smmkit.analyses.cycle.certificates import certificates, holds_until, is_withdrawn
from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WATCHING = (AuditType.SURVEILLANCE, AuditType.RECERTIFICATION, AuditType.STAGE_2)


@rule(
    "SMM843",
    "surveillance-not-planned",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="juknis II.C2",
    clause="9.2.2",
    filled=True,
)
def surveillance_not_planned(programme: AuditProgramme, qms: Qms) -> Problems:
    """The programme of a year in which a certificate is watched plans the audit of the body.

    Why: the surveillance audit of the year is known from the day the certificate was received; one that
    nobody has planned finds nobody prepared.
    """
    day = min(qms.as_of, programme.until)
    watched = [
        one
        for one in qms.fact(certificates)
        if (one.received or one.date) < programme.since <= holds_until(qms, one)
        and not is_withdrawn(one, day)
    ]
    if not watched or not is_live(programme, qms):
        return
    planned = (entry for entry in programme.entries if not is_called_off(entry, day))
    if not any(entry.audit_type in WATCHING for entry in planned):
        yield problem(
            programme,
            "entries",
            message=say(
                "{id} plans no surveillance audit, though {certificate} holds",
                id=programme.id,
                certificate=watched[0].id,
            ),
            hint=say("add an entry with `audit_type: surveillance` and its months"),
        )
