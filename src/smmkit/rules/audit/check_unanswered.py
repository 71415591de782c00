"""SMM741 check-unanswered."""

from __future__ import annotations

from smmkit.analyses.audits import is_answered, is_told
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM741",
    "check-unanswered",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 f",
    clause="9.2.2",
    filled=True,
)
def check_unanswered(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """Every question of an audit that is reported has an answer, with what was seen.

    Why: a verdict without evidence is an opinion.
    """
    for index, check in enumerate(audit.checklist if is_told(audit) else ()):
        if not is_answered(check):
            yield problem(
                audit,
                "checklist",
                index,
                "question",
                message=say("the question about {clause} is not answered", clause=check.clause),
                hint=say(
                    "write under `seen:` what was seen, where and how often, and under `status:` what it says"
                ),
            )
