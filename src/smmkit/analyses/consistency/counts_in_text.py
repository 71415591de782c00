"""Counts in sentences of people: "57 dari 86 pegawai", "IKU-06 dua kasus", "kelima keputusan RTM-2020".

Only a count whose source is named beside it is looked at: by the id of a KPI or a record, or by the noun
behind it, which stands in the title of what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from smmkit.analyses.consistency.saying import Said, differs
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.rates import HUNDRED, agrees, is_share
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.surveys.surveys import outcomes
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.base import Record
from smmkit.documents.customers import Survey
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.resources import ExternalProviders, Resources
from smmkit.documents.review import ManagementReview
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.standards.vocabulary import NEVER
from smmkit.words import say

FEW = 10
"""From so many on a number stands for itself; below, many things happen to be as many."""
CLAUSE = re.compile(r";|[.:](?=\s)")
NUMBER = r"[0-9]{1,6}(?:,[0-9]{1,4})?"
ONLY = "hanya|baru|rata-rata|sebanyak|sebesar|mencapai|tercatat|masih|only|reached"
PAST = r"(?:(?:pada|in|tahun)\s+)?(?:tahun\s+)?[12][0-9]{3}\b"
FROM_TO = re.compile(r"(?:dari|from) ([0-9]{1,3}) (?:menjadi|to) ([0-9]{1,3})\b")
DECISIONS = r"\b(?:ke)?({count}) (?:keputusan|decisions of) "
PROVIDERS = r"\b({count}) (?:penyedia dinilai|providers were)\b"
ANSWERS = (
    r"(?:(?<=[0-9] )(?:dari|from)|\b(?:ketika|when)) ({count}) (?:jawaban|responden|answers)\b"
)
GRADE = re.compile(r"\bmutu pelayanan ([A-D])\b")
LETTER = re.compile(r"[A-D](?: |\Z)")


def counts_in(
    qms: Qms, document: Record, steps: Path, text: str, about: Iterable[str]
) -> Iterator[Said]:
    """The counts of one text that have a source, each beside what it comes to."""
    things = [qms.things.get(id_) for id_ in about]
    years = years_told(document)
    for clause in CLAUSE.split(text):
        named = [one for one in things if isinstance(one, Kpi)] or kpis_in(qms, clause)
        found = [*of_records(qms, clause, things), *of_registers(qms, clause, things)]
        if len(named) == 1 and years:
            found += of_kpi(qms, clause, named[0], years)
        for said, source, counted in found:
            what = say("count in a sentence")
            yield Said(document, steps, what, said, source, counted)


Found = tuple[str, str, str]
"""What is said, of what, and what that comes to; the same text where both agree."""


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
    """What a clause says of the one KPI that it is about: a share in counts, a count, a target."""
    yield from shares(qms, clause, kpi, years)
    home = qms.homes[kpi.id][0]
    if not isinstance(home, Objective):
        return
    known = [result(qms, home, kpi, year) for year in years]
    actual = [one.actual for one in known if one.actual is not None]
    inside = [o.value for o in qms.fact(series)[kpi.id].observations if o.period[:4] in years]
    unit, count = re.escape(kpi.measured_in), any_count(qms)
    unit = rf"(?:{unit}|persen|percent)" if kpi.measured_in == "%" else rf"{unit}\b"
    behind = rf"{re.escape(kpi.id)}\s+(?:(?:{ONLY})\s+)?({count})\s*{unit}(?!\s+{PAST})"
    for match in re.finditer(behind, clause, re.IGNORECASE):
        said = number_in(qms, match[1])
        if said is not None and actual and not any(same(said, n) for n in (*actual, *inside)):
            yield match[0], kpi.id, f"{written(actual[-1], said)} {kpi.measured_in}"
    aims = [n for n in (target_of(qms, kpi, year).value for year in years) if n is not None]
    aims += [t.value for t in kpi.targets if t.period[:4] in years and t.value is not None]
    end = rf"(?=\W*\Z|\s+(?:dan|and|karena|because|{unit}))"
    ahead = rf"(?:{unit}|\b(?:dari target|of the target of))\s+(?:(?:dari|of)\s+)?"
    wanted = rf"{ahead}({NUMBER}|{count}){end}"
    for match in re.finditer(wanted, clause, re.IGNORECASE) if aims else ():
        said = number_in(qms, match[1])
        if said is not None and not any(same(said, one) for one in aims):
            yield match[0], kpi.id, str(aims[0])


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


def pairs(qms: Qms, clause: str) -> Iterator[tuple[str, int, int, str]]:
    """Every "57 dari 86 pegawai" of a clause: as it stands, its two counts, its noun."""
    count, numbers = any_count(qms), qms.fact(vocabulary).numbers
    asked = (
        rf"(?<![\w,.-])({count})\s+(?:dari|of)\s+({count})(?![\w%-]|,[0-9])(?:\s+([a-z]{{4,30}}))?"
    )
    for match in re.finditer(asked, clause, re.IGNORECASE):
        one, other = count_of(match[1], numbers), count_of(match[2], numbers)
        if one is not None and other:
            yield f"{match[1]} dari {match[2]}", one, other, (match[3] or "").casefold()


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
            yield said, kpi.id, f"{near[-1][0]} dari {near[-1][1]}"
        elif not known and other == heads and observed:
            yield said, kpi.id, f"{observed[-1].value} %"


def is_meant(said: tuple[int, int], known: tuple[int, int]) -> bool:
    """Whether one of two counts is the known one, and the other is beside it."""
    (one, other), (above, below) = said, known
    if one == above:
        return above >= FEW or abs(other - below) == 1
    return other == below and (below >= FEW or abs(one - above) == 1)


def of_registers(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """What is said of resources that there are, and of the scores of providers."""
    for thing in things:
        if isinstance(thing, Resources):
            yield from of_resources(qms, clause, thing)
        if isinstance(thing, ExternalProviders):
            for match in FROM_TO.finditer(clause):
                yield from of_scores(thing, match)


def of_resources(qms: Qms, clause: str, register: Resources) -> Iterator[Found]:
    """How many of so many resources a clause says that there are, where it is another number."""
    there = [(e.id, e.available, e.needed) for e in register.entries]
    known = {(int(n), int(m)): id_ for id_, n, m in there if n is not None and m is not None}
    for said, one, other, _ in pairs(qms, clause):
        near = [pair for pair in known if other == pair[1] or (one == pair[0] and one >= FEW)]
        if near and (one, other) not in known:
            yield said, known[near[0]], f"{near[0][0]} dari {near[0][1]}"


def of_scores(register: ExternalProviders, match: re.Match[str]) -> Iterator[Found]:
    """From which score to which a provider is said to have come, where one of the two is not its own."""
    for entry in register.entries:
        scores = [one.score for one in entry.evaluations if one.score is not None]
        hits = [Decimal(n) in scores for n in match.groups()]
        if any(hits) and not all(hits):
            right = " menjadi ".join(map(str, scores))
            yield match[0], entry.id, f"dari {right}"


def of_records(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """How many answers, decisions or providers a sentence says that something has."""
    count, numbers = any_count(qms), qms.fact(vocabulary).numbers
    for thing in things:
        source, asked, ours = counted_in(qms, thing)
        for match in re.finditer(asked.format(count=count), clause, re.IGNORECASE):
            said = count_of(match[1], numbers)
            if said is not None and said != ours:
                yield match[0], source, str(ours)
        if isinstance(thing, Survey) and (grade := grade_of(qms, thing)):
            for match in GRADE.finditer(clause):
                if match[1] != grade:
                    yield match[0], thing.id, f"mutu pelayanan {grade}"


def counted_in(qms: Qms, thing: object) -> tuple[str, str, int]:
    """What can be counted of a thing: its id, how a sentence counts it, and how many there are."""
    if isinstance(thing, ManagementReview):
        return thing.id, DECISIONS + re.escape(thing.id), len(thing.decisions)
    if isinstance(thing, ExternalProviders):
        return thing.id, PROVIDERS, len(thing.entries)
    outcome = qms.fact(outcomes).get(thing.id) if isinstance(thing, Survey) else None
    if outcome and outcome.result.answers:
        return outcome.survey.id, ANSWERS, outcome.result.answers
    return "", NEVER.pattern, 0


def grade_of(qms: Qms, survey: Survey) -> str | None:
    """The letter that a survey came to."""
    outcome = qms.fact(outcomes).get(survey.id)
    label = outcome.result.label.id if outcome and outcome.result.label else ""
    return label[0] if LETTER.match(label) else None
