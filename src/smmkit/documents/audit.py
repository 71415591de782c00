"""Audits, and what they find."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from smmkit.documents.base import STANDARD, Clause, File, Person, Record, RefersTo, Unit
from smmkit.part import Day, Flag, Part, Text


class AuditType(StrEnum):
    """Which audit of the cycle it is (ISO/IEC 17021-1, 9; juknis II.B3 to II.C2)."""

    INTERNAL = "internal"
    STAGE_1 = "stage-1"
    STAGE_2 = "stage-2"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SPECIAL = "special"


class Place(StrEnum):
    """Where it is done (juknis I.D)."""

    ON_SITE = "on-site"
    OFF_SITE = "off-site"


class Auditor(Part):
    """Somebody who audits: a person of the register, or a guest by name and body."""

    person: Person | None = None
    name: Text | None = None
    body: Text | None = None
    lead: Flag = False


class Audit(Record):
    """One audit (ISO 9001, 9.2)."""

    kind: Literal["audit"]
    audit_type: AuditType
    location: Place = Place.ON_SITE
    until: Day | None = None
    """The last day, if it lasted longer than one."""
    standards: tuple[Annotated[Text, STANDARD], ...] = ()
    units: tuple[Unit, ...] = ()
    """The units that were audited."""
    auditors: tuple[Auditor, ...] = ()
    conclusion: Text | None = None
    report: File | None = None


class Grade(StrEnum):
    """How grave a finding is, in the auditor's own grading."""

    MAJOR = "major"
    MINOR = "minor"
    CONCERN = "concern"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement"


class Correction(Part):
    """What was done, by whom, by when."""

    what: Text
    owner: Unit
    due: Day | None = None
    done: Day | None = None


class Effectiveness(Part):
    """Whether the action helped, seen by somebody after some time (ISO 9001, 10.2.1 d)."""

    checked_on: Day
    by: Person
    effective: Flag
    how: Text


class AuditFinding(Record):
    """What an audit found, and what followed (ISO 9001, 9.2 and 10.2)."""

    kind: Literal["finding"]
    audit: Annotated[Text, RefersTo("audit")]
    grade: Grade
    clause: Clause
    unit: Unit
    statement: Text
    """The auditor's own words."""
    correction: Correction | None = None
    """What put this case right."""
    cause: Text | None = None
    action: Correction | None = None
    """What keeps it from happening again."""
    effectiveness: Effectiveness | None = None
