"""SMM761 action-without-cause."""

from __future__ import annotations

import re

from smmkit.analyses.actions import acted_on
from smmkit.analyses.texts import squeezed
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SHALLOW = re.compile(
    r"(human error|negligence|carelessness|lack of (?:training|care)|kelalaian(?: petugas| pegawai)?"
    r"|kurang teliti|kurang (?:pelatihan|sosialisasi)|kesalahan manusia|kesalahan petugas|lupa)"
)
"""Causes that say who, and not why."""


@rule(
    "SMM761",
    "action-without-cause",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b",
    clause="10.2.1",
    filled=True,
)
def action_without_cause(qms: Qms) -> Problems:
    """A corrective action follows from a cause.

    Why: without it the action is a guess. A sentence such as "human error" stops where the search for
    the cause begins.
    """
    for document, tasks, _ in qms.fact(acted_on):
        cause = document.cause
        if tasks and not cause:
            yield problem(
                document,
                "id",
                message=say("{id} has an action, but no cause", id=document.id),
                hint=say(
                    "write under `cause:` why it happened, and under `cause_method:` how that was found"
                ),
            )
        elif cause and SHALLOW.fullmatch(squeezed(cause)):
            yield problem(
                document,
                "cause",
                message=say('"{cause}" is where the search for the cause begins', cause=cause),
                hint=say(
                    "ask why that could happen, until the answer is something that can be changed"
                ),
            )
