"""Standards as data: clauses, requirements, and what in a folder proves them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from smmkit.part import Part, Text
from smmkit.words import Words

SHIPPED = Path(__file__).parent
"""The folder of the packs that come with smmkit; a copy in a QMS folder goes before them."""


class Phase(StrEnum):
    """A phase of the PDCA circle."""

    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"


class Condition(StrEnum):
    """What a document must be to count as proof; analyses/proof.py looks."""

    APPROVED = "approved"
    CURRENT = "current"
    IN_PERIOD = "in-period"
    CLOSED = "closed"
    MEASURED = "measured"


class Proof(Part):
    """What in the folder proves a clause, or an item of documented information."""

    kinds: tuple[Text, ...]
    at_least: int = 1
    """The smallest number of documents that is enough."""
    named: bool = True
    """Whether a document counts only if it names the clause, or a group above it."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Fields, and the values that they may have."""
    conditions: tuple[Condition, ...] = ()
    months: int = 12
    """For `in-period`: how far back from the day of judgement."""


class Requirement(Part):
    """One thing that a clause asks, in our own words."""

    id: Text
    text: Words
    conditional: bool = False
    """It bites only when its condition arises."""
    any_of: bool = False
    """One of those in the clause that are marked so is enough."""
    blocking: bool = False
    """Without it no certification audit should be asked for."""
    amendment: Text | None = None
    weight: int = 1


class DocumentedInformation(Part):
    """A document or record that a clause asks for."""

    kind: Literal["maintain", "retain"]
    basis: Literal["explicit", "implied"] = "explicit"
    requirements: tuple[Text, ...] = ()
    conditional: bool = False
    what: Words
    proof: Proof | None = None


class Examples(Part):
    """Typical evidence, in each language."""

    en: tuple[Text, ...] = ()
    id: tuple[Text, ...] = ()


class Chapter(Part):
    """A heading: a chapter, or a group of clauses below one."""

    id: Text
    title: Words
    phase: Phase
    parent: Text | None = None


class StandardClause(Part):
    """A clause with requirements of its own."""

    id: Text
    parent: Text
    title: Words
    phase: Phase
    na_allowed: bool = False
    evidence: Examples = Examples()
    proof: Proof | None = None
    requirements: tuple[Requirement, ...]
    documented_information: tuple[DocumentedInformation, ...] = ()


class Standard(Part):
    """A standard, a regulation, or a guide: what is asked, in order."""

    kind: Literal["standard"]
    id: Text
    title: Words
    edition: Text
    version: Text
    disclaimer: Words
    chapters: tuple[Chapter, ...]
    clauses: tuple[StandardClause, ...]

    @cached_property
    def parts(self) -> tuple[Chapter | StandardClause, ...]:
        """Chapters and groups, then clauses."""
        return (*self.chapters, *self.clauses)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every number that a document may name: chapters, groups and clauses."""
        return frozenset(part.id for part in self.parts)

    @cached_property
    def requirement_ids(self) -> frozenset[str]:
        """Every requirement by its id, and every clause."""
        ids = {r.id for clause in self.clauses for r in clause.requirements}
        return frozenset(ids | {clause.id for clause in self.clauses})

    @cached_property
    def above(self) -> dict[str, tuple[str, ...]]:
        """For each clause, the groups that it lies in, nearest first; never by its spelling."""
        parents = {part.id: part.parent for part in self.parts}
        lines = {}
        for clause in self.clauses:
            line, group = [], parents[clause.id]
            while group and group not in line:
                line.append(group)
                group = parents.get(group)
            lines[clause.id] = tuple(line)
        return lines

    @cached_property
    def order(self) -> dict[str, int]:
        """Where a clause or group stands, for sorting: 10.1 comes after 9.3."""
        return {part.id: i for i, part in enumerate(self.parts)}


@cache
def shipped() -> list[str]:
    """The ids of the packs that come with smmkit."""
    return sorted(file.stem for file in SHIPPED.glob("*.yaml"))
