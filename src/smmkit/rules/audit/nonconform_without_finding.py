"""SMM742 nonconform-without-finding."""

from __future__ import annotations

from smmkit.analyses.audits import is_loose, is_told
from smmkit.documents.audit import Audit
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM742", "nonconform-without-finding", of=Audit, source="ISO 9001, 9.2.2 e", clause="9.2.2")
def nonconform_without_finding(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """What an audit saw not to conform has become a finding.

    Why: a nonconformity that stands in the checklist only is never answered.
    """
    for index, check in enumerate(audit.checklist if is_told(audit) else ()):
        if is_loose(check):
            yield problem(
                audit,
                "checklist",
                index,
                "status",
                message=say(
                    "{clause} does not conform, but no finding came of it", clause=check.clause
                ),
                hint=say("write the finding and name it under `finding:`, or change the verdict"),
            )
