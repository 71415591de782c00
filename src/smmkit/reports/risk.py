"""The risk report: the map with numbers, every risk before, now and after, and the SWOT position."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.risks import level, matrix_of
from smmkit.analyses.risks.profile import Rated, RiskStanding, named, risk_profile
from smmkit.analyses.risks.swot_scores import Scores, scores
from smmkit.documents.context import Quadrant, Swot
from smmkit.documents.risk import Risk, Sort
from smmkit.documents.settings import RiskCriteria
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Figure, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.figures import HeatMap
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import Message, rounded, say


@dataclass(frozen=True)
class RiskReport(Report):
    """Where the risks stand."""

    schema: ClassVar = "smmkit-risk/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "matrix": "criteria.matrix",
        "appetite": "criteria.appetite",
        "risks": "risks",
        "swot": "swot",
        "left_out": "unread",
    }

    criteria: RiskCriteria

    @cached_property
    def risks(self) -> list[RiskStanding]:
        """Every risk and opportunity, the highest first."""
        return self.qms.fact(risk_profile)

    @cached_property
    def swot(self) -> dict[str, Scores]:
        """The scores of every SWOT analysis that is not gone, by its id."""
        found = [one for one in self.qms.of(Swot) if not is_gone(one, self.qms)]
        return {one.id: scores(one) for one in found}

    def page(self, commit: Origin) -> Page:
        """Totals, maps, the list, and the position of the SWOT analysis."""
        blocks: list[Block] = [
            Fields(tuple(self.totals())),
            *self.maps(),
            self.table(Sort.RISK, say("Risks")),
            self.table(Sort.OPPORTUNITY, say("Opportunities")),
            *self.positions(),
            Heading(say("How it is counted")),
            Prose(self.written()),
            *unread_files(self.qms),
        ]
        return Page(say("Risks and opportunities"), stamp(self.qms, commit), tuple(blocks))

    def totals(self) -> list[tuple[Message, Cell]]:
        """How many there are, above appetite, late; and what is accepted."""
        risks = [one for one in self.risks if one.risk.sort is Sort.RISK]
        above = sum(one.above for one in risks)
        late = sum(bool(one.late) for one in self.risks)
        rows = [
            (say("Risks"), Cell(len(risks))),
            (say("Opportunities"), Cell(len(self.risks) - len(risks))),
            (say("Above appetite"), Cell(above, Tone.BAD if above else Tone.GOOD)),
            (say("With a treatment that is late"), Cell(late, Tone.BAD if late else Tone.GOOD)),
            (
                say("Risk appetite"),
                Cell(rated_cell(named(self.qms, self.criteria, self.limit)).value),
            ),
        ]
        decided = self.criteria.decided_by
        text = decided or say("nobody has decided how much risk is accepted")
        return [*rows, (say("Decided by"), Cell(text, Tone.PLAIN if decided else Tone.WARN))]

    @property
    def limit(self) -> Any:
        """The highest level that is accepted, as levels are counted."""
        return Decimal(self.criteria.appetite)

    def maps(self) -> list[Block]:
        """How many risks lie in each cell, now and after their treatments."""
        now = Counter(
            (one.risk.likelihood, one.risk.impact)
            for one in self.risks
            if one.risk.sort is Sort.RISK
        )
        after = Counter(
            (
                one.risk.likelihood_after or one.risk.likelihood,
                one.risk.impact_after or one.risk.impact,
            )
            for one in self.risks
            if one.risk.sort is Sort.RISK
        )
        return [
            self.map(say("Risks as they stand"), now),
            self.map(say("Risks after their treatments"), after),
        ]

    def map(self, title: Message, counts: Counter[tuple[int | None, int | None]]) -> Figure:
        """One map: likelihood upwards, impact to the right; each cell on the ground of its level."""
        steps = range(1, self.criteria.highest + 1)
        rows = tuple(
            (say("likelihood {n}", n=up), tuple(self.cell(up, across, counts) for across in steps))
            for up in reversed(steps)
        )
        columns = tuple(say("impact {n}", n=across) for across in steps)
        alt = say("Each cell says how many risks have this likelihood and this impact.")
        return Figure(title, alt, HeatMap(columns, rows))

    def cell(
        self, likelihood: int, impact: int, counts: Counter[tuple[int | None, int | None]]
    ) -> Cell:
        """How many lie in a cell; nothing where none does. Without names of levels, appetite colours it."""
        found = level(self.qms, likelihood, impact, self.criteria)
        number = counts[likelihood, impact]
        tone = Tone.PLAIN
        if found is not None:
            rated = named(self.qms, self.criteria, Decimal(found))
            over = Tone.BAD if found > self.criteria.appetite else Tone.GOOD
            tone = rated.tone if rated.label else over
        return Cell(number or "", tone)

    def table(self, sort: Sort, title: Message) -> Table:
        """A row for each, the highest first."""
        rows = [one for one in self.risks if one.risk.sort is sort]
        readings: list[Reading[RiskStanding]] = [
            Reading(say("Id"), lambda one: one.risk.id, Shape.CODE),
            Reading(say("Title"), lambda one: one.risk.title, width=5),
            Reading(say("Owner"), lambda one: one.risk.owner, Shape.CODE),
        ]
        if any(one.inherent.level is not None for one in rows):
            readings.append(Reading(say("Inherent"), lambda one: rated_cell(one.inherent), width=2))
        readings += [
            Reading(say("Now"), now_cell, width=2),
            Reading(say("Residual"), lambda one: rated_cell(one.residual), width=2),
            Reading(say("Response"), lambda one: response_of(one.risk), width=2),
            Reading(say("Late since"), late_cell, width=2),
        ]
        if any(one.priority is not None for one in rows):
            readings.append(
                Reading(say("Priority (FMEA)"), lambda one: one.priority or "-", Shape.NUMBER)
            )
        return table_of(title, readings, rows, say("none"))

    def positions(self) -> list[Block]:
        """The scores of each SWOT analysis, and the strategies that its position asks for."""
        blocks: list[Block] = []
        for id_, found in self.swot.items():
            rows = tuple(
                (quadrant.label, Cell(score_text(value)))
                for quadrant, value in (
                    (Quadrant.STRENGTH, found.strengths),
                    (Quadrant.WEAKNESS, found.weaknesses),
                    (Quadrant.OPPORTUNITY, found.opportunities),
                    (Quadrant.THREAT, found.threats),
                )
            )
            first = (
                found.position.label
                if found.position
                else NO_SIDE
                if found.is_weighed
                else NOT_WEIGHED
            )
            more = (
                (say("Strengths less weaknesses (IFAS)"), Cell(score_text(found.across))),
                (say("Opportunities less threats (EFAS)"), Cell(score_text(found.up))),
                (say("Strategies to take up first"), Cell(first)),
            )
            blocks += [Heading(say("SWOT analysis {id}", id=id_)), Fields((*rows, *more))]
        return blocks

    def written(self) -> Message:
        """The matrix, its source and its version."""
        matrix = matrix_of(self.qms, self.criteria)
        if matrix is None:
            return say("there is no matrix of risks {id}", id=self.criteria.matrix)
        return say(
            "Level by {title} ({source}, version {version}); a risk above {appetite} is treated.",
            title=matrix.title,
            source=matrix.source,
            version=matrix.version,
            appetite=self.criteria.appetite,
        )


NO_SIDE = say("no side outweighs the other")
NOT_WEIGHED = say("no item has both a weight and a rating")


def rated_cell(found: Rated) -> Cell:
    """A level with its name; a dash where nobody has judged it."""
    if found.level is None:
        return Cell("-", Tone.MUTED)
    is_whole = found.level == found.level.to_integral_value()
    number = rounded(found.level, 0) if is_whole else rounded(found.level)
    if found.label is None:
        return Cell(number, found.tone)
    return Cell(say("{level} {label}", level=number, label=found.label), found.tone)


def now_cell(one: RiskStanding) -> Cell:
    """The level as it stands; above appetite it is marked."""
    shown = rated_cell(one.now)
    return Cell(shown.value, Tone.BAD) if one.above else Cell(shown.value)


def late_cell(one: RiskStanding) -> Cell:
    """The first day that a treatment has missed."""
    return Cell(min(one.late), Tone.BAD) if one.late else Cell("-", Tone.MUTED)


def score_text(value: Any) -> Any:
    """A score with two decimals; a dash where it cannot be counted."""
    return "-" if value is None else rounded(value)


def response_of(risk: Risk) -> Cell:
    """What is done about a risk; that nobody has said it, where it is not written."""
    if "response" in risk.model_fields_set:
        return Cell(risk.response.label)
    return Cell(say("not said"), Tone.MUTED)
