"""SMM856 no-way-on."""

from __future__ import annotations

from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM856",
    "no-way-on",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012",
    clause="8.5.1",
)
def no_way_on(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """Where the flow ends before the last row, it is said.

    Why: `leads_to: []` is the same as none: the flow goes on to the next row, and that is what is drawn.
    """
    written = procedure.source.values.get("steps") or []
    for index, step in enumerate(written[:-1]):
        if isinstance(step, dict) and step.get("leads_to") == [] and not step.get("ends"):
            yield problem(
                procedure,
                "steps",
                index,
                "leads_to",
                message=say(
                    "step {n} goes on to the next; an empty list says nothing", n=str(index + 1)
                ),
                hint=say("write `ends: true` where the flow is done, else take the line out"),
            )
