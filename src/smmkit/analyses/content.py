"""What stands in documents that are to prove something: each need of a proof, asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from smmkit.analyses.gap.claims import exclusions
from smmkit.analyses.periods import months_before
from smmkit.documents import Document, Information, Record
from smmkit.documents.people import PersonEntry
from smmkit.documents.policy import PolicyPoint
from smmkit.documents.services import ServiceEntry
from smmkit.fields import fields_of, is_part
from smmkit.placeholders import FILL_IN
from smmkit.qms import Qms
from smmkit.standards.proof import Coverage, Need
from smmkit.words import Message, say

MOST_NAMED = 5
"""How many of what is missing are named; of the others their number is said."""
BLANK = frozenset({"", "-", "...", "…", FILL_IN.en, FILL_IN.id})


def shortfalls(qms: Qms, document: Information, needs: Iterable[Need]) -> Iterator[Message]:
    """What a document lacks of what must stand in it, each in a sentence."""
    for need in about(document, needs):
        found = list(at(document, need.has, need))
        if len(found) < need.at_least:
            yield too_few(document, need, len(found))
        elif need.each:
            yield from incomplete(document, need, found)
        elif need.months is not None:
            yield from too_old(qms, document, need, found)
        elif need.by_head and not any(headed(qms, document, one) for one in found):
            yield say("{field}: not by the head of the organization", field=label(document, need))


def uncovered(
    qms: Qms, documents: Sequence[Information], needs: Iterable[Need]
) -> Iterator[Message]:
    """What all the documents together do not reach, of what they have to."""
    for need in needs:
        asked = [one for one in documents if [*about(one, [need])]]
        if need.covers and asked:
            reached = {str(one) for d in asked for one in at(d, need.has, need)}
            wanted = whole(qms, asked[0], need)
            if missing := [one for one in wanted if not reached & {one, *around(qms, one)}]:
                field = label(asked[0], need)
                yield say("{field}: nothing for {missing}", field=field, missing=named(missing))


def about(document: Information, needs: Iterable[Need]) -> Iterator[Need]:
    """The needs that are about documents of this kind: those whose fields it has."""
    return (need for need in needs if need.has.partition(".")[0] in fields_of(type(document)))


def whole(qms: Qms, document: Information, need: Need) -> list[str]:
    """All that a need wants to be reached: of units those that have no parts, of clauses what applies."""
    settings = qms.settings
    match need.covers:
        case Coverage.UNITS:
            units = settings.units if settings else ()
            wholes = {unit.part_of for unit in units}
            return [unit.id for unit in units if unit.id not in wholes]
        case Coverage.SERVICES:
            return [t.id for t in qms.things.values() if isinstance(t, ServiceEntry)]
        case Coverage.POINTS:
            return [t.id for t in qms.things.values() if isinstance(t, PolicyPoint)]
        case Coverage.CLAUSES:
            standard = qms.standard(qms.standard_ids[0])
            excluded = exclusions(qms, standard) if standard else {}
            clauses = standard.clauses if standard else ()
            return [clause.id for clause in clauses if clause.id not in excluded]
    enum = last_field(type(document), need.has).enum
    return [word.value for word in enum] if enum else []


def around(qms: Qms, one: str) -> Iterator[str]:
    """What stands for it as well: the unit that a unit is a part of, the group above a clause."""
    units = {unit.id: unit.part_of for unit in qms.settings.units} if qms.settings else {}
    seen = {one}
    while (one := units.get(one) or "") and one not in seen:
        seen.add(one)
        yield one
    standard = qms.standard(qms.standard_ids[0])
    yield from standard.above.get(next(iter(seen)), ()) if standard else ()


def at(thing: Any, path: str, need: Need) -> Iterator[Any]:
    """The values at a path; of the first list on it only the entries that the need is about."""
    first, _, rest = path.partition(".")
    held = getattr(thing, first, None)
    many = held if isinstance(held, tuple) else (held,)
    for one in many:
        if not is_filled(one) or (is_part(type(one)) and not has_values(one, need.where)):
            continue
        if rest:
            yield from at(one, rest, Need(has=rest))
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


def is_filled(value: Any) -> bool:
    """Whether something stands there that says something."""
    if isinstance(value, str):
        return value.strip().lower() not in BLANK
    return value is not None and value != ()


def too_few(document: Information, need: Need, found: int) -> Message:
    """There are not enough of them; none, or fewer than asked for."""
    words = sort_of(document, need)
    field = label(document, need)
    if words:
        field = say("{field} ({words})", field=field, words=words)
    if found or need.at_least > 1:
        return say("{field}: {n} of {m}", field=field, n=found, m=need.at_least)
    return say("{field}: none", field=field)


def sort_of(document: Information, need: Need) -> list[Any]:
    """The values by which a need chooses its entries, as a reader calls them."""
    owner = last_field(type(document), need.has.partition(".")[0]).part
    words: list[Any] = []
    for name, values in need.where.items():
        enum = fields_of(owner)[name].enum if owner and name in fields_of(owner) else None
        words += [enum(v).label if enum else v for v in values]
    return words


def incomplete(document: Information, need: Need, found: Sequence[Any]) -> Iterator[Message]:
    """The entries that lack a field which each must have."""
    for names in need.each:
        options = names.split("|")
        lacking = [
            name_of(one, n)
            for n, one in enumerate(found, 1)
            if not any(any(True for _ in at(one, path, Need(has=path))) for path in options)
        ]
        if lacking:
            part = last_field(type(document), need.has).part
            field = fields_of(part)[options[0].partition(".")[0]].label if part else options[0]
            yield say("without {field}: {entries}", field=field, entries=named(lacking))


def too_old(qms: Qms, document: Information, need: Need, found: Sequence[Any]) -> Iterator[Message]:
    """The latest of the days is too long ago, or still to come."""
    past = [day for day in found if isinstance(day, date) and day <= qms.as_of]
    latest = max(past, default=None)
    if need.at_least and (latest is None or latest <= months_before(qms.as_of, need.months or 0)):
        field = label(document, need)
        if latest is None:
            yield say("{field}: not yet", field=field)
        else:
            yield say(
                "{field}: last on {day}, more than {n} months ago",
                field=field,
                day=latest,
                n=need.months,
            )


def headed(qms: Qms, document: Information, person: Any) -> bool:
    """Whether a person headed the organization on the day of the record, or of an approval."""
    entry, settings = qms.get(str(person), PersonEntry), qms.settings
    if entry is None or settings is None:
        return False
    days = [document.date] if isinstance(document, Record) else []
    if isinstance(document, Document):
        days = [one.on for one in document.approvals if one.by == entry.id]
    return any(entry.held_on(day, settings.organization.head) for day in days)


def last_field(class_: type[BaseModel], path: str) -> Any:
    """The field at the end of a path of fields."""
    name, _, rest = path.partition(".")
    field = fields_of(class_)[name]
    return last_field(field.part, rest) if rest and field.part else field


def label(document: Information, need: Need) -> Message:
    """How the field that a need is about is called."""
    found: Message = last_field(type(document), need.has).label
    return found


def name_of(one: Any, number: int) -> str:
    """How an entry is named: by its id, or else by its place."""
    return str(getattr(one, "id", None) or number)


def named(missing: Sequence[str]) -> list[Message | str]:
    """The first of what is missing, and how many more there are."""
    more = len(missing) - MOST_NAMED
    shown: list[Message | str] = [*missing[:MOST_NAMED]]
    return [*shown, say("{n} more", n=more)] if more > 0 else shown
