"""SMM881 finding-long-after-audit."""

from __future__ import annotations

from smmkit.analyses.audits import WRITTEN_WITHIN, findings_by_audit, last_day
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM881",
    "finding-long-after-audit",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
)
def finding_long_after_audit(qms: Qms) -> Problems:
    """A finding is of the days of its audit, or of the weeks in which the report is written.

    Why: until it is written down nobody answers it; a day long after is wrong, or the finding is of
    another audit.
    """
    for audit in qms.of(Audit):
        for found in qms.fact(findings_by_audit).get(audit.id, ()):
            if (found.date - last_day(audit)).days > WRITTEN_WITHIN:
                yield problem(
                    found,
                    "date",
                    message=say(
                        "{id} is of {day}, and {audit} was over on {end}",
                        id=found.id,
                        day=found.date,
                        audit=audit.id,
                        end=last_day(audit),
                    ),
                    hint=say("write the day on which it was seen, or the audit that found it"),
                )
