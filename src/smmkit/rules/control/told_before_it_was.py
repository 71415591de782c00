"""SMM478 told-before-it-was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from smmkit.analyses.audits import last_day
from smmkit.analyses.texts.said_days import days_said
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.audit import Audit, SpotCheck
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.services import NonconformingOutput
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

CLAUSE = re.compile(r"[.;:](?= )")
"""Where what is said ends, so that words before it say nothing of a day behind it."""


@rule(
    "SMM478",
    "told-before-it-was",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def told_before_it_was(document: Information, qms: Qms) -> Problems:
    """What was seen, observed, complained of or found out speaks of no day after that on which it was.

    Why: nobody has seen in March what is of May. The day is wrong, or the text was written afterwards.
    A day that was still to come, a term, a plan, stands behind a word that says so.
    """
    to_come = pattern_of(qms.fact(vocabulary).to_come)
    for steps, text, day in seen_by(document, qms):
        for said in days_said(text):
            before = CLAUSE.split(text[: said.begins])[-1]
            if said.day > day and not to_come.search(before):
                yield problem(
                    document,
                    *steps,
                    message=say(
                        "this speaks of {said}, and is of {day}",
                        said=text[said.begins : said.ends],
                        day=day,
                    ),
                    hint=say("put the day right, here or in the record"),
                )
                break


def seen_by(document: Information, qms: Qms) -> Iterator[tuple[Path, str, date]]:
    """The texts that tell of what was, each with the day by which it had to be."""
    match document:
        case SpotCheck():
            yield ("looked_at",), document.looked_at, document.date
            yield ("seen",), document.seen, document.date
        case AuditFinding():
            audit = qms.get(document.audit, Audit)
            day = max(document.date, last_day(audit)) if audit else document.date
            yield ("statement",), document.statement, day
            yield ("observed",), document.observed or "", day
        case CorrectiveAction() | Feedback() | NonconformingOutput():
            yield ("statement",), document.statement, document.date
        case Audit():
            for n, check in enumerate(document.checklist):
                yield ("checklist", n, "seen"), check.seen or "", last_day(document)
        case _:
            pass
    effect: Any = getattr(document, "effectiveness", None)
    if effect:
        yield ("effectiveness", "how"), effect.how, effect.checked_on
