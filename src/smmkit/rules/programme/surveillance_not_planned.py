"""SMM843 surveillance-not-planned."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.documents.certification import Certificate
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
    watched = [
        one
        for one in qms.of(Certificate)
        if (one.received or one.date) < programme.since and programme.since <= one.expires
    ]
    if not watched or not is_live(programme, qms):
        return
    if not any(entry.audit_type in WATCHING for entry in programme.entries):
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
