"""What sentences of people count of a part: months with a value, answers of one sort, a resource, a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from smmkit.analyses.consistency.counts_of_records import Found
from smmkit.analyses.consistency.words_of_ends import of_ends
from smmkit.analyses.kpis.of_year import of_year
from smmkit.analyses.kpis.series import series
from smmkit.analyses.surveys.answers import answers_of
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.customers import Survey
from smmkit.documents.objective import Frequency, Kpi
from smmkit.documents.resources import ExternalProviders, Resources
from smmkit.qms import Qms
from smmkit.standards.vocabulary.counts import answered, end_of_scores, enough, months


def of_months(qms: Qms, clause: str, kpi: Kpi, years: Sequence[str]) -> Iterator[Found]:
    """In how many months of the one year a monthly KPI is said to have a value."""
    if kpi.frequency is not Frequency.MONTHLY or len(years) != 1:
        return
    seen = of_year(qms.fact(series)[kpi.id], years[0])
    asked = months(qms.fact(vocabulary).counting, any_count(qms))
    for match in asked.finditer(clause):
        said = count_of(match[1] or match[2], qms.fact(vocabulary).numbers)
        if said is not None and seen and said != len(seen):
            yield match[0], kpi.id, str(len(seen))


def of_parts(qms: Qms, clause: str, things: Sequence[object]) -> Iterator[Found]:
    """What is said of the answers of a survey, of a resource that is enough, of a score of a provider."""
    for thing in things:
        match thing:
            case Survey():
                yield from of_answers(qms, clause, thing)
                yield from of_ends(qms, clause, thing)
            case Resources():
                yield from of_enough(qms, clause, thing)
            case ExternalProviders():
                yield from of_scores(qms, clause, thing)


def of_scores(qms: Qms, clause: str, register: ExternalProviders) -> Iterator[Found]:
    """Which score of a provider is said to be the lowest or the highest, where nobody has it."""
    scores = [n.score for e in register.entries for n in e.evaluations if n.score is not None]
    words, course = qms.fact(vocabulary).counting, qms.fact(vocabulary).course
    ends = ((min, course.lowest), (max, course.highest)) if scores else ()
    for choose, called in ends:
        for match in end_of_scores(words, called).finditer(clause):
            if Decimal(match[1].replace(",", ".")) not in scores:
                yield match[0], register.id, str(choose(scores))


def of_answers(qms: Qms, clause: str, survey: Survey) -> Iterator[Found]:
    """How many are said to have given one answer to a question that is named by a word of its title."""
    table = qms.fact(answers_of).get(survey.id)
    if table is None:
        return
    asked = answered(qms.fact(vocabulary).counting, any_count(qms))
    for match in asked.finditer(clause):
        word, said = match[3].casefold(), count_of(match[1], qms.fact(vocabulary).numbers)
        meant = [q.id.lower() for q in survey.questions if word in q.title.casefold()]
        if len(meant) != 1 or meant[0] not in table.heading or said is None:
            continue
        column = table.heading.index(meant[0])
        given = sum(is_answer(row[column], match[2]) for _, row in table.rows if column < len(row))
        if said != given:
            yield match[0], survey.id, str(given)


def is_answer(text: str, said: str) -> bool:
    """Whether a cell is the answer that is spoken of: 1, 1,0."""
    try:
        return Decimal(text.strip().replace(",", ".")) == Decimal(said)
    except InvalidOperation:
        return False


def of_enough(qms: Qms, clause: str, register: Resources) -> Iterator[Found]:
    """How many of a resource there are said to be: `Auditor cukup, empat orang`."""
    asked = enough(qms.fact(vocabulary).counting, any_count(qms))
    for match in asked.finditer(clause):
        word, said = match[1].casefold(), count_of(match[2], qms.fact(vocabulary).numbers)
        meant = [e for e in register.entries if word in e.title.casefold().split()]
        if len(meant) == 1 and meant[0].available is not None and said != meant[0].available:
            yield match[0], meant[0].id, str(meant[0].available)
