"""SMM392 copy-not-recalled."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.copies import to_recall, who_has
from smmkit.documents import Document
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Recall(Part):
    """How long old copies may be out."""

    days: Annotated[Whole, Field(ge=0)] = 0
    """How many days a copy may still be out after its version has ceased to hold."""


@rule(
    "SMM392",
    "copy-not-recalled",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    settings=Recall,
)
def copy_not_recalled(document: Document, qms: Qms, settings: Recall) -> Problems:
    """A copy that was handed out comes back when its version no longer holds.

    Why: who works by the paper on the desk works by the old text, and nobody notices.
    """
    for old in to_recall(qms, document) if document.copies else ():
        if (qms.as_of - old.since).days < settings.days:
            continue
        yield problem(
            document,
            "copies",
            old.index,
            message=say(
                "{holder} still has version {version} of {id}, which has not held since {day}",
                holder=who_has(old.copy, qms),
                version=old.copy.version,
                id=document.id,
                day=old.since,
            ),
            hint=say(
                "take the copy back or destroy it, then write the day as `recalled:` of this copy"
            ),
        )
