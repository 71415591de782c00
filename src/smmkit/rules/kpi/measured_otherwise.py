"""SMM994 measured-otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.analyses.consistency.planned_targets import measured_by
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents import Document
from smmkit.documents.direction import PerformanceAgreement, StrategicPlan
from smmkit.documents.objective import Kpi
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MEASURES: Final = (
    (re.compile(r"%|\bpersen\b|\bpercent\b", re.IGNORECASE), {"percent"}),
    (re.compile(r"\bhari kerja\b|\bworking days?\b", re.IGNORECASE), {"working day"}),
    (re.compile(r"\bhari kalender\b|\bcalendar days?\b", re.IGNORECASE), {"calendar day"}),
    (re.compile(r"\bhari\b(?! (?:kerja|kalender))|(?<!working )(?<!calendar )\bdays?\b", re.IGNORECASE),
     {"working day", "calendar day"}),
    (re.compile(r"\bjam\b(?! (?:kerja|pelajaran|layanan))|\bhours?\b", re.IGNORECASE), {"hour"}),
    (re.compile(r"\brupiah\b|\brp(?=[. ]{0,2}[0-9])|\bIDR\b", re.IGNORECASE), {"rupiah"}),
    (re.compile(r"\bmenit\b|\bminutes?\b", re.IGNORECASE), {"minute"}),
)  # fmt: skip
"""Measures that no number has in common with another, by the words for them."""


@rule(
    "SMM994",
    "measured-otherwise",
    of=Document,
    severity=Severity.WARNING,
    source="juknis II.A4; own rule",
    clause="6.2.1",
    filled=True,
)
def measured_otherwise(document: Document, qms: Qms) -> Problems:
    """A target in an agreement or a plan is in the measure of its KPI: percent, working days, hours.

    Why: 20 calendar days are 14 working days. Both papers say 20, and nobody sees that they differ.
    """
    if not isinstance(document, PerformanceAgreement | StrategicPlan) or is_gone(document, qms):
        return
    for kpi, steps, said in targets(document, qms):
        here, there = measures(said), measures(kpi.measured_in)
        if here and there and not here & there:
            yield problem(
                document,
                *steps,
                message=say(
                    "{id} is measured in {unit}, and this says {said}",
                    id=kpi.id,
                    unit=kpi.measured_in,
                    said=said,
                ),
                hint=say("write it in the measure of the KPI"),
            )


def targets(
    document: PerformanceAgreement | StrategicPlan, qms: Qms
) -> Iterator[tuple[Kpi, Path, str]]:
    """The targets that a paper writes in words, each with its KPI and its place."""
    if isinstance(document, PerformanceAgreement):
        for index, promise in enumerate(document.promises):
            if kpi := qms.get(promise.kpi, Kpi):
                yield kpi, ("promises", index, "target"), promise.target
        return
    for index, goal in enumerate(document.goals):
        kpi = measured_by(goal, qms)
        for n, one in enumerate(goal.targets if kpi else ()):
            if kpi:
                yield kpi, ("goals", index, "targets", n, "target"), one.target


def measures(text: str) -> set[str]:
    """The measures that a text names."""
    return set().union(*(names for pattern, names in MEASURES if pattern.search(text)))
