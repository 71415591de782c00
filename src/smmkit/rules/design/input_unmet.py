"""SMM491 input-unmet."""

from __future__ import annotations

from smmkit.documents.design import Design
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM491",
    "input-unmet",
    of=Design,
    severity=Severity.WARNING,
    source="ISO 9001, 8.3.5",
    clause="8.3.5",
)
def input_unmet(design: Design, qms: Qms) -> Problems:  # noqa: ARG001
    """Once a design is released, each of its inputs is met by one of its outputs.

    Why: a demand that was written down and then forgotten comes back as a complaint; and an input that
    nothing meets makes the verification say more than it saw.
    """
    if design.released is None:
        return
    met = {id_ for output in design.outputs for id_ in output.meets}
    for index, one in enumerate(design.inputs):
        if one.id not in met:
            yield problem(
                design,
                "inputs",
                index,
                "id",
                message=say("{id} ({title}) is met by no output", id=one.id, title=one.title),
                hint=say("name it under `meets:` of the output that meets it, or say what is left"),
            )
