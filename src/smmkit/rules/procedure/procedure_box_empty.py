"""SMM515 procedure-box-empty."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.procedure import Procedure
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM515",
    "procedure-box-empty",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012",
    clause="8.5.1",
    wish="sop-boxes",
)
def procedure_box_empty(procedure: Procedure, qms: Qms) -> Problems:
    """A procedure names its legal basis, who can carry it out, and the records that it leaves.

    Why: these are boxes of the form; an empty one is the first thing that is seen.
    """
    missing = [
        named(Procedure, name)
        for name in ("legal_basis", "qualifications", "records")
        if not getattr(procedure, name)
    ]
    if missing and is_live(procedure, qms):
        yield problem(
            procedure,
            "steps",
            message=say("{id} says nothing about: {missing}", id=procedure.id, missing=missing),
            hint=say("fill in the boxes of the form"),
        )
