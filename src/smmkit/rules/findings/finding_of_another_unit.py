"""SMM981 finding-of-another-unit."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.organization.units import are_kin
from smmkit.documents import Information
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.documents.interview import SpotCheck
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM981",
    "finding-of-another-unit",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def finding_of_another_unit(document: Information, qms: Qms) -> Problems:
    """A finding goes to the unit that was asked, or looked at.

    Why: the unit that was not asked cannot answer, and the one that was does not know of it.
    """
    for steps, id_, unit in where_found(document):
        found = qms.get(id_ or "", AuditFinding)
        if found and unit and not are_kin(qms, found.unit, unit):
            yield problem(
                document,
                *steps,
                message=say(
                    "{finding} goes to {other}, and {unit} was asked",
                    finding=found.id,
                    other=found.unit,
                    unit=unit,
                ),
                hint=say("put the unit right that is wrong"),
            )


def where_found(document: Information) -> Iterator[tuple[Path, str | None, str | None]]:
    """The findings that a document names, each with the unit where it was found, and its place."""
    match document:
        case Audit():
            for index, check in enumerate(document.checklist):
                yield ("checklist", index, "unit"), check.finding, check.unit
        case SpotCheck():
            yield ("unit",), document.finding, document.unit
        case _:
            pass
