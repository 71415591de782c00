"""To which of its units an audit put nothing."""

from __future__ import annotations

from smmkit.analyses.audits import around
from smmkit.analyses.organization.units import are_kin
from smmkit.documents.audit import Audit
from smmkit.qms import Qms


def unasked(qms: Qms, audit: Audit) -> list[str]:
    """The units of an audit that no question, interview, spot check or finding is about.

    A question that names no unit may have been put to any of them.
    """
    asked = {check.unit for check in audit.checklist}
    if not asked or None in asked:
        return []
    asked |= {one.unit for one in around(audit, qms)}
    named = [unit for unit in asked if unit]
    return [unit for unit in audit.units if not any(are_kin(qms, unit, one) for one in named)]
