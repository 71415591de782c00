"""Trails of a mock audit: from a service to its complaint, case, SOP, KPI, risk, finding and review."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.auditing.own_numbers import own_number
from smmkit.analyses.auditing.trail_stops import FINDERS, Draw
from smmkit.analyses.organization.units import standing_units
from smmkit.documents import Information
from smmkit.documents.unit import OrganizationUnit
from smmkit.qms import Qms
from smmkit.standards.rehearsals import Question, Rehearsal
from smmkit.words import Words, harmless


@dataclass(frozen=True, slots=True)
class Stop:
    """One question of a trail, and where its answer stands."""

    question: Question
    clause: str
    """The clause that it is about, as the QMS numbers it."""
    values: dict[str, str]
    """What stands for {id}, {title} and {number}; empty where there is nothing to ask about."""
    document: Information | None
    """The document in which the answer stands."""

    FOR_PROGRAMS: ClassVar = {
        "about": "question.about",
        "clause": "clause",
        "question": "text",
        "document": "document_id",
        "path": "path",
        "missing": "is_missing",
    }

    @property
    def is_missing(self) -> bool:
        """Whether the folder has nothing to ask about."""
        return not self.values

    @property
    def text(self) -> Words:
        """The question in both languages."""
        if not self.values:
            return self.question.missing
        words = self.question.text
        return Words(en=filled(words.en, self.values), id=filled(words.id, self.values))

    @property
    def document_id(self) -> str | None:
        """The id of the document."""
        return self.document.id if self.document else None

    @property
    def path(self) -> str | None:
        """The file of the document."""
        return self.document.path if self.document else None


@dataclass(frozen=True, slots=True)
class Trail:
    """The questions to one unit."""

    unit: OrganizationUnit
    stops: tuple[Stop, ...]

    FOR_PROGRAMS: ClassVar = {"unit": "unit.id", "title": "unit.title", "questions": "stops"}


def filled(text: str, values: dict[str, str]) -> str:
    """A question with what was drawn in it; nothing of what was drawn is read as a place again."""
    parts = text.split("{")
    found = parts[0]
    for part in parts[1:]:
        name, closing, rest = part.partition("}")
        known = closing and name in values
        found += (harmless(values[name]) + rest) if known else "{" + part
    return found


def trails(qms: Qms, rehearsal: Rehearsal, seed: int, unit: str | None = None) -> list[Trail]:
    """A trail for each unit, or for one; the same for the same folder, day and seed."""
    return [
        trail(qms, rehearsal, one, random.Random(f"{seed}/{one.id}"))  # noqa: S311 - no secret
        for one in standing_units(qms)
        if unit in (None, one.id)
    ]


def trail(qms: Qms, rehearsal: Rehearsal, unit: OrganizationUnit, chance: random.Random) -> Trail:
    """One trail: what is drawn first leads to what is asked about next."""
    drawn = Draw(qms, unit, chance)
    stops = [
        Stop(one, own_number(qms, one.clause), *FINDERS[one.about](drawn))
        for one in rehearsal.questions
    ]
    return Trail(unit, tuple(stops))
