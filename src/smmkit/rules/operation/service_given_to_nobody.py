"""SMM361 service-given-to-nobody."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.process import Process, ProcessType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM361",
    "service-given-to-nobody",
    of=Process,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1 a; juknis II.A7",
    clause="4.4.1",
    filled=True,
)
def service_given_to_nobody(process: Process, qms: Qms) -> Problems:
    """A core process of which services come gives something to somebody outside, by itself or by a later one.

    Why: a map on which nothing reaches the customer shows an agency that works for itself.
    """
    is_core = process.process_type is ProcessType.CORE and process.services
    if is_core and is_live(process, qms) and process.outputs and not reaches_outside(process, qms):
        yield problem(
            process,
            "outputs",
            message=say(
                "{id} gives nothing to anybody outside, and these services come out of it: {services}",
                services=process.services,
                id=process.id,
            ),
            hint=say("write what the customer gets, with `party:`"),
        )


def reaches_outside(process: Process, qms: Qms) -> bool:
    """Whether a process gives something to a party, or a core one does that what it gives leads to."""
    left, seen = [process], {process.id}
    while left:
        one = left.pop()
        if any(flow.party for flow in one.outputs):
            return True
        for id_ in {flow.process for flow in one.outputs if flow.process} - seen:
            seen.add(id_)
            after = qms.get(id_, Process)
            if after and after.process_type is ProcessType.CORE and is_live(after, qms):
                left.append(after)
    return False
