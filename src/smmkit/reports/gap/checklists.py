"""The other standards that the QMS answers to: what of them the folder proves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.views import of_unit
from smmkit.analyses.proof.proof import Shown
from smmkit.page import Block, Heading, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports.gap.proofs import documents, strength
from smmkit.standards import Standard
from smmkit.words import Words, say


@dataclass(frozen=True, slots=True)
class Demand:
    """One line of a checklist: its number, what is asked for, and what proves it."""

    id: str
    what: Words
    proof: Shown

    FOR_PROGRAMS: ClassVar = {"id": "id", "what": "what"} | {
        name: f"proof.{path}" for name, path in Shown.FOR_PROGRAMS.items()
    }


@dataclass(frozen=True, slots=True)
class Checklist:
    """Another standard that the QMS answers to, and its demands."""

    standard: Standard
    demands: tuple[Demand, ...]

    FOR_PROGRAMS: ClassVar = {"standard": "standard.id", "items": "demands"}


def checklists(qms: Qms, found: list[Gap], unit: str | None = None) -> list[Checklist]:
    """A checklist for each of these standards; of a unit, what of them is its own."""
    own = [of_unit(qms, one, unit) if unit else one for one in found]
    return [Checklist(one.standard, tuple(demands(one))) for one in own]


def demands(found: Gap) -> Iterator[Demand]:
    """The demands of a standard: each clause, and below it each document that it asks for."""
    for clause in found.clauses:
        yield Demand(clause.clause.id, clause.clause.title, clause.proof)
        for item in found.mandatory:
            if item.clause is clause.clause:
                yield Demand(item.clause.id, item.item.what, item.proof)


def checklist_tables(found: list[Checklist]) -> list[Block]:
    """A heading and a table for each checklist."""
    readings: list[Reading[Demand]] = [
        Reading(say("No."), lambda one: one.id, Shape.CODE),
        Reading(say("What is asked for"), lambda one: one.what, width=5),
        Reading(say("Proof"), lambda one: strength(one.proof), width=2),
        Reading(say("Documents"), lambda one: documents(one.proof), width=3),
    ]
    blocks: list[Block] = []
    for one in found:
        table = table_of(one.standard.id, readings, one.demands)
        blocks += [Heading(one.standard.title), table]
    return blocks
