"""SMM401 bad-measurement."""

from __future__ import annotations

from smmkit.analyses.kpis.series import series
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule


@rule("SMM401", "bad-measurement", source="ISO 9001, 9.1.1", clause="9.1.1")
def bad_measurement(qms: Qms) -> Problems:
    """Every line of a series has a period and a number that can be read in one way only.

    Why: a value that is read wrongly is worse than one that is missing.
    """
    for read in qms.fact(series).values():
        yield from read.faults
