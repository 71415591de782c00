"""SMM910 asks-about-another-standard."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import first_edition
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM910",
    "asks-about-another-standard",
    of=Audit,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def asks_about_another_standard(audit: Audit, qms: Qms) -> Problems:
    """An audit asks about a standard that it is held to, in whichever edition.

    Why: what was asked covers the clauses of one standard, and the report speaks of another; who plans the
    next audit takes both for done.
    """
    asked = [
        standard for check in audit.checklist if (standard := qms.clause(check.clause, audit)[0])
    ]
    held = {first_edition(qms, one) for one in audit.standards}
    if not all(map(qms.standard, audit.standards)):
        return  # there is none of that name, and that is told
    if held and asked and held.isdisjoint(first_edition(qms, one.id) for one in asked):
        yield problem(
            audit,
            "standards",
            message=say(
                "{id} is held to {standards}, and all its questions are about {others}",
                id=audit.id,
                standards=list(audit.standards),
                others=sorted({one.id for one in asked}),
            ),
            hint=say(
                "name the standards that were asked about, or write clauses with their standard"
            ),
        )
