"""Whether more or less of an indicator is better, and how its year comes of its parts: said, or assumed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from smmkit.analyses.kpis.running import run_on
from smmkit.documents.objective import Aggregation, Formula, Frequency
from smmkit.intake.kpi_columns import frequency_among, period_of
from smmkit.intake.kpi_numbers import is_share
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.intake.ticked import chosen
from smmkit.intake.words import begins, data, holds, meaning
from smmkit.words import Message, say

WORST_SHARE = 100
"""All of something, in percent."""


def formula_of(
    result: Result,
    table: Table,
    row: int,
    of: tuple[str, str],
    targets: list[dict[str, Any]],
    *,
    is_less: bool,
) -> str:
    """What its column says; else less is better where a bound, its first words or its targets say so.

    Of a target that is 0, and of which less is better, none is to be left.
    """
    id_, title = of
    is_zero = all(one["value"] == 0 for one in targets)
    by_words = begins(title, data()["less_is_better"]) and not is_done(title)
    is_less = is_less or by_words or is_zero or are_falling(targets)
    assumed = Formula.MINIMIZE if is_less else Formula.MAXIMIZE
    text = table.line(row, "direction")
    if (said := meaning(chosen(text), "directions")) is None and text:
        why = say("it says neither that more nor that less is better; not taken")
        result.unread.append((table.place_of(row, "direction"), text, why))
    if any(one.get("up_to") is not None for one in targets):
        assumed = Formula.STABILIZE
    formula = Formula(said) if said else assumed
    if is_zero and formula is Formula.MINIMIZE:
        formula = Formula.MINIMIZE_TO_ZERO
    if formula.value != said:
        result.assumed.append((id_, say("the formula: {word}", word=formula.label)))
    return str(formula.value)


def are_falling(targets: list[dict[str, Any]]) -> bool:
    """Whether the targets of years become less and less: 5, 3, 0."""
    known = {str(one["period"]): one["value"] for one in targets if one["value"] is not None}
    years = [value for period, value in sorted(known.items()) if len(period) == len("2025")]
    pairs = [*pairwise(years)]
    return len(years) > len(("one", "more")) and all(after < before for before, after in pairs)


def worst_of(
    result: Result, of: tuple[str, str], formula: str, targets: list[dict[str, Any]]
) -> int | None:
    """From what the way to a target of 0 is counted: of a share from all, else a person says it."""
    id_, unit = of
    is_less = formula in {Formula.MINIMIZE.value, Formula.MINIMIZE_TO_ZERO.value}
    if not is_less or all(one["value"] != 0 for one in targets):
        return None
    if is_share(unit):
        result.assumed.append((id_, say("the worst value: {value}", value=WORST_SHARE)))
        return WORST_SHARE
    result.blanks.append((id_, say("worst value, from which the way to the target 0 is counted")))
    return None


def is_done(title: str) -> bool:
    """Whether it is about what was done with such a thing, and not about what was left undone."""
    undone = [f"{no} {one}" for no in data()["undone"] for one in data()["done"]]
    return holds(title, data()["done"]) and not holds(title, undone)


def aggregation_among(result: Result, table: Table, row: int, id: str, seen: str) -> str:
    """What its column says; else what its numbers show."""
    if found := meaning(chosen(table.line(row, "aggregation")), "aggregations"):
        return str(found)
    result.assumed.append((id, say("the value of a year: {word}", word=Aggregation(seen).label)))
    return seen


def frequency_of(
    result: Result, table: Table, row: int, id: str, of: tuple[list[str], int]
) -> Frequency:
    """How often a value is due: by the periods of its values, else as its column says, else assumed."""
    periods, year = of
    said = meaning(chosen(table.line(row, "frequency")), "frequencies")
    frequency = Frequency(said) if said and not periods else frequency_among(periods, year)
    if not said and not periods:
        what = say("how often it is measured: {word}", word=frequency.label)
        result.assumed.append((id, what))
    return frequency


def is_running(targets: list[dict[str, Any]], values: Mapping[str, Decimal]) -> bool:
    """Whether targets of parts of a year run on to its end, and no value falls: 25, 50, 75, 100."""
    aims = {str(one["period"]): one["value"] for one in targets}
    whole = [value for period, value in aims.items() if len(period) == len("2025")]
    parts = [value for period, value in sorted(aims.items()) if len(period) > len("2025")]
    if None in parts or len(parts) < len(("three", "or", "more")) or parts != sorted(parts):
        return False
    known = [value for _, value in sorted(values.items())]
    is_its_end = all(value == parts[-1] for value in whole)
    return is_its_end and known == sorted(known) and run_on([one for one in parts if one])


def doubtful_share(targets: list[dict[str, Any]]) -> Message | None:
    """What is taken for granted of a target in percent that is written without the sign: 0,9."""
    known = [one["value"] for one in targets if one["value"]]
    if not known or not all(0 < value <= 1 for value in known):
        return None
    return say(
        "a target of {value} without a sign is {value} %, not {more} %",
        value=known[0],
        more=known[0] * 100,
    )


def reached_by(
    table: Table,
    row: int,
    year: int,
    targets: list[dict[str, Any]],
    values: Mapping[str, Decimal],
    formula: str,
) -> str:
    """The one way in which the values come to the achievement of the year that the paper itself counts."""
    aim = next((one["value"] for one in targets if str(one["period"]) == str(year)), None)
    parts = [value for period, value in sorted(values.items()) if period[:4] == str(year)]
    columns = [
        n
        for n in table.columns("achievement")
        if period_of(table.paths[n], year) in {None, str(year)}
    ]
    stated = number(table.grid.cell(row, columns[0])) if len(columns) == 1 else None
    if not aim or stated is None or len(parts) < len(("two", "parts")):
        return ""
    near = max(Decimal("0.05"), Decimal(1).scaleb(int(stated.as_tuple().exponent)) / 2)
    total = sum(parts, Decimal(0))
    ways = {"average": total / len(parts), "sum": total, "last": parts[-1]}
    found = [
        way
        for way, value in ways.items()
        if any(abs(stated - one) <= near for one in achieved(value, aim, formula))
    ]
    return found[0] if len(found) == 1 else ""


def achieved(value: Decimal, aim: Decimal, formula: str) -> list[Decimal]:
    """What a value reaches of its target, in percent, in the ways in which papers count it."""
    if formula != Formula.MINIMIZE.value:
        return [value / aim * 100]
    return [(2 - value / aim) * 100, *([aim / value * 100] if value else [])]
