"""The agenda: everything with a day from every source, the overdue first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar

from smmkit.analyses.agenda import sources
from smmkit.analyses.agenda.due import Due, Matter, told_apart, uid
from smmkit.analyses.agenda.people import seen_to_by
from smmkit.analyses.organization.units import answering, below
from smmkit.analyses.references.reach import reached
from smmkit.analyses.texts.unfilled import forms_left
from smmkit.qms import Qms

Source = Callable[[Qms], Iterable[Due]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the agenda: what is due, who sees to it, and how many days are left."""

    due: Due
    uid: str
    seen_to_by: tuple[str, ...]
    days_left: int
    """How many days are left; below 0 it is overdue."""

    FOR_PROGRAMS: ClassVar = {
        "uid": "uid",
        **{name: f"due.{path}" for name, path in Due.FOR_PROGRAMS.items()},
        "seen_to_by": "seen_to_by",
        "days_left": "days_left",
        "overdue": "is_overdue",
    }

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed."""
        return self.days_left < 0


@cache
def every_source() -> tuple[Source, ...]:
    """Every source: the function of its own name in each module of the folder."""
    names = sorted(module.name for module in iter_modules(sources.__path__))
    return tuple(getattr(import_module(f"{sources.__name__}.{name}"), name) for name in names)


def agenda(qms: Qms) -> list[Entry]:
    """Everything with a day, the earliest first, so that what is overdue stands at the top.

    What only ended before the day of judgement is left out: nothing is left to be done about it. So is
    what stands in a record that is still a form: nothing of it has happened.
    """
    forms = qms.fact(forms_left)
    found = told_apart(due for source in every_source() for due in source(qms))
    there = (one for one in found if one.document.path not in forms)
    kept = [one for one in there if not one.ends or one.day >= qms.as_of]
    entries = [
        Entry(one, uid(qms, one), seen_to_by(qms, one), (one.day - qms.as_of).days) for one in kept
    ]
    order = list(Matter)
    return sorted(
        entries, key=lambda e: (e.due.day, order.index(e.due.matter), e.due.id, e.due.key)
    )


MONTHS = 12
"""An agenda without a last day shows so many months."""


def chosen(
    qms: Qms,
    entries: Iterable[Entry],
    *,
    since: date | None = None,
    until: date | None = None,
    unit: str | None = None,
    person: str | None = None,
) -> list[Entry]:
    """The entries of some days, of a unit with its parts, of a person; what is overdue stays in.

    Something with a time of its own is in the days that this time touches.
    """
    units = reached(unit, qms.fact(below)) if unit else set()
    return [
        one
        for one in entries
        if (one.is_overdue or since is None or one.due.day >= since)
        and (one.is_overdue or until is None or (one.due.since or one.due.day) <= until)
        and (unit is None or units & {u for o in one.due.owners for u in answering(qms, o)})
        and (person is None or person in one.seen_to_by)
    ]
