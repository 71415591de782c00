"""SMM738 auditor-not-in-team."""

from __future__ import annotations

from smmkit.analyses.audits.auditors import audit_teams_on
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM738",
    "auditor-not-in-team",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B3",
    clause="9.2.2",
    filled=True,
)
def auditor_not_in_team(audit: Audit, qms: Qms) -> Problems:
    """Internal audits are done by the internal audit team.

    Why: the team is named by the head; who audits without being in it has no order to do so.
    """
    if audit.audit_type is not AuditType.INTERNAL:
        return
    teams = audit_teams_on(qms, audit.date)
    members = {member.person for team in teams for member in team.members}
    for index, auditor in enumerate(audit.auditors):
        if teams and auditor.person and auditor.person not in members:
            yield problem(
                audit,
                "auditors",
                index,
                "person",
                message=say(
                    "{person} is not in the internal audit team: {teams}",
                    person=auditor.person,
                    teams=[t.id for t in teams],
                ),
                hint=say(
                    "let somebody of the team do it, or put the person into the team by a decree"
                ),
            )
