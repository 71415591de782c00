"""Who was trained as an internal auditor, and on which days that held."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from smmkit.documents.people import Team, TeamType
from smmkit.documents.training import Audience, Training
from smmkit.qms import Qms

Held = tuple[date, date | None]
"""From the last day of a training to the last day of its certificate, if it has one."""


def trained(qms: Qms) -> dict[str, list[Held]]:
    """For each person, when a training for internal auditors held."""
    found: dict[str, list[Held]] = defaultdict(list)
    for training in qms.of(Training):
        if Audience.INTERNAL_AUDITORS in training.audience:
            since = max(training.date, training.until or training.date)
            for one in training.attendance:
                if one.person and one.attended:
                    found[one.person].append((since, one.until))
    return found


def was_trained(qms: Qms, person: str, day: date) -> bool:
    """Whether a person had been trained as an internal auditor by a day."""
    return any(since <= day for since, _ in qms.fact(trained).get(person, ()))


def lapsed_on(qms: Qms, person: str, day: date) -> date | None:
    """The day on which the last certificate ran out, where none held on a day; None where one did.

    A training without a last day holds for good, from a certificate or not.
    """
    before = [until for since, until in qms.fact(trained).get(person, ()) if since <= day]
    lapsed = [until for until in before if until is not None and until < day]
    return max(lapsed) if lapsed and len(lapsed) == len(before) else None


def audit_teams(qms: Qms) -> list[Team]:
    """The internal audit teams."""
    return [team for team in qms.of(Team) if team.team_type is TeamType.INTERNAL_AUDIT]
