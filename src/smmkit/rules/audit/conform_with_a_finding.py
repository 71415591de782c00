"""SMM963 conform-with-a-finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from smmkit.analyses.audits import NONCONFORMITIES, audits
from smmkit.analyses.texts.stems import matter
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NOT_MET = (Status.NONCONFORM, Status.PARTIAL)

SAYS = 4
"""So many words that tell something a strength has before it is held against what was seen."""


@rule(
    "SMM963",
    "conform-with-a-finding",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2",
    clause="9.2.2",
    filled=True,
)
def conform_with_a_finding(qms: Qms) -> Problems:
    """What led to a nonconformity is not answered with `conform`, nor called a strength.

    Why: the checklist and the finding are read side by side, and one of them is wrong.
    """
    found = [one for one in qms.of(AuditFinding) if one.grade in NONCONFORMITIES]
    of_audit = {audit: list(own) for audit, own in groupby(sorted(found, key=by_audit), by_audit)}
    for audit in qms.fact(audits):
        for index, wrong in contradicted(audit, of_audit.get(audit.id, [])):
            yield problem(
                audit,
                "checklist",
                index,
                "status",
                message=say("{id} came of it, and yet it is called conform", id=wrong.id),
                hint=say("write what the finding says, or take the finding out of this line"),
            )
        for index, text in praised(audit, qms):
            yield problem(
                audit,
                "strengths",
                index,
                message=say("the checklist does not call this conform: {text}", text=text),
                hint=say("write what is done well, or put right what the checklist says of it"),
            )


def praised(audit: Audit, qms: Qms) -> Iterator[tuple[int, str]]:
    """The strengths that say again what the checklist saw, and did not call conform."""
    wrong = (one.seen for one in audit.checklist if one.status in NOT_MET and one.seen)
    seen = [matter(text, qms) for text in wrong] if audit.strengths else []
    for index, text in enumerate(audit.strengths if seen else ()):
        said = matter(text, qms)
        if len(said) >= SAYS and any(said <= one for one in seen):
            yield index, text


def by_audit(finding: AuditFinding) -> str:
    """The audit that found it."""
    return finding.audit


def contradicted(audit: Audit, found: list[AuditFinding]) -> Iterator[tuple[int, AuditFinding]]:
    """The questions that are called conform though a nonconformity came of them: one that they name,
    or one on their clause in their unit that no question admits.
    """
    for finding in found:
        named = [n for n, one in enumerate(audit.checklist) if one.finding == finding.id]
        asked = [
            n
            for n, one in enumerate(audit.checklist)
            if one.clause == finding.clause and one.unit in {None, finding.unit}
        ]
        if not named and all(audit.checklist[n].status == Status.CONFORM for n in asked):
            named = asked
        yield from ((n, finding) for n in named if audit.checklist[n].status == Status.CONFORM)
