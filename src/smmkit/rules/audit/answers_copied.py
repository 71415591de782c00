"""SMM749 answers-copied."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import audits
from smmkit.analyses.texts import squeezed
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Length(Part):
    """From which length on two answers are compared."""

    shortest: Annotated[Whole, Field(ge=1)] = 30
    """How many characters an answer has at least; shorter ones may well be the same."""


@rule(
    "SMM749",
    "answers-copied",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
    settings=Length,
)
def answers_copied(qms: Qms, limits: Length) -> Problems:
    """What was seen in an audit was seen there, and is not the text of another answer.

    Why: the same sentence twice means that at one of the two places nobody looked.
    """
    seen: dict[str, tuple[str, str]] = {}
    for audit in qms.fact(audits):
        for index, check in enumerate(audit.checklist):
            text = squeezed(check.seen or "")
            if len(text) < limits.shortest:
                continue
            if text in seen:
                yield problem(
                    audit,
                    "checklist",
                    index,
                    "seen",
                    message=say(
                        "what was seen about {clause} is word for word what {id} says of {other}",
                        clause=check.clause,
                        id=seen[text][0],
                        other=seen[text][1],
                    ),
                    hint=say("write what was seen this time: which files, how many, on which day"),
                )
            seen.setdefault(text, (audit.id, check.clause))
