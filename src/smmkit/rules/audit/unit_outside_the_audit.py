"""SMM793 unit-outside-the-audit."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, interviews_by_audit, spot_checks_by_audit
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
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
    """What an audit asked, saw and found is of the units that it covers.

    Why: a finding in a unit that was not audited was found by another audit, or a unit is missing in the
    list.
    """
    for audit in qms.of(Audit):
        covered = set(audit.units)
        if not covered:
            continue
        around = (
            *qms.fact(interviews_by_audit).get(audit.id, ()),
            *qms.fact(spot_checks_by_audit).get(audit.id, ()),
            *qms.fact(findings_by_audit).get(audit.id, ()),
        )
        for record in around:
            if record.unit not in covered:
                yield problem(
                    record,
                    "unit",
                    message=say(
                        "{unit} is not among the units of {audit}", unit=record.unit, audit=audit.id
                    ),
                    hint=say("add it to `units:` of the audit, or put the unit right"),
                )
        for index, check in enumerate(audit.checklist):
            if check.unit and check.unit not in covered:
                yield problem(
                    audit,
                    "checklist",
                    index,
                    "unit",
                    message=say(
                        "{unit} is not among the units of {audit}", unit=check.unit, audit=audit.id
                    ),
                    hint=say("add it to `units:` of the audit, or put the unit right"),
                )
