"""SMM352 process-sort-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.process import Process, ProcessType
from smmkit.documents.settings import Settings
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Sorts(Part):
    """Which sorts of processes there are."""

    sorts: tuple[ProcessType, ...] = (
        ProcessType.CORE,
        ProcessType.SUPPORT,
        ProcessType.QUALITY_IMPROVEMENT,
    )
    """The sorts of which there is a process each."""


@rule(
    "SMM352",
    "process-sort-missing",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A7",
    clause="4.4.1",
    settings=Sorts,
    wish="process-sorts",
    whole=(Process,),
)
def process_sort_missing(home: Settings, qms: Qms, settings: Sorts) -> Problems:
    """There are core processes, support processes, and processes that improve quality.

    Why: without a process that improves, the wheel of the system stands still.
    """
    found = {process.process_type for process in live(qms, Process)}
    missing = [one.label for one in settings.sorts if one not in found]
    if found and missing:
        yield problem(
            home,
            "scope",
            message=say("there is no process of the sort: {missing}", missing=missing),
            hint=say("describe it: `smm new process`"),
        )
