"""SMM748 no-spot-check."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE, is_told, spot_checks_by_audit
from smmkit.documents.audit import Audit
from smmkit.documents.interview import SpotCheck
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM748",
    "no-spot-check",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B4",
    filled=True,
    whole=(SpotCheck,),
    wish="spot-check",
)
def no_spot_check(audit: Audit, qms: Qms) -> Problems:
    """A certification audit has looked at the place of work, too.

    Why: the juknis names two methods, interview and spot check. What people say and what lies on the
    table are not always the same.
    """
    if (
        audit.audit_type in FOR_CERTIFICATE
        and is_told(audit)
        and not qms.fact(spot_checks_by_audit).get(audit.id)
    ):
        yield problem(
            audit,
            "id",
            message=say("{id} has no spot check", id=audit.id),
            hint=say(
                "record what the auditors looked at, with `kind: spot-check` and `audit: {id}`",
                id=audit.id,
            ),
        )
