"""What a KPI has measured up to a period, and what it was to reach each time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from smmkit.analyses.periods import last_day
from smmkit.analyses.series import series
from smmkit.analyses.targets import target_of
from smmkit.documents.objective import Kpi
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of one period, the word for it if it was measured in words, and its target."""

    period: str
    value: Decimal
    word: str | None
    target: Decimal | None
    """None where none was set."""


def history(qms: Qms, kpi: Kpi, until: str) -> list[Measured]:
    """Every value of a KPI until the end of a period, in order of time."""
    end = last_day(until)
    return [
        Measured(one.period, one.value, one.word, target_of(qms, kpi, one.period).value)
        for one in qms.fact(series)[kpi.id].observations
        if last_day(one.period) <= end
    ]
