"""SMM350 process-isolated."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.analyses.processes.handings import handings
from smmkit.documents.process import Process
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM350",
    "process-isolated",
    of=Process,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1 b; juknis II.A7",
    clause="4.4.1",
    whole=(Process,),
)
def process_isolated(process: Process, qms: Qms) -> Problems:
    """A process takes something from another one, or gives something to it.

    Why: what touches nothing else is no part of a system.
    """
    hand = qms.fact(handings)
    if is_live(process, qms) and process.id not in hand.linked and len(live(qms, Process)) > 1:
        yield problem(
            process,
            "id",
            message=say(
                "{id} takes nothing from another process and gives nothing to one", id=process.id
            ),
            hint=say("write under `inputs:` and `outputs:` from and to which process things go"),
        )
