"""SMM352 process-sort-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.wishes import is_wished
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
    """The sorts of which there is a process each; unsaid and unasked for by a guide, core processes alone."""


@rule(
    "SMM352",
    "process-sort-missing",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A7",
    clause="4.4.1",
    settings=Sorts,
    whole=(Process,),
)
def process_sort_missing(home: Settings, qms: Qms, settings: Sorts) -> Problems:
    """There are core processes; where a guide asks, support processes and such as improve quality, too.

    Why: without a core process nothing is made for anybody; without improvement the wheel stands still.
    """
    found = {process.process_type for process in live(qms, Process)}
    is_asked = "sorts" in settings.model_fields_set or is_wished(qms, "process-sorts")
    sorts = settings.sorts if is_asked else (ProcessType.CORE,)
    missing = [one.label for one in sorts if one not in found]
    if found and missing:
        yield problem(
            home,
            "scope",
            message=say("there is no process of the sort: {missing}", missing=missing),
            hint=say("describe it: `smm new process`"),
        )
