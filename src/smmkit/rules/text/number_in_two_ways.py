"""SMM118 number-in-two-ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from smmkit.analyses.kpis.rates import possible
from smmkit.analyses.texts.parts import parts_in
from smmkit.corrections.key_paths import value_at
from smmkit.documents import Information
from smmkit.documents.objective import Kpi, Objective
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.words.numbers import IN_TWO_WAYS, Beside, beside, readings

MAY_STAND: Final = re.compile(
    r"\.(?:(?<=[ \t\[{,+-][1-9]\.)|(?<=[ \t\[{,+-][1-9][0-9]\.)|(?<=[ \t\[{,+-][1-9][0-9]{2}\.))"
    r"[0-9]{3}(?=[ \t]*[\n,\]}#])"
)
"""Where such a number may stand in a text; only texts with one are looked at closely.

Why it begins with the point: of all that such a number has, a text has least of these.
"""


@rule(
    "SMM118",
    "number-in-two-ways",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def number_in_two_ways(document: Information, qms: Qms) -> Problems:
    """A number is written so that it can be read in one way only.

    Why: in `value: 1.200` who is used to points between thousands sees twelve hundred, and it is
    counted as one and a fifth; a target a thousand times too low is then reached every month.
    """
    source = qms.sources.get(document.path)
    if source is None or not MAY_STAND.search(source.yaml):
        return
    numbers = list(numbers_of(document))
    written = source.all_written(steps for steps, _ in numbers)
    neighbours = defaultdict[Path, list[tuple[str, Decimal]]](list)
    for (steps, value), text in zip(numbers, written, strict=True):
        neighbours[group_of(document, steps)].append((text, value))
    near = cache(lambda group: settling(document, group, neighbours[group]))
    for (steps, value), text in zip(numbers, written, strict=True):
        if not IN_TWO_WAYS.fullmatch(text):
            continue
        if near(group_of(document, steps)).shows_decimals(value):
            continue
        first, second = readings(text)
        yield problem(
            document,
            *steps,
            message=say(
                "{text} can be read in two ways; its point is taken for decimals", text=text
            ),
            hint=say("write {first} or {second}, as it is meant", first=first, second=second),
        )


def numbers_of(document: Information) -> Iterator[tuple[Path, Decimal]]:
    """Every number of a document that may have decimals, with its key path."""
    for part, steps in parts_in(document, has_number):
        for name in numeric(type(part)):
            value: Any = getattr(part, name)
            if value is not None:
                yield (*steps, name), value


@cache
def numeric(class_: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a class that take one number with decimals."""
    return tuple(f.name for f in fields_of(class_).values() if f.type is Decimal and not f.many)


def has_number(class_: type[BaseModel]) -> bool:
    """Whether a class of parts has such a field."""
    return bool(numeric(class_))


def group_of(document: Information, steps: Path) -> Path:
    """What a number is a neighbour in: all numbers of a KPI; elsewhere a column of a list."""
    if isinstance(document, Objective) and steps[0] == "kpis":
        return steps[:2]
    last = max((n for n, step in enumerate(steps) if isinstance(step, int)), default=0)
    return (*steps[:last], *steps[last + 1 :]) if last else steps


def settling(document: Information, group: Path, numbers: list[tuple[str, Decimal]]) -> Beside:
    """What the neighbours of a number settle; of a KPI also the highest value that there can be."""
    texts = (text for text, _ in numbers)
    kpi = value_at(document.kpis, group[1:]) if isinstance(document, Objective) and group else None
    if not isinstance(kpi, Kpi):
        return beside(texts)
    known = (value for text, value in numbers if not IN_TWO_WAYS.fullmatch(text))
    return beside(texts, known, possible(kpi)[1])
