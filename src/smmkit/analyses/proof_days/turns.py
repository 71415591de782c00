"""The days on which a document may begin or cease to prove something: those that it names, and their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.kpis.series import series
from smmkit.analyses.lifecycle.timeline import editions, keeps
from smmkit.analyses.proof.proof import by_kind
from smmkit.analyses.texts.seen import kept_looks
from smmkit.calendar_ends import months_after
from smmkit.documents import Document, Information
from smmkit.documents.objective import Objective
from smmkit.model.fields import fields_of
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause
from smmkit.standards.proof import Proof

AROUND = 4
"""So many days from a day on, months later: at the end of a month the turn may fall on any of them."""


def months_of(proofs: Iterable[Proof]) -> frozenset[int]:
    """The times after which these proofs grow old."""
    found: set[int] = set()
    for proof in proofs:
        found.add(proof.months)
        found |= {need.months for need in proof.needs if need.months is not None}
    return frozenset(found)


def turns(qms: Qms, document: Information, months: frozenset[int]) -> set[date]:
    """The days on which a document may begin or cease to count."""
    found: set[date] = set()
    for day in days_in(qms, document):
        found |= {*following(day, 2)}
        for number in months:
            found |= {*following(months_after(day, number), AROUND)}
    return found


def following(day: date, number: int) -> Iterator[date]:
    """A day, and those that follow it, as far as the calendar goes."""
    for n in range(min(number, (date.max - day).days + 1)):
        yield day + timedelta(n)


def days_in(qms: Qms, document: Information) -> set[date]:
    """Every day that a document names, in its text that holds and in those before, and of its values."""
    found = {*days_of(document)}
    if isinstance(document, Document):
        for edition in editions(qms, document, date.max):
            found.add(edition.since)
            found |= {*days_of(edition.text.document)} if edition.text else set()
    if isinstance(document, Objective):
        read = qms.fact(series)
        found |= {last_day(one.period) for k in document.kpis for one in read[k.id].observations}
    return found


def days_of(part: BaseModel) -> Iterator[date]:
    """Every day in a part, and below it."""
    own, below = _shape(type(part))
    yield from (day for name in own if (day := getattr(part, name)) is not None)
    for name, many in below:
        value = getattr(part, name)
        for item in value if many else [value] if value else []:
            yield from days_of(item)


@cache
def _shape(class_: type[BaseModel]) -> tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]:
    """The fields of a class that are days, and those that lead to others."""
    fields = fields_of(class_).values()
    own = tuple(f.name for f in fields if f.type is date and not f.many)
    return own, tuple((f.name, f.many) for f in fields if f.part and f.part is not class_)


def on_day(qms: Qms, day: date) -> Qms:
    """The same folder on another day; what no day changes is not read again."""
    later = qms.on(day)
    for fact in (*keeps, *kept_looks, by_kind, series):
        later.fact_as(fact, qms.fact(fact))
    return later


def proofs_of(clause: StandardClause) -> tuple[Proof, ...]:
    """The proofs that say whether a clause is proved as a whole."""
    return tuple(clause.proof.every) if clause.proof else ()


def kinds_of(standard: Standard) -> dict[str, frozenset[str]]:
    """For each clause the kinds of documents that can prove it; a paper that names it can as well."""
    return {
        clause.id: frozenset({kind for proof in proofs_of(clause) for kind in proof.kinds})
        | {"document"}
        for clause in standard.clauses
    }
