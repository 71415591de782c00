"""A file whose fields are not as they have to be: all its faults, and what it names all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from smmkit.corrections.as_meant import (
    AsMeant,
    as_written,
    below,
    is_put_right,
    renamed,
    with_names,
)
from smmkit.corrections.by_id import NO_IDS, UNIT, Ids, standard_name
from smmkit.corrections.model_errors import WRONG_VALUE, first_errors, problems_of
from smmkit.corrections.officials import comparable
from smmkit.documents import Entry, Information, class_of
from smmkit.documents.references import named_in
from smmkit.loading.recognizing import ids_of
from smmkit.location import Path
from smmkit.migrations import current
from smmkit.model.fields import fields_of
from smmkit.model.marks import STANDARD
from smmkit.problem import Problem, Rule
from smmkit.qms import Qms, Seen, Stub
from smmkit.standards.heads import shipped_heads
from smmkit.yaml_text.source import Source

YARDSTICK = ("standard",)
"""The field that says of which standard the clauses of a document are."""

ROUNDS = 5
"""So deep at most do other names stand below other names."""


def refuse(
    qms: Qms, source: Source, type_: type[BaseModel], error: ValidationError, ids: Ids
) -> Seen | None:
    """Tell every fault of a file; what can be seen of the document that it would have been."""
    found, id_ = qms.found, source.values.get("id")
    errors, others = first_errors(type_, error, source.values, found.most)
    told = id_ if isinstance(id_, str) and issubclass(type_, Information) else ""
    found += problems_of(source.path, told, type_, errors, source.values, found.most, source, ids)
    found.count_more(source.path, others, WRONG_VALUE)
    wrong = refused_at(errors)
    values: Any = source.values
    names: dict[Path, str] = {}
    for _ in range(ROUNDS):
        more = renamed(errors, type_, values)
        if not more or others:
            break
        names, values = names | more, with_names(values, more)
        errors = below(errors_of(type_, values, found.most), more, type_)
        wrong |= refused_at(errors)
        found += placed_back(
            problems_of(
                source.path, told, type_, errors, values, found.most, AsMeant(source, names), ids
            ),
            names,
        )
    if not issubclass(type_, Information):
        return None
    bare: dict[str, Any] = {**dict.fromkeys(type_.model_fields), "id": told}
    bare |= {name: text for name in YARDSTICK if isinstance(text := values.get(name), str)}
    stand_in = type_.model_construct(**bare)
    stand_in._source = source
    named = [
        (as_written(steps, names), target, mark)
        for steps, target, mark in named_in(type_, values)
        if steps not in wrong and not is_put_right(steps, target, names, type_, ids)
    ]
    return Seen(stand_in, named)


Refused = tuple[Source, str, str]
"""A text that cannot come in: with the kind that it says, and the one that it means."""


def refuse_all(qms: Qms, refused: list[Refused]) -> Iterator[Stub]:
    """Tell the faults of all such files, once everything that they may name by its title is known."""
    ids = ids_by_name(qms, refused) if refused else NO_IDS
    for source, kind, meant in refused:
        seen = refuse_as(qms, source, meant, ids) if meant else None
        yield Stub(source.path, kind, ids_of(source.path, source.values), seen)


def ids_by_name(qms: Qms, refused: Iterable[Refused] = ()) -> Ids:
    """The ids of things by their titles and by themselves, of standards as papers cite them; also of what
    stands in files that faults keep out.
    """
    own = qms.settings.standards if qms.settings else ()
    cited = {
        standard_name(said): edition.standard or id_
        for id_, head in shipped_heads().items()
        for edition in head.editions
        for said in edition.cited_as
    }
    cited |= {standard_name(id_): id_ for id_ in own}
    names = [standard_name(id_.rpartition("-")[0]) for id_ in own]
    cited |= {n: id_ for n, id_ in zip(names, own, strict=True) if n and names.count(n) == 1}
    ids = {(STANDARD.what, said): id_ for said, id_ in cited.items()}
    titles = [(thing.is_a, comparable(thing.title), id_) for id_, thing in qms.things.items()]
    called = [((sort, said), id_) for kind, said, id_ in titles for sort in ("", kind)]
    often = Counter(key for key, _ in called)
    ids |= {(thing.is_a, comparable(id_)): id_ for id_, thing in qms.things.items()}
    ids |= {key: id_ for key, id_ in called if often[key] == 1}
    units = qms.settings.units if qms.settings else ()
    out = [(class_of(kind), source.values) for source, _, kind in refused if kind]
    seen = (one.seen.stand_in for one in qms.stubs if one.seen)
    ids = dict(kept_out([*out, *((type(one), one.source.values) for one in seen)])) | ids
    return ids | {(UNIT, comparable(said)): one.id for one in units for said in (one.id, one.title)}


def kept_out(files: list[tuple[type[BaseModel], Any]]) -> Iterator[tuple[tuple[str, str], str]]:
    """The ids of entries in files that faults keep out, by their titles and by themselves."""
    for type_, values in files:
        for name, field in fields_of(type_).items():
            part, items = field.part, values.get(name)
            if part is None or not issubclass(part, Entry) or not isinstance(items, list):
                continue
            for one in items:
                id_ = one.get("id") if isinstance(one, dict) else None
                if isinstance(id_, str):
                    said = (text for text in (id_, one.get("title")) if isinstance(text, str))
                    yield from (((part.kind_of_entry, comparable(text)), id_) for text in said)


def refuse_as(qms: Qms, source: Source, kind: str, ids: Ids) -> Seen | None:
    """Tell what is wrong with a file of a kind, which it may say in another word; what can be seen of it."""
    type_, values = class_of(kind), source.values | {"kind": kind}
    try:
        type_.model_validate(current(values))
    except ValidationError as error:
        meant = Source(source.path, values, source.yaml, source.prose, source.prose_line)
        return refuse(qms, meant, type_, error, ids)
    return None


def errors_of(type_: type[BaseModel], values: Any, most: int | None) -> list[Any]:
    """What pydantic finds wrong with values; of lists without end with the first of their items."""
    try:
        type_.model_validate(values)
    except ValidationError as error:
        return first_errors(type_, error, values, most)[0]
    return []


def refused_at(errors: list[Any]) -> set[Path]:
    """Where values stand that are refused."""
    return {tuple(one["loc"]) for one in errors if one["type"] != "missing"}


def placed_back(
    problems: Iterator[tuple[Rule, Problem]], names: dict[Path, str]
) -> Iterator[tuple[Rule, Problem]]:
    """The same problems, at the names that stand in the file."""
    for rule, problem in problems:
        yield rule, replace(problem, steps=as_written(problem.steps, names))
