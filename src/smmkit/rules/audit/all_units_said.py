"""SMM496 all-units-said."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.organization.units import unreached, with_owners
from smmkit.analyses.texts.claims import all_claimed, all_named
from smmkit.documents import Information
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

UNITS = "units"
"""What the vocabulary calls them."""


@rule(
    "SMM496",
    "all-units-said",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2; own rule",
    clause="9.2.2",
    filled=True,
)
def all_units_said(document: Information, qms: Qms) -> Problems:
    """An audit that says of itself that it is about all units is about all of them.

    Why: who reads the conclusion takes the whole system for audited, and the units that were left out for
    conforming.
    """
    for audit, steps in claimed(document, qms):
        day = audit.date if isinstance(audit, Audit) else audit.since
        met = with_owners(qms, (*audit.units, *audit.processes))
        if met and (left := [unit.id for unit in unreached(qms, met, on=day)]):
            yield problem(
                document,
                *steps,
                message=say("this says all units; it is not about {units}", units=left),
                hint=say(
                    "write which units it was, or enter those that are missing under `units:`"
                ),
            )


def claimed(document: Information, qms: Qms) -> Iterator[tuple[Audit | PlannedAudit, Path]]:
    """Where it says that an audit, held or planned, is about all units."""
    match document:
        case Audit():
            for name in ("title", "scope"):
                if all_named(getattr(document, name) or "", UNITS, qms):
                    yield document, (name,)
            if [*all_claimed(document.conclusion or "", (UNITS,), qms)]:
                yield document, ("conclusion",)
        case AuditProgramme():
            for index, entry in enumerate(document.entries):
                if all_named(entry.title or "", UNITS, qms):
                    yield entry, ("entries", index, "title")
