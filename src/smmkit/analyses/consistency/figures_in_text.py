"""Figures in sentences of people: what a report, a review or a survey says of a KPI or of its own answers.

Only a number with places behind its comma is looked at, and only where one that can be counted is
near it: a figure that resembles nothing may be of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from smmkit.analyses.consistency.counts_in_text import CLAUSE, counts_in, kpis_in
from smmkit.analyses.consistency.saying import Said, differs
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.series import series
from smmkit.analyses.processes.service_time import counted_logs
from smmkit.analyses.surveys.surveys import Outcome, outcomes
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit
from smmkit.documents.base import Record
from smmkit.documents.customers import Survey
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.finding import CorrectiveAction
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.review import ManagementReview
from smmkit.documents.types import Spoken
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.words import say

FIGURE = re.compile(r"(?<![\w.,-])([0-9]{1,9}),([0-9]{1,6})(?![\w-]|[.,][0-9])")
"""A number with a decimal comma, as Indonesian is written."""
ENGLISH = re.compile(
    r"(?<![\w.,-])(?<!lause )(?<!lauses )([0-9]{1,9})[.,]([0-9]{1,6})(?![\w-]|[.,][0-9])"
)
"""One with a point, too, as English is written, and no clause."""
NEAR = Decimal("0.05")
"""How far from a counted figure, as a share of it, one may lie that is meant to be the same."""
NAMED_SO = re.compile(r"(?<!\w)ind(?:eks|ex) \Z", re.IGNORECASE)
"""What stands before the figure of a survey that can be no other."""
QUESTION_NAMED = re.compile(r"(?<!\w)(\w{4,30}) \(\Z")
"""What stands before the figure of a question: "biaya (3,93)"."""


def in_texts(qms: Qms) -> Iterator[Said]:
    """The figures in the sentences of reports, reviews and surveys that are near a counted one."""
    for document in qms.documents:
        match document:
            case Survey():
                yield from in_survey(qms, document)
            case PerformanceReport():
                for index, one in enumerate(document.achievements):
                    steps = ("achievements", index, "analysis")
                    yield from in_text(qms, document, steps, one.analysis, [one.kpi])
            case CorrectiveAction():
                yield from in_text(
                    qms, document, ("statement",), document.statement, document.about
                )
            case GapAssessment():
                for index, verdict in enumerate(document.verdicts):
                    steps = ("verdicts", index, "condition")
                    yield from in_text(qms, document, steps, verdict.condition, verdict.evidence)
            case Audit():
                for index, check in enumerate(document.checklist):
                    yield from in_text(qms, document, ("checklist", index, "seen"), check.seen, ())
            case ManagementReview():
                for index, item in enumerate(document.inputs):
                    steps = ("inputs", index, "what")
                    yield from in_text(qms, document, steps, item.what, item.about)


def in_survey(qms: Qms, survey: Survey) -> Iterator[Said]:
    """The figures in what a survey says that its answers say, and how many answered."""
    if survey.method and survey.date <= qms.as_of:
        yield from counts_in(qms, survey, ("method",), survey.method, [survey.id])
    for index, text in enumerate(survey.findings):
        yield from in_text(qms, survey, ("findings", index), text, [survey.id])


def in_text(
    qms: Qms, document: Record, steps: Path, text: str | None, about: Iterable[str]
) -> Iterator[Said]:
    """The figures of one text, each beside the counted one that it is nearest to."""
    if not text or document.date > qms.as_of:
        return
    words = [word.rstrip(".-") for word in re.findall(r"[A-Za-z][\w.-]{1,40}", text)]
    about = [*about, *(one for one in dict.fromkeys(words) if qms.get(one, Survey))]
    yield from counts_in(qms, document, steps, text, about)
    for clause in CLAUSE.split(text):
        yield from in_clause(qms, document, steps, clause, about)


def in_clause(
    qms: Qms, document: Record, steps: Path, text: str, about: list[str]
) -> Iterator[Said]:
    """The figures of a clause; where it names KPIs, it speaks of them."""
    is_english = qms.settings and qms.settings.organization.language is Spoken.EN
    found = list((ENGLISH if is_english else FIGURE).finditer(text))
    ids = [kpi.id for kpi in kpis_in(qms, text)] or about if found else []
    known = [(id_, figure) for id_ in sorted(ids) for figure in figures_of(qms, id_)]
    for match in found if known else ():
        said = Decimal(f"{match[1]}.{match[2]}")
        whole = list(meant_by(qms, document, text[: match.start()]))
        source, nearest = min(whole or known, key=lambda pair: abs(pair[1] - said))
        same = not differs(said, nearest)
        is_near = nearest and abs(said - nearest) <= abs(nearest) * NEAR
        slip = None if same or whole else next((p for p in known if is_slip_of(match, p[1])), None)
        source, nearest = slip or (source, nearest)
        if same or is_near or whole or slip:
            yield Said(document, steps, say("figure in a sentence"), said, source, nearest)


def is_slip_of(said: re.Match[str], number: Decimal) -> bool:
    """Whether two neighbouring digits of another figure have changed places in it: 2,39 for 2,93."""
    theirs, ours = said[1] + said[2], f"{number:.{len(said[2])}f}".replace(".", "")
    if len(theirs) != len(ours):
        return False
    first, *more = [n for n, digit in enumerate(theirs) if digit != ours[n]] or [0]
    swapped = theirs[:first] + theirs[first : first + 2][::-1] + theirs[first + 2 :]
    return bool(more) and swapped == ours


def figures_of(qms: Qms, id_: str) -> list[Decimal]:
    """Every figure that is counted of a KPI, an objective, a report, a survey or a log."""
    thing = qms.things.get(id_)
    match thing:
        case Kpi():
            return list(of_kpi(qms, thing))
        case Objective():
            return [figure for kpi in thing.kpis for figure in of_kpi(qms, kpi)]
        case PerformanceReport():
            kpis = [kpi for one in thing.achievements if (kpi := qms.get(one.kpi, Kpi))]
            return [figure for kpi in kpis for figure in of_kpi(qms, kpi)]
        case Survey():
            outcome = qms.fact(outcomes).get(id_)
            return list(of_survey(outcome)) if outcome else []
    return [one.share for one in counted_logs(qms) if one.log.id == id_ and one.share is not None]


def meant_by(qms: Qms, document: Record, before: str) -> Iterator[tuple[str, Decimal]]:
    """What the figure of a survey can only mean by what stands before it: the index, or a question."""
    if not isinstance(document, Survey):
        return
    if NAMED_SO.search(before):
        yield from whole_of(qms, document)
    elif (named := QUESTION_NAMED.search(before)) and (
        found := qms.fact(outcomes).get(document.id)
    ):
        word = named[1].casefold()
        for asked in found.result.asked:
            if word in asked.question.title.casefold():
                numbers = (asked.mean, asked.score, asked.value)
                yield from ((document.id, number) for number in numbers if number is not None)


def whole_of(qms: Qms, survey: Survey) -> list[tuple[str, Decimal]]:
    """What a survey came to as a whole, and the one before it: what "the index" can mean."""
    outcome = qms.fact(outcomes).get(survey.id)
    every = [outcome, outcome.earlier] if outcome else []
    numbers = (n for one in every if one for n in (one.result.index, one.result.value))
    return [(survey.id, number) for number in numbers if number is not None]


def of_kpi(qms: Qms, kpi: Kpi) -> Iterator[Decimal]:
    """The measured values of a KPI, its targets, and what each year came to."""
    home = qms.homes[kpi.id][0]
    found = qms.fact(series)[kpi.id].observations
    yield from (one.value for one in found)
    yield from (one.value for one in kpi.targets if one.value is not None)
    if isinstance(home, Objective):
        for year in sorted({one.period[:4] for one in found}):
            known = result(qms, home, kpi, year)
            yield from (one for one in (known.actual, known.achievement) if one is not None)


def of_survey(outcome: Outcome) -> Iterator[Decimal]:
    """The result of a survey, its index, each question, and each group; and those of the one before."""
    groups = [group.result for many in outcome.groups.values() for group in many]
    for one in (outcome.result, *groups):
        yield from (number for number in (one.index, one.value) if number is not None)
        for asked in one.asked:
            yield from (
                number for number in (asked.mean, asked.score, asked.value) if number is not None
            )
    if outcome.earlier:
        yield from of_survey(outcome.earlier)
