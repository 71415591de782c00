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
from smmkit.yaml_text.source import strings_in

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
        other = " ".join(strings_in(rest))
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


def beside(document: Information, qms: Qms) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """The texts of a document that say what it is about, and what each is held against."""
    values = document.source.values
    match document:
        case QualityPolicy():
            home = qms.settings
            services = [one.title for one in qms.things.values() if isinstance(one, ServiceEntry)]
            scope = [home.scope.statement, home.purpose] if home else []
            rest = {"points": values.get("points"), "services": services, "scope": scope}
            yield ("sentence",), document.sentence, rest
        case Objective():
            rest = {name: values.get(name) for name in ("title", "kpis", "plan")}
            yield ("statement",), document.statement, rest
        case Coaching():
            rest = {name: values.get(name) for name in ("title", "advice")}
            yield ("topic",), document.topic, rest
        case AuditFinding() | CorrectiveAction():
            if document.effectiveness:
                rest = {name: one for name, one in values.items() if name != "effectiveness"}
                yield ("effectiveness", "how"), document.effectiveness.how, rest
