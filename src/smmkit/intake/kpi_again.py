"""Indicators that a second table or sheet has again: the same one, where nothing contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from smmkit.documents.objective import Frequency
from smmkit.intake.result import NO_TARGET, NO_UNIT, Place, Result
from smmkit.intake.table import Table
from smmkit.intake.words import comparable
from smmkit.words import say

AGREE = ("measured_in", "formula", "aggregation", "baseline", "calculation", "data_source", "words")
"""What two tables that say it of one indicator must say alike."""


@dataclass(eq=False)
class Indicator:
    """An indicator that was read, and where."""

    table: Table
    place: Place
    fields: dict[str, Any]
    around: tuple[str, ...]
    """What its row says beside it: its objective, its owner, its perspective."""
    path: PurePosixPath
    """The file of its values."""

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.fields["id"])


def joined(result: Result, found: list[Indicator]) -> set[str]:
    """Put each indicator that comes again into the first; the ids of those that are gone."""
    known: dict[str, list[Indicator]] = {}
    gone: set[str] = set()
    unitless = {one for one, what in result.blanks if what == NO_UNIT}
    for one in found:
        key = comparable(one.fields["title"])
        others = [first for first in known.get(key, []) if is_as_often(result, first, one)]
        against = [
            (first, next(contradictions(result, first, one, unitless), None)) for first in others
        ]
        first = next((first for first, why in against if why is None), None)
        if first:
            join(result, first, one, unitless)
            gone.add(one.id)
            continue
        known.setdefault(key, []).append(one)
        for other, why in against[:1]:
            what = say("{id} has the same title, but {what}; kept apart", id=other.id, what=why)
            result.told.append((one.place, one.fields["title"], what))
    result.blanks[:] = [
        (one, what)
        for one, what in result.blanks
        if one not in gone and not (what == NO_UNIT and one not in unitless)
    ]
    aimed = {one.id for one in found if aims(one)}
    result.blanks[:] = [b for b in result.blanks if b[1] != NO_TARGET or b[0] not in aimed]
    result.assumed[:] = [one for one in result.assumed if one[0] not in gone]
    return gone


def is_as_often(result: Result, first: Indicator, again: Indicator) -> bool:
    """Whether two tables may speak of one indicator: as often measured, or one of them has no values."""
    is_same = first.fields["frequency"] == again.fields["frequency"]
    has_both = values(result, first) and values(result, again)
    return first.table is not again.table and (is_same or not has_both)


def contradictions(
    result: Result, first: Indicator, again: Indicator, unitless: set[str]
) -> Iterator[str]:
    """Where two indicators of one title say different things."""
    for here, there in zip(first.around, again.around, strict=True):
        if there and comparable(here) != comparable(there):
            yield f"{here or '-'} / {there}"
    for name in AGREE:
        a, b = first.fields.get(name), again.fields.get(name)
        if (name == "measured_in" and {first.id, again.id} & unitless) or a is None or b is None:
            continue
        if comparable(str(a)) != comparable(str(b)):
            yield f"{a} / {b}"
    pairs = (aims(first), aims(again)), (values(result, first), values(result, again))
    for before, after in pairs:
        for period in sorted(before.keys() & after.keys()):
            if before[period] != after[period]:
                yield f"{period}: {before[period]} / {after[period]}"


def join(result: Result, first: Indicator, again: Indicator, unitless: set[str]) -> None:
    """Take over what the first does not say."""
    fields = first.fields
    for name in AGREE:
        if fields.get(name) is None and again.fields.get(name) is not None:
            fields[name] = again.fields[name]
    if not values(result, first):
        often = say("how often it is measured: {word}", word=Frequency(fields["frequency"]).label)
        result.assumed[:] = [one for one in result.assumed if one != (first.id, often)]
        fields["frequency"] = again.fields["frequency"]
    if first.id in unitless and again.id not in unitless:
        fields["measured_in"] = again.fields["measured_in"]
        unitless.discard(first.id)
    known = aims(first)
    more = [t for t in again.fields["targets"] if str(t["period"]) in aims(again)]
    if more:
        kept = [t for t in fields["targets"] if str(t["period"]) in known]
        fields["targets"] = kept + [t for t in more if str(t["period"]) not in known]
    texts = [result.files[str(one.path)].splitlines() for one in (again, first)]
    head = max((lines[0] for lines in texts), key=len)
    part = head[len("period")]
    both = {line.split(part)[0]: line for lines in texts for line in lines[1:]}
    lines = [
        line + part * (head.count(part) - line.count(part)) for _, line in sorted(both.items())
    ]
    result.files[str(first.path)] = "\n".join([head, *lines]) + "\n"
    del result.files[str(again.path)]
    what = say("{place} has it again, and contradicts nothing: joined", place=again.place)
    result.assumed.append((first.id, what))


def aims(one: Indicator) -> dict[str, Any]:
    """The targets that are known, by period."""
    said = {str(t["period"]): t.get("word") or t.get("value") for t in one.fields["targets"]}
    return {period: aim for period, aim in said.items() if aim is not None}


def values(result: Result, one: Indicator) -> dict[str, str]:
    """The measured values, by period, as they are written."""
    head, *lines = result.files[str(one.path)].splitlines()
    part = head[len("period")]
    return {period: value for period, value, *_ in (line.split(part) for line in lines)}
