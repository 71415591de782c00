"""Which way a number went, as sentences of people say it, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from smmkit.analyses.consistency.counts_in_text import CLAUSE, number_in, unit_of
from smmkit.analyses.consistency.saying import differs
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.series import Observation, series
from smmkit.analyses.texts.spoken_counts import any_count
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.corrections.spoken_values import period_meant
from smmkit.documents.objective import Formula, Kpi, Objective
from smmkit.qms import Qms
from smmkit.standards.vocabulary.counts import (
    each_time,
    end_in_period,
    from_to,
    in_a_period,
    went,
)
from smmkit.words import Message, say

FEWEST = 2
LESS_IS_BETTER = frozenset({Formula.MINIMIZE, Formula.MINIMIZE_RATIO, Formula.MINIMIZE_TO_ZERO})
MORE_IS_BETTER = frozenset({Formula.MAXIMIZE, Formula.MAXIMIZE_NEGATIVE})


def from_one_to_another(qms: Qms, text: str, kpi: Kpi | None = None) -> Iterator[Message]:
    """What a text says of two numbers that go the other way: "naik dari 25 menjadi 24"."""
    words, course = qms.fact(vocabulary).counting, qms.fact(vocabulary).course
    ways = {1: [*course.rises], -1: [*course.falls]}
    if kpi and kpi.formula in MORE_IS_BETTER:
        ways = {1: [*course.rises, *course.better], -1: [*course.falls, *course.worse]}
    if kpi and kpi.formula in LESS_IS_BETTER:
        ways = {1: [*course.rises, *course.worse], -1: [*course.falls, *course.better]}
    for sign, called in ways.items():
        for match in went(words, tuple(called)).finditer(text):
            one, other = (Decimal(part.replace(",", ".")) for part in match.groups())
            if (other - one) * sign < 0:
                yield say("it says {said}, and the numbers go the other way", said=match[0])


def of_measured(qms: Qms, kpi: Kpi, year: str, text: str) -> Iterator[Message]:
    """What a text says of the values of a KPI in a year, and was measured otherwise."""
    seen = [o for o in qms.fact(series)[kpi.id].observations if o.period[:4] == year and not o.word]
    yield from since_last_year(qms, kpi, year, text)
    if len(seen) < FEWEST:
        return
    for clause in CLAUSE.split(text):
        yield from in_each(qms, clause.strip(), [one.value for one in seen])
        yield from of_the_end(qms, kpi, year, clause, seen)
        yield from of_a_period(qms, kpi, year, clause, seen)


def since_last_year(qms: Qms, kpi: Kpi, year: str, text: str) -> Iterator[Message]:
    """That a KPI went from one value to that of its year, where the year before came to another."""
    home, last = qms.homes[kpi.id][0], str(int(year) - 1)
    if not isinstance(home, Objective):
        return
    now, before = (result(qms, home, kpi, one) for one in (year, last))
    ours = before.actual if not before.missing and before.actual is not None else kpi.baseline
    for match in from_to(qms.fact(vocabulary).counting).finditer(text):
        one, other = (Decimal(part.replace(",", ".")) for part in match.groups())
        is_ours = now.actual is not None and not differs(other, now.actual)
        seen = [
            o.value for o in qms.fact(series)[kpi.id].observations if o.period[:4] in {year, last}
        ]
        known = [*seen, *(n for n in (ours, kpi.baseline) if n is not None)]
        if is_ours and ours is not None and all(differs(one, number) for number in known):
            yield say(
                "it says {said}; {id} was {value} in {year}",
                said=match[0],
                id=kpi.id,
                value=ours,
                year=last,
            )


def in_each(qms: Qms, clause: str, values: Sequence[Decimal]) -> Iterator[Message]:
    """That a value rose in each period, where it never did twice running."""
    course = qms.fact(vocabulary).course
    for sign, words in ((1, course.rises), (-1, course.falls)):
        said = each_time(words, course.each).match(clause)
        steps = [(after - before) * sign > 0 for before, after in pairwise(values)]
        if said and not all(steps):
            yield say("it says {said}, and that was not so", said=said[0])


def of_the_end(
    qms: Qms, kpi: Kpi, year: str, clause: str, seen: Sequence[Observation]
) -> Iterator[Message]:
    """That the lowest or the highest value was that of a period, where another was."""
    words, course = qms.fact(vocabulary).counting, qms.fact(vocabulary).course
    for choose, called in ((min, course.lowest), (max, course.highest)):
        match = end_in_period(words, called).search(clause)
        found = at(seen, match[1], year) if match else None
        end = choose(seen, key=lambda one: one.value)
        if match and found and found.value != end.value:
            yield say(
                "it says {said}; {id} was {value} then, and {end} in {period}",
                said=match[0],
                id=kpi.id,
                value=found.value,
                end=end.value,
                period=named(end.period),
            )


def of_a_period(
    qms: Qms, kpi: Kpi, year: str, clause: str, seen: Sequence[Observation]
) -> Iterator[Message]:
    """That so many were counted, or so many percent, in a period, where it was another number."""
    words = qms.fact(vocabulary).counting
    for match in in_a_period(words, any_count(qms), unit_of(qms, kpi)).finditer(clause):
        said, found = number_in(qms, match[1]), at(seen, match[2], year)
        if said is None or found is None or not differs(said, found.value):
            continue
        is_of_another = any(not differs(said, one.value) for one in seen)
        if is_of_another if "," in match[1] else round(found.value - said) != 0:
            yield say(
                "it says {said}; {id} was {value} then",
                said=match[0],
                id=kpi.id,
                value=found.value,
            )


def at(seen: Sequence[Observation], said: str, year: str) -> Observation | None:
    """What was measured in a period of a year that a text names."""
    period = period_meant(f"{said} {year}")
    return next((one for one in seen if one.period == period), None)
