"""Who needs which competence, who has it, what lapses: people by their codes; whom trainings reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.agenda.people import holders, people
from smmkit.analyses.kpis.formulas import HUNDRED
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.units import unreached
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.unfilled import is_untouched
from smmkit.documents.competence import CompetenceEntry, Competences, PlannedTraining
from smmkit.documents.people import RoleEntry
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.training import Audience, Training
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import ClosedList

SOON = timedelta(days=90)
"""So long before its last day a certificate is told."""


class Verdict(ClosedList):
    """Whether a competence is there on the day."""

    ENOUGH = "enough"
    SOON = "lapses-soon", "lapses soon"
    LAPSED = "lapsed"
    GAP = "gap", "not enough"

    @property
    def tone(self) -> Tone:
        """What it means to a reader."""
        return TONES[self]


TONES = {
    Verdict.ENOUGH: Tone.GOOD,
    Verdict.SOON: Tone.WARN,
    Verdict.LAPSED: Tone.BAD,
    Verdict.GAP: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Needed:
    """One competence that a person or a role needs, on the day."""

    entry: CompetenceEntry
    register: Competences
    subject: str
    """The code of the person or the role."""
    holders: tuple[str, ...]
    """The codes of those who hold the role on the day; the person itself."""
    verdict: Verdict

    FOR_PROGRAMS: ClassVar = {
        "id": "entry.id",
        "competence": "entry.title",
        "subject": "subject",
        "holders": "holders",
        "needed": "needed",
        "held": "held",
        "verdict": "verdict",
        "until": "entry.until",
        "action": "entry.action",
        "due": "entry.due",
    }

    @property
    def needed(self) -> Decimal | str | None:
        """The level that is needed; where none is said, what is."""
        return self.entry.level if self.entry.level is not None else self.entry.required

    @property
    def held(self) -> Decimal | str | None:
        """The level that is reached; where none is said, what is there."""
        return self.entry.level_held if self.entry.level_held is not None else self.entry.held


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a training reached, and the units that it did not."""

    training: Training
    attended: int | None
    """How many came; None where nobody has written it."""
    invited: int | None
    headcount: int | None
    """All who work there, where the training was for all of them."""
    units_left: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "training.id",
        "day": "training.date",
        "attended": "attended",
        "invited": "invited",
        "headcount": "headcount",
        "share": "share",
        "units_not_reached": "units_left",
    }

    @property
    def share(self) -> Decimal | None:
        """The share of all, or of those who were invited, in percent; None where neither is known."""
        whole = self.headcount or self.invited
        if not whole or self.attended is None:
            return None
        return Decimal(self.attended) * HUNDRED / whole


def competences(qms: Qms) -> list[Needed]:
    """Every competence of the registers that hold, what is lacking first."""
    order = [Verdict.GAP, Verdict.LAPSED, Verdict.SOON, Verdict.ENOUGH]
    found = [
        Needed(one, register, *subject_of(qms, one), verdict_of(one, qms.as_of))
        for register in qms.of(Competences)
        if not is_gone(register, qms)
        for one in register.entries
    ]
    return sorted(found, key=lambda one: order.index(one.verdict))


def subject_of(qms: Qms, entry: CompetenceEntry) -> tuple[str, tuple[str, ...]]:
    """Who needs a competence, and the people whom that means on the day."""
    if entry.person:
        return entry.person, (entry.person,)
    role = qms.get(entry.role or "", RoleEntry)
    return entry.role or "", tuple(dict.fromkeys(holders(qms, role))) if role else ()


def verdict_of(entry: CompetenceEntry, day: date) -> Verdict:
    """Whether a competence is there on a day."""
    if not entry.sufficient:
        return Verdict.GAP
    if entry.level is not None and entry.level_held is not None and entry.level_held < entry.level:
        return Verdict.GAP
    if entry.until is None:
        return Verdict.ENOUGH
    if entry.until < day:
        return Verdict.LAPSED
    return Verdict.SOON if entry.until - day <= SOON else Verdict.ENOUGH


def without_any(qms: Qms) -> list[str]:
    """The codes of those who hold a role of the register of roles, and of whom no competence is written.

    Without such a register every role counts.
    """
    roles = {squeezed(one.title) for one in qms.things.values() if isinstance(one, RoleEntry)}
    known = {who for one in competences(qms) for who in (one.subject, *one.holders)}
    return [
        person.id
        for person in people(qms)
        if person.id not in known
        and any(not roles or squeezed(held.role) in roles for held in person.held_on(qms.as_of))
    ]


def planned(qms: Qms) -> list[PlannedTraining]:
    """The trainings that are planned and were not held, the earliest first."""
    left = [
        one
        for register in qms.of(Competences)
        if not is_gone(register, qms)
        for one in register.training_plan
        if one.held is None
    ]
    return sorted(left, key=lambda one: (one.due, one.id))


def reaches(qms: Qms) -> list[Reach]:
    """Whom each training reached, the latest first."""
    held = (one for one in qms.of(Training) if one.date <= qms.as_of and not is_untouched(one))
    return sorted(
        (reach(qms, one) for one in held), key=lambda one: one.training.date, reverse=True
    )


def reach(qms: Qms, training: Training) -> Reach:
    """Whom one training reached."""
    for_all = Audience.ALL_STAFF in training.audience
    asked = [one.invited for one in training.attendance]
    units = [one.unit for one in training.attendance if one.unit and one.attended]
    home = qms.settings
    left = unreached(qms, units, by_top=False, on=training.date) if units and for_all else []
    return Reach(
        training,
        sum(one.attended for one in training.attendance) if training.attendance else None,
        sum(one or 0 for one in asked) if asked and None not in asked else None,
        home.headcount if home and for_all and not any(asked) else None,
        tuple(one.id for one in left),
    )


def policy_reach(qms: Qms) -> Iterator[tuple[QualityPolicy, list[str]]]:
    """Each policy that holds with the units that it was never made known to."""
    for policy in qms.of(QualityPolicy):
        if not is_gone(policy, qms):
            told = [u for one in policy.communicated if one.on <= qms.as_of for u in one.units]
            yield policy, [one.id for one in unreached(qms, told)]
