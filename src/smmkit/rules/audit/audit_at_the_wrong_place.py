"""SMM841 audit-at-the-wrong-place."""

from __future__ import annotations

from smmkit.documents.audit import Audit, AuditType, Place
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Places(Part):
    """Which audits may be made away from the agency."""

    off_site: tuple[AuditType, ...] = (AuditType.STAGE_1, AuditType.SPECIAL)
    """The audits that may be made off site; all others are made on site."""


@rule(
    "SMM841",
    "audit-at-the-wrong-place",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis I.D, II.B3, II.B4, II.C2",
    clause="9.2.2",
    settings=Places,
    wish="on-site-audits",
)
def audit_at_the_wrong_place(audit: Audit, qms: Qms, settings: Places) -> Problems:  # noqa: ARG001
    """An audit that has to see the work is made on site.

    Why: interviews and spot checks are made where the work is done; papers alone show what was meant.
    """
    if audit.location is Place.OFF_SITE and audit.audit_type not in settings.off_site:
        yield problem(
            audit,
            "location",
            message=say(
                "{id} ({sort}) was made off site", id=audit.id, sort=audit.audit_type.label
            ),
            hint=say("write where it was made, or allow it in qms.yaml: `off_site:` of this rule"),
        )
