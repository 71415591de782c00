"""SMM353 core-process-incomplete."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.process import Process, ProcessType
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM353",
    "core-process-incomplete",
    of=Process,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1; juknis II.A7",
    clause="4.4.1",
)
def core_process_incomplete(process: Process, qms: Qms) -> Problems:
    """A core process has a procedure, an indicator and a risk.

    Why: by these it is carried out, measured and kept on its way.
    """
    missing = [
        named(Process, name)
        for name in ("procedures", "kpis", "risks")
        if not getattr(process, name)
    ]
    if process.process_type is ProcessType.CORE and missing and is_live(process, qms):
        yield problem(
            process,
            "process_type",
            message=say("{id} has no {missing}", id=process.id, missing=missing),
            hint=say("name them by their ids"),
        )
