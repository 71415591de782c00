"""How the parts of a survey are said: numbers, grades, changes, groups, and the rule itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from smmkit.analyses.surveys.counting import Asked, Result
from smmkit.analyses.surveys.surveys import Outcome
from smmkit.documents.services import ServiceEntry
from smmkit.page import Cell, Figure, Tone
from smmkit.page.figures import Bar, Bars, Share
from smmkit.qms import Qms
from smmkit.standards.survey_rules import Counting, SurveyRule
from smmkit.words import Message, rounded, say

FEW_ANSWERS = 30
"""With fewer answers the result of a group is shown as one that hardly counts."""

HEADINGS = {"service": say("By service"), "unit": say("By unit")}


def number(value: Any, places: int = 2) -> Any:
    """A number as it is printed; a dash where there is none."""
    if value is None:
        return Cell("-", Tone.MUTED).value
    return rounded(value, places) if isinstance(value, Decimal) else value


def scored(asked: Asked) -> Any:
    """The score of a question in the measure of the result."""
    return number(asked.value)


def change(now: Decimal | None, then: Decimal | None) -> Cell:
    """How far a score has moved; a fall is marked."""
    if now is None or then is None:
        return Cell("-", Tone.MUTED)
    moved = now - then
    return Cell(rounded(moved), Tone.WARN if moved < 0 else Tone.PLAIN)


def grade(result: Result) -> Any:
    """The grade with its words; a dash where the rule has none."""
    if result.grade is None:
        return "-"
    if result.grade.grade is None:
        return result.grade.label
    return say("{grade} ({label})", grade=result.grade.grade, label=result.grade.label)


def tone_of(rule: SurveyRule, result: Result) -> Tone:
    """A grade below the two best is to be watched."""
    best = rule.grades[:2]
    return Tone.WARN if result.grade and result.grade not in best else Tone.PLAIN


def few(answers: int) -> Cell:
    """A number of answers; so few that their result hardly counts are marked."""
    if answers >= FEW_ANSWERS:
        return Cell(answers)
    return Cell(say("{n} (few)", n=answers), Tone.WARN)


def before(outcome: Outcome, earlier: Outcome) -> Message:
    """The result of the survey before, and whether this one is better."""
    return say(
        "{id}: {value}, now {now}",
        id=earlier.survey.id,
        value=number(earlier.result.value),
        now=number(outcome.result.value),
    )


def named(qms: Qms, name: str) -> Any:
    """The name of a group: of a service or unit its title, too."""
    thing = qms.things.get(name)
    if thing is None:
        return name or say("not said")
    title = thing.title if isinstance(thing, ServiceEntry) else getattr(thing, "title", None)
    return say("{id}: {title}", id=name, title=title) if title else name


def drawn(outcome: Outcome) -> Figure:
    """A bar for the score of each question, of the highest that there can be."""
    scores = [(one.question.title, one.score, one.value) for one in outcome.result.asked]
    percent = outcome.rule.counting is not Counting.MEAN
    highest = Decimal(100) if percent else outcome.scale.highest
    rows = []
    for title, score, value in scores:
        part = float(max(score or Decimal(0), Decimal(0)) / highest * 100)
        rows.append(Bar(title, (part, 100 - part), number(value)))
    shares = (Share(say("reached"), Tone.GOOD), Share(say("still possible"), Tone.MUTED))
    alt = say("The score of each question; the numbers stand in the table above.")
    return Figure(say("Score of each question"), alt, Bars(shares, tuple(rows)))


def written(outcome: Outcome) -> Message:
    """The rule in one sentence: source, version, weight, factor."""
    rule = outcome.rule
    weight = say("exactly 1/{n}", n=len(outcome.result.asked))
    return say(
        "{title} ({source}, version {version}): each question is {way}; "
        "weight {weight}; index x {factor}, rounded to {places} decimals.",
        title=rule.title,
        source=rule.source,
        version=rule.version,
        way=way_of(rule),
        weight=weight if rule.weight is None else rule.weight,
        factor=rule.factor,
        places=rule.places,
    )


def way_of(rule: SurveyRule) -> Message:
    """What becomes of the answers to one question."""
    match rule.counting:
        case Counting.PROMOTERS:
            return say(
                "the share of its answers from {high} up less that of those up to {low}, in percent",
                high=rule.promoters,
                low=rule.detractors,
            )
        case Counting.SATISFIED:
            return say("the share of its answers from {high} up, in percent", high=rule.promoters)
        case _:
            return say("the mean of its own answers")
