"""The whole QMS: what a folder says on one day, and what was wrong on the way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from smmkit.documents import Information, Thing
from smmkit.documents.settings import Settings
from smmkit.files.tree import Tree
from smmkit.layout import DEFAULT_STANDARD
from smmkit.location import Path
from smmkit.model.marks import Reference
from smmkit.problem.first import FirstProblems
from smmkit.standards import Standard, shipped, shipped_standard
from smmkit.yaml_text.source import Source

if TYPE_CHECKING:
    from smmkit.standards.contents import Contents
    from smmkit.standards.cycles import Cycle
    from smmkit.standards.drills import Drill
    from smmkit.standards.flows import AuditFlow
    from smmkit.standards.journeys import Journey
    from smmkit.standards.measures import Measures
    from smmkit.standards.rehearsals import Rehearsal
    from smmkit.standards.risk_matrices import MatrixOfRisks
    from smmkit.standards.survey_rules import SurveyRule
    from smmkit.standards.vocabulary import Vocabulary

T = TypeVar("T", bound=Thing)
F = TypeVar("F")


class Seen(NamedTuple):
    """What can be seen of a file that faults keep out."""

    stand_in: Information
    """Its class, its path and its id; every other field is None."""
    names: list[tuple[Path, str, Reference]]
    """What it names: where, what, and what is wanted there."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What is left of a file that could not become a document: ids that others may name."""

    path: str
    kind: str
    ids: tuple[str, ...]
    seen: Seen | None = None
    is_closed: bool = False
    """Whether it could not be opened: anything may stand in it."""


def nothing() -> None:
    """Nobody waits for anything else."""


@dataclass(eq=False)
class Qms:
    """What a folder of documents says, taken together, on one day."""

    tree: Tree
    as_of: date
    today: date
    """The day it is, or was when the folder was pinned: nothing that happened can be later."""
    settings: Settings | None = None
    documents: list[Information] = field(default_factory=list)
    things: dict[str, Thing] = field(default_factory=dict)
    """Everything with an id: documents and the entries in them."""
    homes: dict[str, tuple[Information, Path]] = field(default_factory=dict)
    """For every id, the document where it stands, and its key path there."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Every text that could be read, by its path, also where no document came of it."""
    stubs: list[Stub] = field(default_factory=list)
    stub_of: dict[str, Stub] = field(default_factory=dict)
    packs: dict[str, Standard] = field(default_factory=dict)
    drills: dict[str, Drill] = field(default_factory=dict)
    contents: dict[str, Contents] = field(default_factory=dict)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    survey_rules: dict[str, SurveyRule] = field(default_factory=dict)
    risk_matrices: dict[str, MatrixOfRisks] = field(default_factory=dict)
    rehearsals: dict[str, Rehearsal] = field(default_factory=dict)
    measures: dict[str, Measures] = field(default_factory=dict)
    cycles: dict[str, Cycle] = field(default_factory=dict)
    journeys: dict[str, Journey] = field(default_factory=dict)
    flows: dict[str, AuditFlow] = field(default_factory=dict)
    found: FirstProblems = field(default_factory=FirstProblems)
    people: str = ""
    """How people appear to who is outside: `codes`, `names`; empty as their register allows it."""
    shown: frozenset[str] | None = None
    """The classes that readers of a site see: nothing of another is called by its title. None elsewhere."""
    before: Qms | None = None
    """The same folder at an earlier revision, if one is compared with."""
    pulse: Callable[[], None] = nothing
    """Called again and again where long work is done; what it raises ends it."""
    _facts: dict[Any, Any] = field(default_factory=dict)

    def on(self, day: date) -> Qms:
        """The same QMS, judged on another day."""
        return replace(self, as_of=day, today=max(self.today, day), _facts={})

    def of(self, kind: type[T]) -> list[T]:
        """All documents of one type, in the order of their paths.

        Why by their classes, and once: pydantic looks at each instance anew, at ten times the cost, and
        every second rule asks.
        """
        if kind not in self._facts:
            types = {one for one in set(map(type, self.documents)) if issubclass(one, kind)}
            self._facts[kind] = [one for one in self.documents if type(one) in types]
        return [*self._facts[kind]]

    def get(self, id: str, kind: type[T]) -> T | None:
        """The thing with this id, if it is of this type."""
        thing = self.things.get(id)
        return thing if isinstance(thing, kind) else None

    def may_be_there(self, id: str) -> bool:
        """Whether there is a thing with this id, or may be in a file or a folder that cannot be read."""
        return id in self.things or id in self.stub_of or any(stub.is_closed for stub in self.stubs)

    def fact(self, analysis: Callable[[Qms], F]) -> F:
        """What an analysis says of this QMS; computed once."""
        self.pulse()
        if analysis not in self._facts:
            self._facts[analysis] = analysis(self)
        return cast("F", self._facts[analysis])

    def fact_as(self, analysis: Callable[[Qms], F], known: F) -> None:
        """Take what an analysis says of another day for what it says of this, where no day changes it."""
        self._facts[analysis] = known

    def standard(self, id: str) -> Standard | None:
        """The standard of this id on the day: the folder's own copy, or the one that comes with smmkit."""
        if id not in self.packs and id in shipped():
            self.packs[id] = shipped_standard(id)
        known = self.packs.get(id)
        return known.on(self.as_of) if known else None

    @property
    def standard_ids(self) -> tuple[str, ...]:
        """The standards that the QMS answers to, the first being the default."""
        return self.settings.standards if self.settings else (DEFAULT_STANDARD,)

    def clause(self, name: str, document: Information) -> tuple[Standard | None, str]:
        """The standard and the number that a document means: "8.5.1", or "juknis/A4".

        Without a name it is the standard that the document itself is about, else the first; a number
        that only the edition before that one has is one of the edition before.
        """
        standard, slash, number = name.rpartition("/")
        known = self.standard(standard if slash else document.yardstick or self.standard_ids[0])
        if known and known.transition and not (slash or document.yardstick or known.has(number)):
            before = self.standard(known.transition.replaces)
            if before and before.has(number):
                return before, number
        return known, number
