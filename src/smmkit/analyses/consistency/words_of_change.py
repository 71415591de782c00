"""Which way a number went, as sentences of people say it, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from smmkit.analyses.consistency.counts_in_text import (
    CLAUSE,
    names_part,
    number_in,
    shortened,
    unit_of,
)
from smmkit.analyses.consistency.saying import differs
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.of_year import of_year
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.kpis.scales import scale_of, value_of
from smmkit.analyses.kpis.series import Observation, series
from smmkit.analyses.texts.spoken_counts import any_count
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.corrections.spoken_values import period_meant
from smmkit.documents.objective import Formula, Kpi, Objective
from smmkit.qms import Qms
from smmkit.standards.vocabulary.changes import (
    each_time,
    end_in_period,
    in_a_period,
    step_to_step,
    went,
    went_in_years,
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
    seen = [o for o in of_year(qms.fact(series)[kpi.id], year) if not o.word]
    yield from since_last_year(qms, kpi, year, text)
    if len(seen) < FEWEST:
        return
    for clause in CLAUSE.split(text):
        yield from in_each(qms, clause.strip(), [one.value for one in seen])
        yield from of_the_end(qms, kpi, year, clause, seen)
        yield from of_a_period(qms, kpi, year, clause, seen)


def since_last_year(qms: Qms, kpi: Kpi, year: str, text: str) -> Iterator[Message]:
    """That a KPI went from one value to another in its year, where one of the two was never its own.

    Where the clause speaks of a part of a year, what was measured in each part is its own, too.
    """
    home, last = qms.homes[kpi.id][0], str(int(year) - 1)
    if not isinstance(home, Objective):
        return
    now, before = (result(qms, home, kpi, one) for one in (year, last))
    yield from in_steps(qms, kpi, text, (before, now))
    ours = before.actual if not before.missing and before.actual is not None else kpi.baseline
    seen = [o.value for o in qms.fact(series)[kpi.id].observations if o.period[:4] in {year, last}]
    went_to = went_in_years(qms.fact(vocabulary).counting, unit_of(qms, kpi))
    for clause in CLAUSE.split(text):
        parts = seen if names_part(qms, clause) else []
        for match in went_to.finditer(clause):
            one, other = (Decimal(match[n].replace(",", ".")) for n in ("one", "other"))
            firsts = [n for n in (ours, kpi.baseline) if n is not None]
            lasts = [] if now.actual is None else [now.actual]
            is_ours = known(other, [*lasts, *parts])
            is_of_years = match["in_year"] or not known(other, seen)
            is_told = is_ours or (match["unit"] and is_of_years)
            if not firsts or not lasts or not is_told:
                continue
            if not is_ours or not known(one, [*firsts, *parts]):
                yield say(
                    "it says {said}; {id} was {value} in {year}, and {actual} in {now}",
                    said=match[0],
                    id=kpi.id,
                    value=shortened(firsts[0]),
                    year=last,
                    actual=shortened(lasts[0]),
                    now=year,
                )


def in_steps(qms: Qms, kpi: Kpi, text: str, of: tuple[Result, Result]) -> Iterator[Message]:
    """That a KPI that is told in words went from one step of its scale to another, which was not so."""
    scale = scale_of(qms, kpi.words) if kpi.formula is Formula.ORDINAL else None
    before, now = of
    if scale is None or not before.actual_word or not now.actual_word:
        return
    for match in step_to_step(qms.fact(vocabulary).counting).finditer(text):
        said = [value_of(scale, match[n]) for n in (1, 2)]
        ours = [value_of(scale, word) for word in (before.actual_word, now.actual_word)]
        if None not in said and said != ours:
            yield say(
                "it says {said}; {id} was {value} in {year}, and {actual} in {now}",
                said=match[0],
                id=kpi.id,
                value=before.actual_word,
                year=before.period,
                actual=now.actual_word,
                now=now.period,
            )


def known(said: Decimal, numbers: Sequence[Decimal]) -> bool:
    """Whether a number in a sentence is one of some, as far as it is written out."""
    return any(not differs(said, number) for number in numbers)


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
