"""SMM397 in-effect-without-approval."""

from __future__ import annotations

from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM397",
    "in-effect-without-approval",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
    filled=True,
)
def in_effect_without_approval(document: Document, qms: Qms) -> Problems:
    """A text is approved by the day from which it is to hold.

    Why: from that day on people work by it, and nobody has answered for it.
    """
    day = document.effective
    if day is None or day > qms.as_of or qms.fact(standings)[document.id].state in GONE:
        return
    if sealing(document) is None:
        yield problem(
            document,
            "effective",
            message=say(
                "version {version} of {id} is to hold from {day}, and nobody has approved it",
                version=document.version,
                id=document.id,
                day=day,
            ),
            hint=say(
                "have it approved (smm approve {id} --by PERSON), or write a later day",
                id=document.id,
            ),
        )
