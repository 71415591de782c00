"""SMM944 speaks-of-something-else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.stems import matter
from smmkit.documents import Document, Information
from smmkit.documents.certification import Coaching
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.objective import Objective
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.services import ServiceEntry
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

AMOUNT = re.compile(r"(?<![\w.,])[0-9]{1,9}[.,][0-9]{1,6} ?[A-Za-z%°]{1,4}(?!\w)")
"""A measured amount, which is as good as a word: `0,2 mg`."""

SAYS, HEARS = 3, 8
"""So many words that tell something are needed in a text, and in what it is held against."""


@rule(
    "SMM944",
    "speaks-of-something-else",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
)
def speaks_of_something_else(document: Information, qms: Qms) -> Problems:
    """The sentence that says what a document is for shares a word with the rest of it.

    Why: a purpose, an objective or a proof of effect that shares none was copied from another paper, and
    the auditor reads that sentence first.
    """
    if isinstance(document, Document) and is_gone(document, qms):
        return
    for steps, text, rest in beside(document, qms):
        other = " ".join(texts(rest))
        said, heard = matter(text, qms), matter(other, qms)
        if not set(AMOUNT.findall(text)).isdisjoint(AMOUNT.findall(other)):
            continue
        if len(said) >= SAYS and len(heard) >= HEARS and said.isdisjoint(heard):
            yield problem(
                document,
                *steps,
                message=say(
                    "this shares no word with the rest of {id}: {text}", id=document.id, text=text
                ),
                hint=say("write what it is about here, or put right the rest"),
            )


def beside(document: Information, qms: Qms) -> Iterator[tuple[Path, str, Any]]:
    """The texts of a document that say what it is about, and what each is held against."""
    match document:
        case QualityPolicy():
            home = qms.settings
            services = [one.title for one in qms.things.values() if isinstance(one, ServiceEntry)]
            yield (
                ("sentence",),
                document.sentence,
                [document.points, services, home and (home.scope.statement, home.purpose)],
            )
        case Objective():
            yield ("statement",), document.statement, [document.title, document.kpis, document.plan]
        case Coaching():
            yield ("topic",), document.topic, [document.title, document.advice]
        case AuditFinding() | CorrectiveAction():
            if document.effectiveness:
                rest = document.model_copy(update={"effectiveness": None})
                yield ("effectiveness", "how"), document.effectiveness.how, rest


def texts(value: Any) -> Iterator[str]:
    """Every text in values, through lists and parts."""
    match value:
        case str():
            yield value
        case list() | tuple():
            for one in value:
                yield from texts(one)
        case None:
            return
        case _ if hasattr(value, "model_dump"):
            yield from texts(list(value.model_dump(mode="json").values()))
        case dict():
            yield from texts(list(value.values()))
