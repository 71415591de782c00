"""Counts in sentences of people: "57 dari 86 pegawai", "IKU-06 dua kasus", "kelima keputusan RTM-2020".

Only a count whose source is named beside it is looked at: by the id of a KPI or a record, or by the noun
behind it, which stands in the title of what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from smmkit.analyses.consistency.counts_of_parts import of_months, of_parts
from smmkit.analyses.consistency.counts_of_records import (
    FEW,
    Found,
    of_audits,
    of_records,
    of_registers,
)
from smmkit.analyses.consistency.saying import Said, differs
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.rates import HUNDRED, agrees, is_share
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.texts.spoken_counts import any_count, count_of, pairs
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.base import Record
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.review import ManagementReview
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of, ways_of
from smmkit.standards.vocabulary.counts import aimed_at, behind_id
from smmkit.words import say

CLAUSE = re.compile(r";|[.:](?=\s)")


def counts_in(
    qms: Qms, document: Record, steps: Path, text: str, about: Iterable[str]
) -> Iterator[Said]:
    """The counts of one text that have a source, each beside what it comes to."""
    things = [qms.things.get(id_) for id_ in about]
    years = years_told(document)
    for clause in CLAUSE.split(text):
        named = [one for one in things if isinstance(one, Kpi)] or kpis_in(qms, clause)
        found = [*of_records(qms, clause, things), *of_registers(qms, clause, things)]
        found += [*of_parts(qms, clause, things), *of_audits(qms, clause, things)]
        for kpi in named if years else ():
            found += of_years(qms, clause, kpi, years)
            found += of_kpi(qms, clause, kpi, years) if len(named) == 1 else ()
        for said, source, counted in found:
            what = say("count in a sentence")
            yield Said(document, steps, what, said, source, counted)


def years_told(document: Record) -> list[str]:
    """The years that a report or a review speaks of: its own, or those that ended before it met."""
    if isinstance(document, PerformanceReport):
        return [str(document.year)]
    if isinstance(document, ManagementReview):
        first = document.since.year if document.since else document.date.year - 1
        return [str(year) for year in range(first, document.date.year)]
    return []


def kpis_in(qms: Qms, clause: str) -> list[Kpi]:
    """The KPIs that a clause names."""
    words = dict.fromkeys(re.findall(r"[A-Za-z][\w.-]{1,40}", clause))
    return [kpi for word in words if (kpi := qms.get(word.rstrip(".-"), Kpi))]


def of_kpi(qms: Qms, clause: str, kpi: Kpi, years: list[str]) -> Iterator[Found]:
    """What a clause says of the one KPI that it is about: a share in counts, and what was to be reached."""
    yield from shares(qms, clause, kpi, years)
    yield from of_months(qms, clause, kpi, years)
    aims = [n for n in (target_of(qms, kpi, year).value for year in years) if n is not None]
    aims += [t.value for t in kpi.targets if t.period[:4] in years and t.value is not None]
    wanted = aimed_at(qms.fact(vocabulary).counting, any_count(qms), unit_of(qms, kpi))
    for match in wanted.finditer(clause) if aims else ():
        said = number_in(qms, match[1])
        if said is not None and not any(same(said, one) for one in aims):
            yield match[0], kpi.id, str(aims[0])


def of_years(qms: Qms, clause: str, kpi: Kpi, years: list[str]) -> Iterator[Found]:
    """The count that stands right behind the id of a KPI: what its years came to, or a period it names."""
    home, words = qms.homes[kpi.id][0], qms.fact(vocabulary).counting
    if not isinstance(home, Objective):
        return
    actual = [n for y in years if (n := result(qms, home, kpi, y).actual) is not None]
    seen = qms.fact(series)[kpi.id].observations if names_part(qms, clause) else ()
    known = [*actual, *(one.value for one in seen if one.period[:4] in years)]
    behind = behind_id(words, any_count(qms), unit_of(qms, kpi), kpi.id)
    for match in behind.finditer(clause):
        said = number_in(qms, match[1])
        if said is not None and actual and not any(same(said, number) for number in known):
            yield match[0], kpi.id, f"{written(actual[-1], said)} {kpi.measured_in}"


def names_part(qms: Qms, clause: str) -> bool:
    """Whether a clause speaks of a part of a year."""
    return pattern_of(qms.fact(vocabulary).counting.part_of_year).search(clause) is not None


def unit_of(qms: Qms, kpi: Kpi) -> str:
    """The pattern of the unit of measure of a KPI."""
    unit, percent = re.escape(kpi.measured_in), ways_of(qms.fact(vocabulary).counting.percent)
    return rf"(?:{unit}|{percent})" if kpi.measured_in == "%" else rf"{unit}\b"


def number_in(qms: Qms, text: str) -> Decimal | None:
    """A number in digits, with a comma before its places, or in words."""
    if text[:1].isdigit():
        return Decimal(text.replace(",", "."))
    found = count_of(text, qms.fact(vocabulary).numbers)
    return None if found is None else Decimal(found)


def same(said: Decimal, counted: Decimal) -> bool:
    """Whether a number in a sentence is the counted one, as far as it is written out."""
    return not differs(said, counted)


def written(counted: Decimal, like: Decimal) -> str:
    """A counted number with two places at most."""
    return str(round(counted, 2).normalize() if counted != like else counted)


def shares(qms: Qms, clause: str, kpi: Kpi, years: list[str]) -> Iterator[Found]:
    """A share said in counts, of a KPI whose title has the noun: both as measured, or as a percentage."""
    if not is_share(kpi):
        return
    observed = [o for o in qms.fact(series)[kpi.id].observations if o.period[:4] in years]
    parts = [(o.numerator, o.denominator) for o in observed if o.numerator and o.denominator]
    known = [(int(above), int(below)) for above, below in parts]
    if known and len(years) == 1:
        known.append((sum(one for one, _ in known), sum(other for _, other in known)))
    heads = qms.settings.headcount if qms.settings else None
    for said, one, other, noun in pairs(qms, clause):
        if noun not in kpi.title.casefold() or not noun or (one, other) in known:
            continue
        share = one / Decimal(other) * HUNDRED
        if any(agrees(o.value, share) for o in observed):
            continue
        near = [pair for pair in known if is_meant((one, other), pair)]
        if near:
            yield said, kpi.id, f"{near[-1][0]}/{near[-1][1]}"
        elif not known and observed and (other == heads or is_first(clause, said, other)):
            yield said, kpi.id, f"{observed[-1].value} %"


def is_first(clause: str, said: str, other: int) -> bool:
    """Whether a clause begins with a share of many: it explains the value that stands beside it."""
    return other >= FEW and clause.strip().casefold().startswith(said.casefold())


def is_meant(said: tuple[int, int], known: tuple[int, int]) -> bool:
    """Whether one of two counts is the known one, and the other is beside it."""
    (one, other), (above, below) = said, known
    if one == above:
        return above >= FEW or abs(other - below) == 1
    return other == below and (below >= FEW or abs(one - above) == 1)
