"""SMM204 unknown-clause."""

from __future__ import annotations

from smmkit.analyses.references.links import links
from smmkit.analyses.references.nearest import nearest_clause
from smmkit.model.marks import CLAUSE
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards import Standard
from smmkit.words import Message, say


@rule("SMM204", "unknown-clause", source="ISO 9001, 4.4")
def unknown_clause(qms: Qms) -> Problems:
    """A clause that a document names is one of the standard.

    Why: evidence for a clause that does not exist is evidence for nothing. Numbers are compared
    whole, never as the beginning of others.
    """
    for link in qms.fact(links):
        if link.mark is not CLAUSE or qms.settings is None:
            continue
        standard, number = qms.clause(link.target, link.document)
        if standard is None:
            continue
        if number not in standard.known and number not in standard.requirement_ids:
            message = say("{standard} has no clause {number}", standard=standard.id, number=number)
            yield problem(
                link.document,
                *link.steps,
                message=message,
                hint=moved(number, standard) or nearest_clause(number, standard.known),
            )


def moved(number: str, standard: Standard) -> Message | None:
    """What a number of the edition before has become."""
    for clause in standard.clauses:
        for before, numbers in clause.comes_from.items():
            if number in numbers:
                return say(
                    "{number} of {before} is {clause} here",
                    number=number,
                    before=before,
                    clause=clause.id,
                )
    return None
