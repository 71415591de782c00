"""What stands in documents that are to prove something: each need of a proof, asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

from pydantic import BaseModel

from smmkit.analyses.kpis.targets import LATE, last_due
from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.head import is_head
from smmkit.analyses.organization.units import unreached, with_owners
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.proof.conditions import is_measured, window
from smmkit.analyses.proof.coverage import (
    chapters_left,
    clauses_named,
    clauses_of_process,
    excluded_clauses,
)
from smmkit.analyses.proof.filled import is_filled, tells
from smmkit.analyses.proof.kinship import kin
from smmkit.analyses.proof.need_words import (
    as_words,
    either,
    few,
    label,
    last_field,
    name_of,
    too_few,
)
from smmkit.analyses.texts.absent import Absent
from smmkit.analyses.texts.empty_words import empty_words
from smmkit.analyses.texts.seen import seen_in
from smmkit.calendar_ends import months_before
from smmkit.documents import Document, Information, Record
from smmkit.documents.objective import Objective
from smmkit.documents.policy import PolicyPoint
from smmkit.documents.services import ServiceEntry
from smmkit.model.fields import Field, fields_of, is_part
from smmkit.model.marks import Spare, Wish
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.standards.proof import Coverage, Need
from smmkit.words import Message, say


def shortfalls(qms: Qms, document: Information, needs: Iterable[Need]) -> Iterator[Message]:
    """What a document lacks of what must stand in it, each in a sentence."""
    for need in about(qms, document, needs):
        found, lacks = seen_in(qms, document, Lacks(need, qms.fact(empty_words).absent))
        yield from lacks
        if len(found) < need.at_least:
            continue
        if need.months is not None:
            yield from too_old(qms, document, need, found)
        if need.by_head and not any(headed(qms, document, one) for one in found):
            yield say("{field}: not by the head of the organization", field=label(document, need))


MEASURED: Final = 18
"""So many months after a value of a year there has to be the next one."""


@dataclass(frozen=True, slots=True, eq=False)
class Lacks:
    """The look for what a need is about in a document, and what is lacking of it whatever the day is."""

    need: Need
    absent: Absent

    def __call__(self, document: Information) -> tuple[list[Any], list[Message]]:
        found = list(at(document, self.need.has, self.need, self.absent))
        if len(found) < self.need.at_least:
            return found, [too_few(document, self.need, len(found))]
        return found, [*incomplete(document, self.need, found, self.absent)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lacks) and other.need is self.need and other.absent == self.absent

    def __hash__(self) -> int:
        return id(self.need)


def uncovered(
    qms: Qms, standard: Standard, documents: Sequence[Information], needs: Iterable[Need]
) -> Iterator[Message]:
    """What all the documents together do not reach, of what they have to."""
    for need in needs:
        asked = [one for one in documents if [*about(qms, one, [need])]]
        if need.covers and asked:
            absent = qms.fact(empty_words).absent
            named = [(one, str(v)) for one in asked for v in at(one, need.has, need, absent)]
            if missing := unnamed(qms, standard, need, named):
                field = label(asked[0], need)
                words = as_words(asked[0], need, missing)
                yield say("{field}: nothing for {missing}", field=field, missing=words)


def unnamed(
    qms: Qms, standard: Standard, need: Need, named: Sequence[tuple[Information, str]]
) -> list[str]:
    """What is not reached by these values, each of a document."""
    values = {value for _, value in named}
    match need.covers:
        case Coverage.UNITS:
            return [unit.id for unit in unreached(qms, with_owners(qms, values))]
        case Coverage.CLAUSES:
            meant = {clause for one, value in named for clause in clauses_named(qms, value, one)}
            meant |= {clause for _, value in named for clause in clauses_of_process(qms, value)}
            meant |= excluded_clauses(qms)
            here = {number for id_, number in meant if id_ == standard.id}
            for id_, heirs in kin(qms, standard).items():
                here |= {one for n in heirs if (id_, n) in meant for one in heirs[n]}
            return [clause.id for clause in standard.clauses if clause.id not in here]
        case Coverage.CHAPTERS:
            meant = {clause for one, value in named for clause in clauses_named(qms, value, one)}
            held_to = {one.yardstick or qms.standard_ids[0] for one, _ in named}
            known = [s for s in map(qms.standard, held_to - {standard.id} or held_to) if s]
            return min((chapters_left(qms, one, meant) for one in known), key=len, default=[])
        case Coverage.SERVICES | Coverage.POINTS:
            kind = ServiceEntry if need.covers is Coverage.SERVICES else PolicyPoint
            wanted = [one.id for one in qms.things.values() if isinstance(one, kind)]
        case Coverage.KPIS:
            wanted = [
                kpi.id
                for objective in live(qms, Objective)
                for kpi in objective.kpis
                if last_due(kpi, months_before(qms.as_of, LATE))
                and not is_measured(qms, kpi, window(kpi.frequency, MEASURED))
            ]
        case _:
            field = last_field(type(named[0][0]), need.has) if named else None
            spare = field.mark(Spare) if field else None
            wanted = [
                str(one)
                for one in (field.choices if field else ())
                if not (spare and one in spare.words)
            ]
    return [one for one in wanted if one not in values]


def about(qms: Qms, document: Information, needs: Iterable[Need]) -> Iterator[Need]:
    """The needs that are about documents of this kind: those whose fields it has.

    What only some standards wish for is not asked of a QMS that answers to none of them.
    """
    fields = fields_of(type(document))
    for need in needs:
        names = need.has.partition(".")[0].split("|")
        if any(name in fields and is_asked(qms, fields[name]) for name in names):
            yield need


def is_asked(qms: Qms, field: Field) -> bool:
    """Whether a field is everybody's, or one that a standard of the QMS wishes for."""
    mark = field.mark(Wish)
    return mark is None or is_wished(qms, mark.name)


def at(thing: BaseModel, path: str, need: Need, absent: Absent) -> Iterator[Any]:
    """The values at a path; of the first list on it only the entries that the need is about."""
    names, _, rest = path.partition(".")
    fields: Mapping[str, Field] = fields_of(type(thing))
    held = [(fields.get(name), getattr(thing, name, None)) for name in names.split("|")]
    for field, one in chain.from_iterable(map(each_of, held)):
        if not is_filled(one, field, absent) or (
            is_part(type(one)) and not (has_values(one, need.where) and tells(one, absent))
        ):
            continue
        if rest:
            yield from at(one, rest, Need(has=rest), absent)
        else:
            yield one


def has_values(thing: BaseModel, where: Mapping[str, Sequence[str]]) -> bool:
    """Whether the fields of a document or an entry have the values that are wanted; of a list, one."""
    for name, values in where.items():
        held = getattr(thing, name, "")
        if not any(
            spelled(one) in values for one in (held if isinstance(held, tuple) else (held,))
        ):
            return False
    return True


def spelled(value: Any) -> str:
    """A value as a file has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def each_of(held: tuple[Field | None, Any]) -> list[tuple[Field | None, Any]]:
    """A value with its field, or each value of a list."""
    field, value = held
    return [(field, one) for one in value] if isinstance(value, tuple) else [held]


def incomplete(
    document: Information, need: Need, found: Sequence[Any], absent: Absent
) -> Iterator[Message]:
    """The entries that lack a field which each must have."""
    for names in need.each:
        options = names.split("|")
        lacking = [
            name_of(one, n)
            for n, one in enumerate(found, 1)
            if not any(
                next(at(one, path, Need(has=path), absent), None) is not None for path in options
            )
        ]
        if lacking:
            held = last_field(type(document), need.has)
            field = either(held.part, names) if held and held.part else None
            yield say("without {field}: {entries}", field=field or names, entries=few(lacking))


def too_old(qms: Qms, document: Information, need: Need, found: Sequence[Any]) -> Iterator[Message]:
    """The latest of the days is too long ago, or still to come."""
    past = [day for day in found if isinstance(day, date) and day <= qms.as_of]
    field = label(document, need)
    if not past:
        yield say("{field}: not yet", field=field)
    elif max(past) <= months_before(qms.as_of, need.months or 0):
        yield say(
            "{field}: last on {day}, more than {n} months ago",
            field=field,
            day=max(past),
            n=need.months,
        )


def headed(qms: Qms, document: Information, person: Any) -> bool:
    """Whether a person headed the organization on the day of the record, or of an approval."""
    days = [document.date] if isinstance(document, Record) else []
    if isinstance(document, Document):
        days = [one.on for one in document.approvals if one.by == str(person)]
    return any(is_head(qms, str(person), day) for day in days)
