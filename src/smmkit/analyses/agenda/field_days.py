"""Which fields of kinds name a day that is due, of what sort, and what says that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.agenda.due import Matter
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import RefersTo

DONE = ("done", "released", "sufficient", "held", "accepted")
"""The fields that say that something with a `due:` is done, the first that a part has."""

BY_NAME = {
    "due": Matter.TASK,
    "review_by": Matter.REVIEW,
    "response_due": Matter.FINDING,
    "next_review": Matter.PROVIDER,
}
"""What a field of this name means, wherever it stands."""

BY_PLACE = {
    ("Case", "due"): Matter.CASE,
    ("CompetenceEntry", "due"): Matter.TRAINING,
    ("PlannedTraining", "due"): Matter.TRAINING,
    ("Care", "due"): Matter.CARE,
    ("Shortage", "due"): Matter.SHORTAGE,
    ("Accreditation", "until"): Matter.CONTRACT,
    ("Contract", "until"): Matter.CONTRACT,
    ("ProviderEntry", "until"): Matter.CONTRACT,
    ("CompetenceEntry", "until"): Matter.TRAINING,
    ("Assignment", "until"): Matter.TERM,
    ("Team", "until"): Matter.TERM,
    ("Direction", "until"): Matter.TERM,
    ("OrganizationUnit", "until"): Matter.TERM,
    ("Waiver", "until"): Matter.TERM,
    ("RegulationEntry", "until"): Matter.TERM,
}
"""What a field means in one class: where its name says another thing, or nothing, elsewhere."""

ELSEWHERE = {
    ("PlannedAudit", "until"),
    ("Certificate", "expires"),
    ("DirectionEvaluation", "next"),
}
"""The fields that a source of its own looks at."""

NOTHING = {
    *((name, "until") for name in ("Audit", "AuditProgramme", "Survey", "Training")),
    *((name, "until") for name in ("Attendance", "ServiceLog")),
}
"""The fields that say how long something lasts, and ask for nothing on that day."""

QUIET = {"withdrawn"}
"""The fields of every document that ask for nothing."""

ENDS = {Matter.TERM}
"""The sorts of which nothing is left to be done once the day has passed."""

OWNERS, PEOPLE = ("owner", "co_owners", "unit", "units"), ("person", "auditors")
"""The fields that say who sees to something, from the nearest part upwards."""

TOLD = ("what", "title", "role", "rule", "statement")
"""The fields that say what it is, the first that is filled in."""


@dataclass(frozen=True, slots=True)
class DayField:
    """A field with a day: what is due then, and the field that says that it is done."""

    name: str
    matter: Matter
    done: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a class matters here: its days, who sees to it, and the fields that lead on."""

    days: tuple[DayField, ...]
    owners: tuple[str, ...]
    people: tuple[str, ...]
    told: tuple[str, ...]
    below: tuple[tuple[str, bool], ...]


@cache
def shape_of(class_: type[BaseModel]) -> Shape:
    """What of a class matters; found by its fields, so that a new kind needs no line here."""
    fields = fields_of(class_)
    below = tuple(
        (f.name, f.many)
        for f in fields.values()
        if f.part and (shape_of(f.part).days or shape_of(f.part).below)
    )
    return Shape(
        tuple(day for f in fields.values() if (day := day_of(class_, f))),
        tuple(n for n in OWNERS if n in fields and refers(fields[n], "unit", "role")),
        tuple(n for n in PEOPLE if n in fields and refers(fields[n], "person")),
        tuple(n for n in TOLD if n in fields),
        below,
    )


def refers(field: Field, *kinds: str) -> bool:
    """Whether a field names one of these kinds of things."""
    return isinstance(field.reference, RefersTo) and bool({*kinds} & {*field.reference.kinds})


def day_of(class_: type[BaseModel], field: Field) -> DayField | None:
    """What a field of a class asks for on the day that it names; None where it asks for nothing."""
    matter = BY_PLACE.get((class_.__name__, field.name)) or BY_NAME.get(field.name)
    if matter is None:
        return None
    fields = fields_of(class_)
    is_due = field.name in {"due", "response_due"}
    done = next((name for name in DONE if is_due and name in fields), "")
    return DayField(field.name, matter, done)
