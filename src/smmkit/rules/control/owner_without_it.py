"""SMM345 owner-without-it."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import answering, are_kin
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM345",
    "owner-without-it",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
    filled=True,
)
def owner_without_it(document: Document, qms: Qms) -> Problems:
    """The unit that answers for a document gets it.

    Why: who has not got the text that holds works by an older one.
    """
    if not document.distribution or not is_live(document, qms):
        return
    missing = [
        unit
        for unit in sorted(answering(qms, document.owner))
        if not any(are_kin(qms, unit, one) for one in document.distribution)
    ]
    if missing:
        yield problem(
            document,
            "distribution",
            message=say(
                "{units} answers for {id}, and does not get it", units=missing, id=document.id
            ),
            hint=say("add it to `distribution:`"),
        )
