"""SMM391 approval-unproved."""

from __future__ import annotations

from smmkit.analyses.lifecycle.signatures import lacking, unproved
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM391",
    "approval-unproved",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 c",
    clause="7.5.2",
)
def approval_unproved(document: Document, qms: Qms) -> Problems:
    """An approval is shown by what qms.yaml asks for: a signed copy, or the number of a decree.

    Why: until it is, the text is not in force; an entry that anybody can type is no signature.
    """
    given = sealing(document)
    if given is None or given.on > qms.as_of or qms.fact(standings)[document.id].state in GONE:
        return
    need = unproved(qms, document, given)
    if need is None or lacking(qms, document, given):
        return
    yield problem(
        document,
        "approvals",
        document.approvals.index(given),
        message=say(
            "version {version} of {id} is not in force: its approval is to be shown by: {need}",
            version=document.version,
            id=document.id,
            need=need.label,
        ),
        hint=say(
            "add what is missing: smm approve {id} --by {by} --on {day} with --signed FILE or --proof NUMBER",
            id=document.id,
            by=given.by,
            day=given.on.isoformat(),
        ),
    )
