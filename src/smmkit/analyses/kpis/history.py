"""What a KPI has measured up to a period, and what it was to reach each time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.kpis.formulas import achievement, formulas
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.documents.objective import Kpi
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.serialized import AsSet


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of one period, the word for it if it was measured in words, and its target."""

    period: str
    value: Decimal
    word: str | None
    target: Decimal | None
    """None where none was set."""
    target_word: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    achievement: Decimal | None = None
    """Percent, unrounded."""
    target_up_to: Decimal | None = None
    """The upper end, where the target is a range."""

    FOR_PROGRAMS: ClassVar = {
        "period": "period",
        "value": AsSet("value"),
        "word": "word",
        "numerator": AsSet("numerator"),
        "denominator": AsSet("denominator"),
        "target": AsSet("target"),
        "target_up_to": AsSet("target_up_to"),
        "target_word": "target_word",
        "achievement": "achievement",
    }


def history(qms: Qms, kpi: Kpi, until: str) -> list[Measured]:
    """Every value of a KPI until the end of a period, in order of time."""
    end, known = last_day(until), qms.fact(formulas)
    found = []
    for one in qms.fact(series)[kpi.id].observations:
        if last_day(one.period) > end:
            continue
        aim = target_of(qms, kpi, one.period)
        reached = (
            None
            if aim.value is None
            else achievement(kpi, one.value, aim.nearest(one.value), known)
        )
        found.append(
            Measured(
                one.period,
                one.value,
                one.word,
                aim.value,
                aim.word,
                one.numerator,
                one.denominator,
                reached,
                aim.up_to,
            )
        )
    return found
