"""The days that stand in fields: reviews, actions, answers, trainings, contracts, terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.field_days import ENDS, DayField, shape_of
from smmkit.analyses.agenda.overdue import done_on, is_past
from smmkit.analyses.agenda.there import is_of_who_left, is_there
from smmkit.calendar_ends import is_done
from smmkit.documents import Information
from smmkit.documents.base import Document, Thing
from smmkit.documents.resources import ProviderEntry
from smmkit.documents.risk import Risk
from smmkit.location import Path
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Around:
    """What the parts around one say: the nearest id, who sees to it, and whether it is a risk."""

    id: str
    owners: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    title: str = ""
    in_risk: bool = False


def fields(qms: Qms) -> Iterator[Due]:
    """Every day in a field of a document that is there and has not passed away."""
    for document in qms.documents:
        if is_there(document, qms) and not is_past(document, qms):
            yield from days_in(qms, document, document, (), Around(document.id))


def days_in(
    qms: Qms, document: Information, part: BaseModel, steps: Path, around: Around
) -> Iterator[Due]:
    """Every day in a part, and below it, of what is not done yet."""
    if is_of_who_left(part, qms):
        return
    shape = shape_of(type(part))
    here = inside(part, around)
    for one in shape.days:
        when = getattr(part, one.name)
        if when is not None and not is_over(part, one, qms):
            yield due(document, part, (*steps, one.name), one, here)
    for name, many in shape.below:
        value = getattr(part, name)
        for index, item in enumerate(value if many else [value] if value else []):
            place = (*steps, name, index) if many else (*steps, name)
            yield from days_in(qms, document, item, place, here)


def inside(part: BaseModel, around: Around) -> Around:
    """What is around what stands in a part; what it says itself goes first."""
    shape = shape_of(type(part))
    owners = tuple(dict.fromkeys(o for name in shape.owners for o in listed(part, name)))
    people = tuple(dict.fromkeys(p for name in shape.people for p in listed(part, name)))
    here = replace(
        around,
        owners=owners or around.owners,
        people=people or around.people if not owners else people,
        in_risk=around.in_risk or isinstance(part, Risk),
    )
    return replace(here, id=part.id, title=part.title) if isinstance(part, Thing) else here


def listed(part: BaseModel, name: str) -> tuple[str, ...]:
    """The values of a field that takes one or many."""
    value: Any = getattr(part, name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def is_over(part: BaseModel, one: DayField, qms: Qms) -> bool:
    """Whether it was done by the day of judgement, or came again before it."""
    if one.matter is Matter.PROVIDER and isinstance(part, ProviderEntry):
        return any(
            seen.on >= getattr(part, one.name) for seen in part.evaluations if seen.on <= qms.as_of
        )
    return is_done(done_on(part, one.done, qms), qms.as_of)


def due(document: Information, part: BaseModel, steps: Path, one: DayField, around: Around) -> Due:
    """One day of a part."""
    shape = shape_of(type(part))
    told = next((text for name in shape.told if (text := getattr(part, name))), around.title)
    is_treatment = around.in_risk and one.matter is Matter.TASK
    names = "\n".join(step for step in steps if isinstance(step, str))
    own = "" if isinstance(part, Document) else f"\n{told}"
    return Due(
        Matter.TREATMENT if is_treatment else one.matter,
        getattr(part, one.name),
        around.id,
        told,
        document,
        steps,
        names + own,
        around.owners,
        around.people,
        ends=one.matter in ENDS,
    )
