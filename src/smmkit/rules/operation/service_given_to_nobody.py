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
    """A core process of which services come gives something to somebody outside.

    Why: a map on which nothing reaches the customer shows an agency that works for itself.
    """
    is_core = process.process_type is ProcessType.CORE and process.services
    if (
        is_core
        and is_live(process, qms)
        and process.outputs
        and not any(one.party for one in process.outputs)
    ):
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
