"""SMM345 owner-without-it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import (
    above,
    answering,
    are_kin,
    standing_units,
    with_heirs,
)
from smmkit.analyses.people.named_units import FIELDS
from smmkit.documents import Document
from smmkit.documents.references import references
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

OF_PERSONS: Final = frozenset({"people", "competences"})
"""Registers of persons, which go to few."""


@rule(
    "SMM345",
    "owner-without-it",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
    filled=True,
)
def owner_without_it(document: Document, qms: Qms) -> Problems:
    """The unit that answers for a document gets it, and so do those that it says do something.

    Why: who has not got the text that holds works by an older one. A whole to which a document goes stands
    for its units, unless some of these are named beside it.
    """
    if not document.distribution or not is_live(document, qms):
        return
    owners = answering(qms, document.owner)
    missing = [unit for unit in sorted(owners) if not reaches(document.distribution, unit, qms)]
    hint = say("add it to `distribution:`")
    if missing:
        told = say("{units} answers for {id}, and does not get it", units=missing, id=document.id)
        yield problem(document, "distribution", message=told, hint=hint)
    wholes = {*document.distribution} - {one for one, up in qms.fact(above).items() if up}
    listed = [one for one in document.distribution if one not in wholes]
    named = doing(document, qms) - owners - wholes if listed else set()
    if others := [unit for unit in sorted(named) if not reaches(listed, unit, qms)]:
        told = say(
            "{id} says what {units} does, and does not go there", units=others, id=document.id
        )
        yield problem(document, "distribution", message=told, hint=hint)


def reaches(distribution: Iterable[str], unit: str, qms: Qms) -> bool:
    """Whether a document goes to a unit, to what it is part of, or to a part of it."""
    return any(are_kin(qms, unit, one) for one in with_heirs(qms, distribution))


def doing(document: Document, qms: Qms) -> set[str]:
    """The units of today that answer for an entry of a document, or carry something out."""
    if document.kind in OF_PERSONS:
        return set()
    standing = {unit.id for unit in standing_units(qms)}
    named = {id_ for steps, id_, _ in references(document) if FIELDS.intersection(steps)}
    return named & standing
