"""What a KPI has come to in a period, and how that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from math import isfinite
from typing import ClassVar

from smmkit.analyses.kpis.formulas import HUNDRED, Definition
from smmkit.analyses.kpis.printed import printed, side
from smmkit.analyses.kpis.rates import is_share
from smmkit.analyses.kpis.scales import band_at
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.documents.settings import Band, Scale
from smmkit.serialized import AsSet
from smmkit.words import ClosedList, Message, Percent, Words


class Progress(ClosedList):
    """Whether a KPI can be judged in a period."""

    MEASURED = "measured"
    INCOMPLETE = "incomplete"
    NO_DATA = "no-data"
    NOT_MEASURABLE = "not-measurable", "cannot be measured"
    NO_TARGET = "no-target"
    NOT_DUE = "not-due", "not yet due"
    NO_FORMULA = "no-formula", "cannot be counted"


@dataclass(frozen=True)
class Result:
    """A KPI in one period. What is None is missing, never 0."""

    kpi: Kpi
    objective: Objective
    period: str
    progress: Progress
    formula: Definition
    """The formula by which its achievement is counted."""
    target: Decimal | None = None
    target_word: str | None = None
    actual: Decimal | None = None
    actual_word: str | None = None
    achievement: Decimal | None = None
    """Percent, unrounded."""
    band: Band | None = None
    """The step of the scale that the unrounded achievement reaches."""
    measured: int = 0
    """How many values there are."""
    due: int = 0
    """How many there should be on the day of judgement."""
    missing: tuple[str, ...] = ()
    """The periods that are due and have no value."""
    target_up_to: Decimal | None = None
    """The upper end of a target that is a range."""
    not_measured: Mapping[str, Message | str] = field(default_factory=dict)
    """The periods that can have no value, each with the reason."""
    last_complete: str | None = None
    """The last period that all of this holds for, while the one that was asked for still runs."""
    since: str | None = None
    """The first period that is asked for, of a KPI that begins in the middle of the one that is told."""
    is_part_of_sum: bool = False
    """Whether a part of a sum is held against the target of the whole."""

    scale: Scale | None = None
    """The scale that names the achievement."""

    sources: tuple[str, ...] = ()
    """Where its formula is written down, as far as that holds on the day."""
    value_scale: Scale | None = None
    """The scale that names the value itself."""
    value_band: Band | None = None
    """The step of the scale of the value itself."""

    FOR_PROGRAMS: ClassVar = {
        "id": "kpi.id",
        "title": "kpi.title",
        "objective": "objective.id",
        "perspective": "objective.perspective",
        "units": "objective.units",
        "measured_in": "kpi.measured_in",
        "period": "period",
        "target": AsSet("target"),
        "target_up_to": AsSet("target_up_to"),
        "target_word": "target_word",
        "actual": "actual_for_programs",
        "actual_word": "actual_word",
        "formula": "kpi.formula",
        "formula_written": "formula.written",
        "formula_version": "formula.version",
        "formula_sources": "sources",
        "aggregation": "kpi.aggregation",
        "cap": "kpi.cap",
        "achievement": "printed_achievement",
        "progress": "progress",
        "status": "status",
        "tone": "tone",
        "scale": "kpi.scale",
        "value_status": "value_status",
        "measured": "measured",
        "due": "due",
        "missing": "missing",
        "last_complete": "last_complete",
        "since": "since",
        "not_measured": "not_measured",
    }

    @property
    def status(self) -> Words | None:
        """The name of the step that it reaches."""
        return self.band.label if self.band else None

    @property
    def is_mean_of_rates(self) -> bool:
        """Whether several percentages were averaged, whatever each was a share of."""
        means = {Aggregation.AVERAGE, Aggregation.MEAN_OF_RATES}
        return self.measured > 1 and self.kpi.aggregation in means and is_share(self.kpi)

    @property
    def value_status(self) -> Words | None:
        """The name of the value itself."""
        return self.value_band.label if self.value_band else None

    @property
    def tone(self) -> str | None:
        """What the step means to a reader."""
        return self.band.tone.value if self.band else None

    @cached_property
    def printed_actual(self) -> Decimal | None:
        """The actual value with as many places as show its side of the target, and its own name."""
        if self.actual is None:
            return None
        ends, scale = (self.target, self.target_up_to, Decimal(0)), self.value_scale
        return printed(
            self.actual,
            lambda value: ([side(value, end) for end in ends], scale and band_at(scale, value)),
        )

    @cached_property
    def printed_achievement(self) -> Percent | None:
        """The achievement with as many places as show whether 100 is reached, and which band."""
        reached, scale = self.achievement, self.scale
        if reached is None:
            return None
        short = printed(
            reached,
            lambda value: (
                side(value, HUNDRED),
                side(value, Decimal(0)),
                scale and band_at(scale, value),
            ),
        )
        return Percent(reached, -int(short.as_tuple().exponent))

    @property
    def actual_for_programs(self) -> float | None:
        """The actual value as it is printed."""
        found = None if self.printed_actual is None else float(self.printed_actual)
        return found if found is not None and isfinite(found) else None
