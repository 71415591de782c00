"""SMM848 search-not-shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.texts import squeezed
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.model.part import Part, Text, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Methods(Part):
    """By which words a method is known, and how much of it is enough."""

    whys: tuple[Text, ...] = ("mengapa", "why", "5w")
    """What is said of a chain of whys."""
    bones: tuple[Text, ...] = ("tulang ikan", "fishbone", "ishikawa")
    """What is said of a fishbone diagram."""
    least: Annotated[Whole, Field(ge=1)] = 3
    """So many whys, or possible causes, are a search."""


@rule(
    "SMM848",
    "search-not-shown",
    of=Record,
    severity=Severity.NOTE,
    source="ISO 9001, 10.2.1 b; own rule",
    clause="10.2.1",
    settings=Methods,
)
def search_not_shown(record: Record, qms: Qms, settings: Methods) -> Problems:  # noqa: ARG001
    """Who says how the cause was searched for shows it: the whys, or the bones of the fish.

    Why: "five whys" beside one sentence is the name of a method, and no search; the auditor asks for the
    sheet on which it was made.
    """
    if not isinstance(record, AuditFinding | CorrectiveAction) or not record.cause_method:
        return
    method = squeezed(record.cause_method)
    for field, words in (("whys", settings.whys), ("causes", settings.bones)):
        held = getattr(record, field)
        if any(word in method for word in words) and len(held) < settings.least:
            yield problem(
                record,
                field if held else "cause_method",
                message=say(
                    "{id} names {method}, and `{field}:` has {n}",
                    id=record.id,
                    method=record.cause_method,
                    n=len(held),
                    field=field,
                ),
                hint=say(
                    "write under `whys:` each answer, the last being the cause; under `causes:` what was "
                    "looked at, each with its `bone:`"
                ),
            )
