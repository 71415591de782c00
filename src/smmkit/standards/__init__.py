"""Standards as data: clauses, requirements, and what in a folder proves them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from smmkit.model.part import Dimension, Part, Text
from smmkit.standards.editions import Amendment, Change, Edition, Known, Transition
from smmkit.standards.proof import Bearing, Proof
from smmkit.standards.readiness import Stage
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours

SHIPPED = Path(__file__).parent
"""The folder of the packs that come with smmkit; a copy in a QMS folder goes before them."""


class Phase(ClosedList):
    """A phase of the PDCA circle."""

    PLAN = "plan", "Plan (P)"
    DO = "do", "Do (D)"
    CHECK = "check", "Check (C)"
    ACT = "act", "Act (A)"


class Home(Part):
    """Where smmkit meets a demand; one that has no home yet, or half a home, says why."""

    kinds: tuple[Text, ...] = ()
    """Kinds of documents that hold it, or a field of one: `qms`, `qms.purpose`."""
    commands: tuple[Text, ...] = ()
    """Commands that do it or show it."""
    outputs: tuple[Text, ...] = ()
    """What comes out: `report: kpi`, `sheet: procedure`, `bundle: 01-index.pdf`."""
    not_yet: Words | None = None
    """What is still missing."""


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
    """The name of the amendment that asks for it; it is nothing that can be asked for before."""
    weight: int = 1
    """What it counts in the score; with 0 it is listed and counts nothing."""
    phase: Phase | None = None
    """Its phase, where it is not that of the clause."""
    dimension: Dimension | None = None
    met_by: Home | None = None
    change: Change | None = None
    """Whether the edition before it asked for it; what is new is shown by nothing that was shown then."""
    proof: Proof | None = None
    """What shows it, where that is not what shows its clause."""
    bears: tuple[Bearing, ...] = ()
    """What the documents that show it are asked, too, where it is claimed to be met as a whole."""
    known: Known | None = None


class Keeping(ClosedList):
    """What is done with documented information: a document is maintained, a record retained."""

    MAINTAIN = "maintain"
    RETAIN = "retain"
    AVAILABLE = "available"
    AS_EVIDENCE = "available-as-evidence"


class DocumentedInformation(Part):
    """A document or record that a clause asks for."""

    kind: Keeping
    basis: Literal["explicit", "implied"] = "explicit"
    requirements: tuple[Text, ...] = ()
    conditional: bool = False
    what: Words
    proof: Proof | None = None
    known: Known | None = None


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
    known: Known | None = None


class StandardClause(Part):
    """A clause with requirements of its own."""

    id: Text
    parent: Text
    title: Words
    phase: Phase
    na_allowed: bool = False
    evidence: Examples = Examples()
    note: Words | None = None
    """What the source leaves open here, and what is made of it."""
    proof: Proof | None = None
    comes_from: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    """For another standard, by its id, the clauses there that became this one."""
    change: Words | None = None
    """What is different to those; without it, nothing is known to be."""
    to_do: Words | None = None
    """What that asks of an organization that meets those."""
    known: Known | None = None
    """Where its number, its title and what it comes from are known from."""
    requirements: tuple[Requirement, ...]
    documented_information: tuple[DocumentedInformation, ...] = ()

    @property
    def proofs(self) -> Iterator[Proof]:
        """Every proof of it: its own, those of its parts, and what each is joined with."""
        items = (item.proof for item in self.documented_information)
        for proof in (self.proof, *items, *(one.proof for one in self.requirements)):
            yield from proof.every if proof else ()

    def phase_of(self, requirement: Requirement) -> Phase:
        """The phase of one of its requirements."""
        return requirement.phase or self.phase

    def without(self, amendments: Collection[str]) -> StandardClause:
        """The clause without what amendments have added."""
        if not any(one.amendment in amendments for one in self.requirements):
            return self
        kept = (one for one in self.requirements if one.amendment not in amendments)
        return self.model_copy(update={"requirements": tuple(kept)})


class Standard(Part):
    """A standard, a regulation, or a guide: what is asked, in order."""

    kind: Literal["standard"]
    id: Text
    title: Words
    edition: Text
    version: Text
    disclaimer: Words
    sources: dict[Text, Words] = Field(default_factory=dict)
    """What `known` names as sources."""
    editions: tuple[Edition, ...] = ()
    """The works that papers cite, itself and others, and from and until which day."""
    amendments: tuple[Amendment, ...] = ()
    """What was added to it since, in the order of time."""
    transition: Transition | None = None
    """The change to it from the edition before."""
    wishes: tuple[Text, ...] = ()
    """What it asks for that others do not: rules, fields and proofs that name the wish hold with it."""
    chapters: tuple[Chapter, ...]
    clauses: tuple[StandardClause, ...]
    readiness: tuple[Stage, ...] = ()
    """What must stand before registration, stage 1, stage 2 and surveillance."""

    def on(self, day: date) -> Standard:
        """The standard as it was on a day: with the title of then, and nothing that was added later."""
        coming = [one for one in self.amendments if one.since > day]
        return self.before(coming[0]) if coming else self

    def before(self, amendment: Amendment) -> Standard:
        """The standard until an amendment; made once, so that it is known again."""
        if amendment.name not in self.earlier:
            names = {one.name for one in self.amendments if one.since >= amendment.since}
            fields = {name: getattr(self, name) for name in type(self).model_fields}
            fields["title"] = amendment.title_before
            fields["clauses"] = tuple(clause.without(names) for clause in self.clauses)
            made = type(self).model_construct(**fields)
            made.__dict__["requirement_ids"] = (
                self.requirement_ids
            )  # a later paper may speak of all
            self.earlier[amendment.name] = made
        return self.earlier[amendment.name]

    @cached_property
    def earlier(self) -> dict[str, Standard]:
        """What it was before each of its amendments, as far as that was asked."""
        return {}

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

    def has(self, number: str) -> bool:
        """Whether a document may name this number: a chapter, a group, a clause or a requirement."""
        return number in self.known or number in self.requirement_ids

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


@cache
def shipped_standard(id: str) -> Standard:
    """A pack that comes with smmkit, by its id; it is read once, as nothing in it changes."""
    return Standard.model_validate(read_ours((SHIPPED / f"{id}.yaml").read_text("utf-8")))
