"""SMM944 speaks-of-something-else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.stems import matter, roots
from smmkit.documents import Document, Information
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Coaching
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import SpotCheck
from smmkit.documents.objective import Objective
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.process import Process
from smmkit.documents.review import ChangePlan
from smmkit.documents.services import (
    NonconformingOutput,
    ServiceEntry,
    ServiceLog,
    ServiceStandard,
)
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

AMOUNT = re.compile(r"(?<![\w.,])[0-9]{1,9}[.,][0-9]{1,6} ?[A-Za-z%°]{1,4}(?!\w)")
"""A measured amount, which is as good as a word: `0,2 mg`."""

KEPT = ("retention", "disposal", "approvals", "change_note")
"""Fields that say how a document is kept, and nothing of what it is about."""

SAYS, HEARS = 3, 8
"""So many words that tell something are needed in a text, and in what it is held against."""

SAYS_MORE, HEARS_MORE = 4, 12
"""So many where the matter may come again by other words."""


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
    pairs = [(one, matter, SAYS, HEARS) for one in beside(document, qms)]
    pairs += [(one, roots, SAYS_MORE, HEARS_MORE) for one in of_its_matter(document, qms)]
    for (steps, text, rest), words, says, hears in pairs:
        if not text:
            continue
        other = " ".join(strings_in(rest))
        if not set(AMOUNT.findall(text)).isdisjoint(AMOUNT.findall(other)):
            continue
        shares = not words(text, qms).isdisjoint(words(other, qms))
        if not shares and len(matter(text, qms)) >= says and len(matter(other, qms)) >= hears:
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
            rest = {"points": values.get("points"), **qms.fact(there_for)}
            yield ("sentence",), document.sentence, rest
        case Objective():
            yield ("statement",), document.statement, some(values, "title", "kpis", "plan")
        case Coaching():
            yield ("topic",), document.topic, some(values, "title", "advice")
        case AuditFinding() | CorrectiveAction() if document.effectiveness:
            named = document.about if isinstance(document, CorrectiveAction) else ()
            rest = but(values, "effectiveness") | {"about": strings_of(named, qms)}
            yield ("effectiveness", "how"), document.effectiveness.how, rest


def of_its_matter(document: Information, qms: Qms) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """The texts of a document in which its matter comes again, if by another ending of a word."""
    values = document.source.values
    match document:
        case AuditFinding():
            yield ("statement",), document.statement, but(values, "statement")
            for name, task in (("correction", document.correction), ("action", document.action)):
                yield (name, "what"), task.what if task else "", but(values, name)
        case CorrectiveAction():
            said = " ".join(one.what for one in document.actions)
            yield ("statement",), document.statement, but(values, "statement")
            yield ("actions",), said, but(values, "actions")
        case NonconformingOutput() if document.correction:
            yield (
                ("correction", "what"),
                document.correction.what,
                (but(values, "correction") | named_in(document, qms)),
            )
        case Feedback():
            said = " ".join(one.what for one in document.actions)
            yield ("actions",), said, some(values, "title", "statement", "answer")
        case ServiceLog():
            yield ("criteria",), document.criteria or "", given_by(document.service, qms)
        case SpotCheck():
            yield ("seen",), document.seen, but(values, "seen")
        case Audit():
            yield ("scope",), document.scope or "", but(values, "scope") | named_in(document, qms)
        case ChangePlan():
            about = {"about": strings_of(document.about, qms)}
            for name in ("purpose", "consequences", "integrity", "result"):
                yield (name,), getattr(document, name) or "", but(values, name) | about


def given_by(service: str, qms: Qms) -> dict[str, Any]:
    """What a service is called, what its standards promise, and how its procedures go."""
    entry = qms.get(service, ServiceEntry)
    standards = [one.source.values for one in qms.of(ServiceStandard) if one.service == service]
    procedures = strings_of(entry.procedures if entry else (), qms)
    return {"title": entry.title if entry else "", "standards": standards, "said": procedures}


def named_in(document: Information, qms: Qms) -> dict[str, Any]:
    """What the things are called that a document names; of an audit also the places of the house, and what
    its processes and the system say.
    """
    said = strings_in(document.source.values)
    called = [named.title for one in said if (named := qms.things.get(one))]
    if not isinstance(document, Audit):
        return {"called": called}
    processes = [qms.get(one, Process) for one in document.processes]
    sites = qms.settings.scope.sites if qms.settings else ()
    met = {
        "called": [*called, *sites],
        "processes": [one.source.values for one in processes if one],
    }
    return met if document.audit_type is AuditType.INTERNAL else met | qms.fact(there_for)


def there_for(qms: Qms) -> dict[str, Any]:
    """What a system is there for: the name of its house, its services, its scope, its purpose."""
    home = qms.settings
    services = [one.title for one in qms.things.values() if isinstance(one, ServiceEntry)]
    own = [home.organization.name, home.scope.statement, home.purpose] if home else []
    return {"services": services, "own": own}


def strings_of(ids: Iterable[str], qms: Qms) -> list[str]:
    """What the documents say that a document names as what it is about."""
    homes = (qms.homes[id_][0] for id_ in ids if id_ in qms.homes)
    return [text for home in homes for text in home.source.strings]


def some(values: dict[str, Any], *names: str) -> dict[str, Any]:
    """Some fields of a document."""
    return {name: values.get(name) for name in names}


def but(values: dict[str, Any], name: str) -> dict[str, Any]:
    """What a document says beside one field, without how it is kept."""
    return {key: one for key, one in values.items() if key not in {name, *KEPT}}
