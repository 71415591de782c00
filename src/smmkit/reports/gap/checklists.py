"""The other standards that the QMS answers to: what of them the folder proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.proof import Shown
from smmkit.page import Block, Heading, Shape
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports.gap.proofs import documents, strength
from smmkit.standards import Standard
from smmkit.words import Words, say


def checklist_tables(qms: Qms, standard: Standard) -> list[Block]:
    """The other standards that the QMS answers to: what of them the folder proves."""
    readings: list[Reading[Demand]] = [
        Reading(say("No."), lambda one: one.id, Shape.CODE),
        Reading(say("What is asked for"), lambda one: one.what, width=5),
        Reading(say("Proof"), lambda one: strength(one.proof), width=2),
        Reading(say("Documents"), lambda one: documents(one.proof), width=3),
    ]
    blocks: list[Block] = []
    for other in others(qms, standard):
        blocks += [
            Heading(other.title),
            table_of(other.id, readings, checklist(qms, other)),
        ]
    return blocks


def others(qms: Qms, standard: Standard) -> list[Standard]:
    """The standards of the QMS but this one."""
    known = [qms.standard(id_) for id_ in qms.standard_ids]
    return [other for other in known if other is not None and other.id != standard.id]


@dataclass(frozen=True, slots=True)
class Demand:
    """One line of a checklist: its number, what is asked for, and what proves it."""

    id: str
    what: Words
    proof: Shown

    FOR_PROGRAMS: ClassVar = {"id": "id", "what": "what"} | {
        name: f"proof.{path}" for name, path in Shown.FOR_PROGRAMS.items()
    }


def checklist(qms: Qms, standard: Standard) -> list[Demand]:
    """The demands of a standard: each clause, and below it each document that it asks for."""
    found = gap(qms, standard)
    rows: list[Demand] = []
    for clause in found.clauses:
        rows.append(Demand(clause.clause.id, clause.clause.title, clause.proof))
        rows += [
            Demand(m.clause.id, m.item.what, m.proof)
            for m in found.mandatory
            if m.clause is clause.clause
        ]
    return rows
