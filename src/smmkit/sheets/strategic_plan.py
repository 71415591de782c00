"""The strategic plan as one table: a row for each goal, a column for each year."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, joined, listed
from smmkit.documents import Information
from smmkit.documents.direction import Goal, StrategicPlan
from smmkit.model.fields import label
from smmkit.page import Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say


def strategic_plan(document: Information, qms: Qms) -> dict[str, Any]:
    """Goals, their indicators, the targets of every year, programme and objectives."""
    plan = cast("StrategicPlan", document)
    view = DocumentView(qms, plan)
    named = {target.year for goal in plan.goals for target in goal.targets}
    years = sorted({*named, *range(plan.since, min(plan.until, plan.since + MOST_YEARS) + 1)})
    readings: list[Reading[Goal]] = [
        Reading(label(Goal, "id"), lambda goal: goal.id, Shape.CODE),
        Reading(label(Goal, "title"), lambda goal: served(view, goal), width=4),
        Reading(label(Goal, "indicator"), lambda goal: goal.indicator, width=3),
        *(Reading(str(year), in_year(year)) for year in years),
        Reading(label(Goal, "programme"), lambda goal: goal.programme, width=2),
        Reading(label(Goal, "objectives"), lambda goal: objectives(view, goal), width=3),
    ]
    return arranged(
        view,
        Page("", "", (table_of("", readings, plan.goals),)),
        apart="goals",
        head="since until",
        flat=True,
    )


MOST_YEARS = 9
"""A plan of more years is no table that can be read; the years that have targets are always there."""


def in_year(year: int) -> Any:
    """What a goal is to reach in a year."""
    return lambda goal: joined("\n", [t.target for t in goal.targets if t.year == year] or ["-"])


def served(view: DocumentView, goal: Goal) -> Message | str:
    """A goal, and the mission that it serves."""
    if goal.mission is None:
        return goal.title
    mission = say("{name}: {value}", name=label(Goal, "mission"), value=view.title_of(goal.mission))
    return joined("\n", [goal.title, mission])


def objectives(view: DocumentView, goal: Goal) -> Any:
    """The quality objectives that serve a goal."""
    return listed([view.title_of(id_) for id_ in goal.objectives]) if goal.objectives else ""
