"""SMM397 in-effect-without-approval."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


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
            hint=otherwise_written(document)
            or say(
                "have it approved (smm approve {id} --by PERSON), or write a later day",
                id=document.id,
            ),
        )


def otherwise_written(document: Document) -> Message | None:
    """The version that was approved, where this one is the same in other words: `Rev. 1`."""
    words = re.findall(r"\d++(?:\.\d++)*+", document.version)
    given = next((one for one in document.approvals if one.version in words), None)
    if given is None:
        return None
    return say(
        "if version {version} is meant, which was approved on {day}, write {words}; else have this one "
        "approved, too",
        version=given.version,
        day=given.on,
        words=f'`version: "{given.version}"`',
    )
