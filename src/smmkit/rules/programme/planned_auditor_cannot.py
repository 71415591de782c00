"""SMM976 planned-auditor-cannot."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.audits import done_plans, planned_days
from smmkit.analyses.audits.auditors import (
    audit_teams,
    audit_teams_on,
    ended_on,
    is_to_learn,
    was_trained,
)
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.units import audited, is_one_house
from smmkit.documents.audit import AuditProgramme, AuditType, PlannedAudit
from smmkit.documents.competence import Competences
from smmkit.documents.people import People, PersonEntry, Team
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM976",
    "planned-auditor-cannot",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 c; juknis II.B3",
    clause="9.2.2",
    filled=True,
    whole=(People, Training, Competences),
)
def planned_auditor_cannot(programme: AuditProgramme, qms: Qms) -> Problems:
    """Whom a programme names to audit is in the audit team, trained, certified, and of no audited unit.

    Why: on the day of the audit it is too late to look for somebody else.
    """
    if is_gone(programme, qms):
        return
    done = qms.fact(done_plans)
    for index, planned in enumerate(programme.entries):
        days = planned_days(planned)
        is_over = programme.until < qms.as_of and days and days[1] < qms.as_of
        if planned.audit_type is not AuditType.INTERNAL or planned.id in done or is_over:
            continue
        day = days[0] if days else qms.as_of
        for n, person in enumerate(planned.auditors):
            if unit := own_unit(qms, planned, person, day):
                said = say(
                    "{person} belongs to {unit}, which is to be audited", person=person, unit=unit
                )
            elif not sits_in_team(qms, person, day):
                said = say("{person} does not sit in the audit team", person=person)
            elif over := team_over(qms, day):
                said = say(
                    "the audit team {id} holds until {day}, before this audit",
                    id=over.id,
                    day=over.until,
                )
            elif until := ended_on(qms, person, day):
                said = say(
                    "the certificate of {person} as an auditor held until {until}",
                    person=person,
                    until=until,
                )
            elif is_untrained(qms, planned, person):
                said = say("{person} was not trained as an internal auditor", person=person)
            else:
                continue
            yield problem(
                programme,
                "entries",
                index,
                "auditors",
                n,
                message=said,
                hint=say(
                    "plan with another auditor, or write why it cannot be avoided and waive it"
                ),
            )


def own_unit(qms: Qms, planned: PlannedAudit, person: str, day: date) -> str | None:
    """The unit that a person would audit and belongs to; who leads the whole belongs to none."""
    entry = qms.get(person, PersonEntry)
    meant = audited(qms, planned.units, planned.processes)
    for held in entry.held_on(day) if entry else ():
        if held.unit in meant and not is_one_house(qms):
            return held.unit
    return None


def sits_in_team(qms: Qms, person: str, day: date) -> bool:
    """Whether a person is in the audit team of that time; true where there is no such team."""
    teams = audit_teams_on(qms, day)
    return not teams or any(one.person == person for team in teams for one in team.members)


def team_over(qms: Qms, day: date) -> Team | None:
    """The last audit team, where its term is over before a day."""
    last = max(qms.fact(audit_teams), key=lambda team: (team.until or day, team.id), default=None)
    return last if last and last.until and last.until < day else None


def is_untrained(qms: Qms, planned: PlannedAudit, person: str) -> bool:
    """Whether a person was not trained as an auditor, and is not to be by the end of the planned time."""
    days = planned_days(planned)
    day = days[1] if days else qms.as_of
    known = qms.get(person, PersonEntry) is not None
    return known and not was_trained(qms, person, day) and not is_to_learn(qms, person, day)
