"""SMM793 unit-outside-the-audit."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.audits import around
from smmkit.analyses.organization.names_of_units import offices
from smmkit.analyses.organization.units import are_kin
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Record
from smmkit.documents.audit import Audit
from smmkit.documents.unit import OrganizationUnit
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM793",
    "unit-outside-the-audit",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def unit_outside_the_audit(qms: Qms) -> Problems:
    """What an audit asked, saw and found, and what its scope says, is of the units that it covers.

    Why: a finding in a unit that was not audited was found by another audit, or a unit is missing in the
    list.
    """
    for audit in qms.of(Audit):
        covered = set(audit.units)
        if not covered:
            continue
        for named in in_words(qms, audit):
            yield problem(
                audit,
                "scope",
                message=say(
                    "the scope names {title}, and {unit} is not among the units of {audit}",
                    title=named.title,
                    unit=named.id,
                    audit=audit.id,
                ),
                hint=say("add it to `units:` of the audit, or put the scope right"),
            )
        for n, text in enumerate(audit.strengths):
            named_units = offices(qms, text)
            if named_units and not any(
                are_kin(qms, one, own) for one in named_units for own in covered
            ):
                message = say(
                    "{unit} is not among the units of {audit}", unit=named_units[0], audit=audit.id
                )
                hint = say("add it to `units:` of the audit, or put the unit right")
                yield problem(audit, "strengths", n, message=message, hint=hint)
        asked: list[tuple[Record, Path, str | None]] = [
            (one, ("unit",), one.unit) for one in around(audit, qms)
        ]
        for index, check in enumerate(audit.checklist):
            asked.append((audit, ("checklist", index, "unit"), check.unit))
        asked += [(audit, steps, unit) for steps, unit in on_the_agenda(qms, audit)]
        for record, steps, unit in asked:
            if unit and unit not in covered:
                message = say("{unit} is not among the units of {audit}", unit=unit, audit=audit.id)
                hint = say("add it to `units:` of the audit, or put the unit right")
                yield problem(record, *steps, message=message, hint=hint)


def on_the_agenda(qms: Qms, audit: Audit) -> Iterator[tuple[Path, str]]:
    """The units that an agenda needs and the audit does not cover, nor a part of them or what they are in."""
    for n, item in enumerate(audit.agenda):
        for k, unit in enumerate(item.units):
            if not any(are_kin(qms, unit, own) for own in audit.units):
                yield ("agenda", n, "units", k), unit


def in_words(qms: Qms, audit: Audit) -> Iterator[OrganizationUnit]:
    """The units that the scope of an audit names and does not cover, nor a part of them or what they are in.

    A scope that says what it leaves out is not read.
    """
    scope = squeezed(audit.scope or "")
    leaves_out = pattern_of(qms.fact(vocabulary).leaves_out)
    if not scope or leaves_out.search(scope) or not qms.settings:
        return
    whole = squeezed(qms.settings.organization.name)
    for unit in sorted(qms.settings.units, key=lambda unit: -len(unit.title)):
        title = squeezed(unit.title)
        if " " in title and title in scope and title not in whole:
            scope = scope.replace(title, "")
            if not any(are_kin(qms, unit.id, one) for one in audit.units):
                yield unit
