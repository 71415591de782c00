"""What the work needs to be known, who knows it, and the training that is planned for it."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Register
from smmkit.documents.types import (
    AnyId,
    DueDay,
    LastDay,
    Owner,
    Person,
    Phrase,
)
from smmkit.model.marks import Asks, Label, RefersTo, Trait, Ways, Wide
from smmkit.model.part import Flag, Number, Text


class CompetenceEntry(Entry):
    """A competence that the work of somebody needs; the title names it."""

    kind_of_entry: ClassVar[str] = "competence"
    prefix: ClassVar[str] = "KP"
    ways: ClassVar = (Ways("person", "role", only=False), Ways("required", "level", only=False))

    person: Annotated[Person, Wide(2), Trait.USED] | None = None
    """The person who needs it."""
    role: Annotated[Text, RefersTo("role"), Wide(2), Trait.COMMON] | None = None
    """The role that needs it, whoever holds it."""
    required: Annotated[Phrase, Trait.USED] | None = None
    """What is needed: education, training, experience."""
    level: Annotated[Number, Label("Level needed")] | None = None
    """The level that is needed."""
    held: Annotated[Phrase, Asks.MORE] | None = None
    """What the person has, or those who hold the role."""
    level_held: Annotated[Number, Label("Level held")] | None = None
    """The level that is reached."""
    sufficient: Flag
    """Whether what is held is enough."""
    evidence: Annotated[tuple[AnyId, ...], Wide(3)] = ()
    """The documents that show it."""
    until: Annotated[LastDay, Trait.RENEWED] | None = None
    """The last day on which the certificate holds."""
    action: Annotated[Phrase, Asks.MORE] | None = None
    """What is done where it is not enough."""
    due: DueDay | None = None
    """The day by which that is done."""


class PlannedTraining(Entry):
    """A training that is still to come, or was to come; the title says what is to be learned."""

    kind_of_entry: ClassVar[str] = "planned-training"
    prefix: ClassVar[str] = "RP"

    due: DueDay
    """The day by which it is to be held."""
    competences: Annotated[tuple[Annotated[Text, RefersTo("competence")], ...], Wide(2)] = ()
    """The competences that it is to bring."""
    audience: Annotated[Phrase, Label("For whom")] | None = None
    """For whom it is, in one's own words."""
    format: Annotated[Phrase, Label("How")] | None = None
    """How it is held: course, on the job, reading."""
    owner: Owner | None = None
    """The unit or the role that sees to it."""
    held: Annotated[Text, RefersTo("training"), Label("Held as")] | None = None
    """The training by which it was held."""


class Competences(Register):
    """Which competence the work needs, who has it, what is planned (ISO 9001, 7.2; juknis II.A6)."""

    kind: Literal["competences"]
    levels: Annotated[Text, RefersTo("scale"), Label("Scale of levels")] | None = None
    """The scale that says what the levels are."""
    entries: tuple[CompetenceEntry, ...] = ()
    """The competences, each with an id."""
    training_plan: tuple[PlannedTraining, ...] = ()
    """The trainings that are planned, each with an id."""
