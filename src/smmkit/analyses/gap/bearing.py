"""What documents that show a requirement say themselves against the claim that it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from smmkit.analyses.agenda.overdue import DUTIES
from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.content import at
from smmkit.analyses.proof.need_words import few, label_at
from smmkit.analyses.texts.empty_words import empty_words
from smmkit.calendar_ends import missed, months_before
from smmkit.documents import Document, Information
from smmkit.documents.base import Thing
from smmkit.model.fields import fields_of
from smmkit.qms import Qms
from smmkit.standards.proof import Bearing, Need
from smmkit.words import Message, say


def against(
    qms: Qms, documents: Iterable[Information], bearings: Iterable[Bearing]
) -> Iterator[Message]:
    """What the documents say against it, each thing in a sentence; of those that no longer hold, nothing."""
    holding = [one for one in documents if not isinstance(one, Document) or is_live(one, qms)]
    for bearing in bearings:
        parts = [(one, *named) for one in holding for named in parts_of(qms, one, bearing)]
        if late := [name for _, name, part in parts if bearing.in_time and is_late(qms, part)]:
            yield say("past the day without being done: {ids}", ids=few([*dict.fromkeys(late)]))
        if bearing.enough and (short := [*too_little(parts, *bearing.enough)]):
            yield say("less than is needed: {ids}", ids=few(short))
        if bearing.recent and (old := [*not_lately(qms, parts, bearing)]):
            yield say("not in the last {n} months: {ids}", n=bearing.months, ids=few(old))
        if bearing.has and (bare := [*without(qms, parts, bearing)]):
            names = [name for _, name in bare]
            yield say("without {field}: {entries}", field=bare[0][0], entries=few(names))


Named = tuple[Information, str, BaseModel]
"""A document, the id by which a part of it is called, and the part."""


def parts_of(qms: Qms, document: Information, bearing: Bearing) -> Iterator[tuple[str, BaseModel]]:
    """The parts that are looked at, each with the id of what it is a part of."""
    absent = qms.fact(empty_words).absent
    first, _, rest = bearing.at.partition(".")
    if not first:
        yield document.id, document
        return
    for one in at(document, first, Need(has=first, where=bearing.where), absent):
        name = one.id if isinstance(one, Thing) else document.id
        for part in at(one, rest, Need(has=rest), absent) if rest else (one,):
            yield name, part


def is_late(qms: Qms, part: BaseModel) -> bool:
    """Whether something was to be done by a day, and was not."""
    fields = fields_of(type(part))
    return any(
        missed(getattr(part, due), getattr(part, done), qms.as_of)
        for _, due, done in DUTIES
        if due in fields and done in fields
    )


def too_little(parts: Iterable[Named], there: str, asked: str) -> Iterator[str]:
    """The parts of which there is less than is asked for, with both numbers."""
    for _, name, part in parts:
        has, wants = getattr(part, there, None), getattr(part, asked, None)
        if has is not None and wants is not None and has < wants:
            yield f"{name} ({has}/{wants})"


def not_lately(qms: Qms, parts: Iterable[Named], bearing: Bearing) -> Iterator[str]:
    """The parts of which every day lies too long ago."""
    absent, since = qms.fact(empty_words).absent, months_before(qms.as_of, bearing.months)
    for _, name, part in parts:
        days = [
            day
            for path in bearing.recent.split("|")
            for day in at(part, path, Need(has=path), absent)
        ]
        if not any(day > since for day in days):
            yield name


def without(qms: Qms, parts: Iterable[Named], bearing: Bearing) -> Iterator[tuple[Message, str]]:
    """The parts that lack what each has to have, with how that is called; of no such field, nothing."""
    absent = qms.fact(empty_words).absent
    for _, name, part in parts:
        field = label_at(type(part), bearing.has)
        if field and next(at(part, bearing.has, Need(has=bearing.has), absent), None) is None:
            yield field, name
