"""SMM462 goal-measured-by-nothing."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.direction import Goal, StrategicPlan
from smmkit.documents.objective import Objective
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{3,}")
FIRST = 5
"""Words that begin with the same letters, so many, are of one family: `layanan`, `layani`."""


HOW = """
    jumlah persentase persen tingkat nilai indeks rata rasio capaian realisasi yang dan atas untuk dari dalam
    dengan pada oleh terlaksananya terwujudnya meningkatnya kegiatan program layanan
    number share percentage rate level index score value average ratio the and for with from that activities
    programme services
"""


class Generic(Part):
    """Words that say how something is counted, and not what."""

    generic: tuple[Text, ...] = tuple(HOW.split())
    """Words by which two indicators are not yet the same."""


@rule(
    "SMM462",
    "goal-measured-by-nothing",
    of=StrategicPlan,
    severity=Severity.WARNING,
    source="juknis II.A4 and II.A7",
    clause="6.2.1",
    filled=True,
    settings=Generic,
    whole=(Objective,),
)
def goal_measured_by_nothing(plan: StrategicPlan, qms: Qms, settings: Generic) -> Problems:
    """The indicator of a goal in the strategic plan is a KPI of an objective that serves the goal.

    Why: what the plan promises to count is counted by nobody, and what is counted was promised nowhere.
    """
    if is_gone(plan, qms):
        return
    generic = frozenset(settings.generic)
    for index, goal in enumerate(plan.goals):
        titles = counted(goal, qms)
        wanted = families(goal.indicator or "", generic)
        if titles and goal.indicator and not any(wanted & families(one, generic) for one in titles):
            yield problem(
                plan,
                "goals",
                index,
                "indicator",
                message=say(
                    "no KPI of {objectives} counts what {goal} is measured by: {indicator}",
                    objectives=list(goal.objectives),
                    goal=goal.id,
                    indicator=goal.indicator,
                ),
                hint=say("call the indicator as the KPI is called, or add a KPI for it"),
            )


def counted(goal: Goal, qms: Qms) -> list[str]:
    """The titles of the KPIs of the objectives that serve a goal."""
    found = [qms.get(name, Objective) for name in goal.objectives]
    return [kpi.title for objective in found if objective for kpi in objective.kpis]


def families(text: str, generic: frozenset[str]) -> set[str]:
    """The beginnings of the words that say what is counted."""
    return {word[:FIRST] for word in WORD.findall(text.casefold()) if word not in generic}
