"""SMM484 programme-of-few-clauses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Fewest(Part):
    """How few clauses an internal audit of several units may ask about."""

    clauses: Annotated[Whole, Field(ge=1)] = 3
    """An audit of several units asks about so many clauses at least."""


@rule(
    "SMM484",
    "programme-of-few-clauses",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.1 and 9.2.2 a",
    clause="9.2.2",
    filled=True,
    settings=Fewest,
)
def programme_of_few_clauses(programme: AuditProgramme, qms: Qms, settings: Fewest) -> Problems:
    """An internal audit of several units is planned for more than one or two clauses.

    Why: an audit is to tell whether the system works. Who asks several units one thing learns one thing.
    """
    if not is_live(programme, qms):
        return
    for index, planned in enumerate(programme.entries):
        asked = set(planned.audited_clauses)
        meant = {one for name in asked for one in clauses_named(qms, name, programme)} or asked
        is_broad = planned.audit_type is AuditType.INTERNAL and len(planned.units) > 1
        if is_broad and not planned.processes and 0 < len(meant) < settings.clauses:
            yield problem(
                programme,
                "entries",
                index,
                "audited_clauses",
                message=say(
                    "{id} asks {n} units about {clauses} alone",
                    id=planned.id,
                    n=len(planned.units),
                    clauses=sorted(asked),
                ),
                hint=say("add the clauses that the work of these units has to meet"),
            )
