"""SMM632 knows-what-came-later."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import is_changed, sealing
from smmkit.analyses.texts.past import days_of
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM632",
    "knows-what-came-later",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 c",
    clause="7.5.2",
)
def knows_what_came_later(document: Document, qms: Qms) -> Problems:
    """An approved text tells of nothing that happened after its approval.

    Why: who signed on Monday cannot have read what was done on Friday; the text was changed behind the
    signature, or one of the days is wrong.
    """
    approval = sealing(document)
    if approval is None or is_changed(document, qms):  # then `approval-broken` tells it
        return
    for steps, day in days_of(document):
        if approval.on < day <= qms.today and steps[0] not in BELOW:
            yield problem(
                document,
                *steps,
                message=say(
                    "version {version} was approved on {approved}, before {day}",
                    version=approval.version,
                    approved=approval.on,
                    day=day,
                ),
                hint=say("write the right day, or approve a new version that tells of it"),
            )


BELOW = frozenset({"approvals", "checked_against", "copies", "withdrawn"})
"""What is written below a text after its approval."""
