"""Who was trained as an internal auditor, and on which days that held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from smmkit.calendar_ends import moved
from smmkit.documents import Record
from smmkit.documents.competence import CompetenceEntry, Competences
from smmkit.documents.people import Team, TeamType
from smmkit.documents.training import Audience, Training
from smmkit.qms import Qms

AUDITOR = ("auditor", "auditing", "internal audit", "audit internal")
"""How the competence is called, in both languages."""

Held = tuple[date, date | None]
"""From the last day of a training, or the day after what shows a competence, to the last day of the
certificate, if it has one."""


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
    """Whether a person had been trained as an internal auditor by a day, or shows the competence."""
    shown = qms.fact(competent).get(person, ())
    return any(since <= day for since, _ in qms.fact(trained).get(person, ())) or any(
        since <= day and (until is None or until >= day) for since, until in shown
    )


def competent(qms: Qms) -> dict[str, list[Held]]:
    """For each person, when the competence of an auditor held, as a register shows it with evidence."""
    found: dict[str, list[Held]] = defaultdict(list)
    for register in qms.of(Competences):
        for entry in register.entries:
            shown = entry.sufficient and bool(entry.evidence) and bool(register.approvals)
            if shown and entry.person and is_of_auditor(entry):
                found[entry.person] += ((day, entry.until) for day in shown_from(qms, entry))
    return found


def is_to_learn(qms: Qms, person: str, day: date) -> bool:
    """Whether a register of competences plans that a person becomes an auditor by a day."""
    for register in qms.of(Competences):
        meant = [one for one in register.entries if one.person == person and is_of_auditor(one)]
        ids = {one.id for one in meant}
        days = [one.due for one in meant]
        days += [one.due for one in register.training_plan if ids.intersection(one.competences)]
        if any(due and due <= day for due in days):
            return True
    return False


def is_of_auditor(entry: CompetenceEntry) -> bool:
    """Whether it is the competence of an auditor."""
    return any(word in entry.title.casefold() for word in AUDITOR)


def shown_from(qms: Qms, entry: CompetenceEntry) -> Iterator[date]:
    """The day after each record that shows a competence; what is no record has no day, and always did.

    What is not there shows nothing.
    """
    for id_ in entry.evidence:
        record = qms.get(id_, Record)
        if record or id_ in qms.things or id_ in qms.stub_of:
            yield moved(record.date, 1) if record else date.min


def ended_on(qms: Qms, person: str, day: date) -> date | None:
    """The day on which the last certificate ran out, where none held on a day; None where one did.

    A training without a last day holds for good, from a certificate or not; but past the day that a register
    of competences gives to an auditor only a certificate, or what came after that day, still holds.
    """
    held = [one for one in qms.fact(trained).get(person, ()) if one[0] <= day]
    shown = [one for one in qms.fact(competent).get(person, ()) if one[0] <= day]
    last = all_over(shown, day) or date.min
    return all_over((*shown, *(one for one in held if one[1] or one[0] > last)), day)


def all_over(held: Iterable[Held], day: date) -> date | None:
    """The last of the days until which something held, where all of it was over on a day."""
    ends = [until for _, until in held]
    lapsed = [until for until in ends if until is not None and until < day]
    return max(lapsed) if lapsed and len(lapsed) == len(ends) else None


def audit_teams(qms: Qms) -> list[Team]:
    """The internal audit teams."""
    return [team for team in qms.of(Team) if team.team_type is TeamType.INTERNAL_AUDIT]


def audit_teams_on(qms: Qms, day: date) -> list[Team]:
    """The internal audit teams whose term a day is in."""
    return [
        team
        for team in qms.fact(audit_teams)
        if team.since <= day and (team.until is None or day <= team.until)
    ]
