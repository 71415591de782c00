"""The people of the QMS, the roles they hold, and what each position is there for."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry, Register
from smmkit.documents.types import (
    AnyId,
    Decree,
    FirstDay,
    LastDay,
    Person,
    Purpose,
    RoleHeld,
    Sentence,
    Unit,
)
from smmkit.model.marks import Asks, Blank, Label, RefersTo, Trait, Wide, Wish
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Standing(ClosedList):
    """In what standing a role is held; acting officers decide nothing strategic (UU 30/2014)."""

    DEFINITIVE = "definitive"
    ACTING = "acting"


class Assignment(Part):
    """A role that a person holds for some time, by decree."""

    role: Annotated[RoleHeld, Blank("role")]
    """The role or position, as in the approvals."""
    unit: Unit
    """The unit in which it is held."""
    since: FirstDay
    """The first day in the role."""
    until: LastDay | None = None
    """The last day in the role."""
    decree: Decree | None = None
    """The decree by which it is held."""
    standing: Annotated[Standing, Label("Standing in the role")] = Standing.DEFINITIVE
    """Whether it is held for good or for somebody else."""

    def is_held_on(self, day: date) -> bool:
        """Whether it is held on a day; the first and the last day count."""
        return self.since <= day and (self.until is None or day <= self.until)


class PersonEntry(Entry):
    """A person; the title is the name."""

    kind_of_entry: ClassVar[str] = "person"
    prefix: ClassVar[str] = "P"

    title: Annotated[Sentence, Blank("head_name"), Trait.COMMON]
    """The name."""
    assignments: Annotated[tuple[Assignment, ...], Trait.USED] = ()
    """The roles that the person holds or held."""

    def works_in(self, day: date) -> set[str]:
        """The units of the roles on a day; that of an auditor is no work, where there is another."""
        work = [one for one in self.held_on(day) if "auditor" not in one.role.casefold()]
        return {one.unit for one in work or self.held_on(day)}

    def held_on(self, day: date, role: str | None = None) -> tuple[Assignment, ...]:
        """The roles that the person holds on a day; of one name, if it is given."""
        held = (one for one in self.assignments if one.is_held_on(day))
        return tuple(one for one in held if role in {None, one.role})

    def is_out_of_office(self, day: date) -> bool:
        """Whether a person has roles in the register, and holds none of them on a day."""
        return bool(self.assignments) and not self.held_on(day)


class People(Register):
    """Who holds which role (ISO 9001, 5.3; juknis II.A5). To be kept at home: personal data."""

    kind: Literal["people"]
    entries: tuple[PersonEntry, ...] = ()
    """The people, each with an id."""


class RoleEntry(Entry):
    """A role in the QMS, whoever holds it."""

    kind_of_entry: ClassVar[str] = "role"
    prefix: ClassVar[str] = "ROLE"

    unit: Unit | None = None
    """The unit in which it is held, where it is one only."""
    duties: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What the role answers for."""
    authority: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What the role may decide."""
    reports_to: Annotated[Text, RefersTo("role", upward=True)] | None = None
    """The role to which it reports."""


class Roles(Register):
    """Roles, responsibilities and authorities in the QMS (ISO 9001, 5.3)."""

    is_system: ClassVar[bool] = True

    kind: Literal["roles"]
    entries: tuple[RoleEntry, ...] = ()
    """The roles, each with an id."""


class JobDescription(Document):
    """What one position is there for (uraian tugas; ISO 9001, 5.3 and 7.2; juknis II.A7)."""

    is_system: ClassVar[bool] = True

    kind: Literal["job-description"]
    unit: Unit
    """The unit of the position."""
    reports_to: Annotated[Text, RefersTo("job-description", upward=True)] | None = None
    """The position above it."""
    purpose: Purpose | None = None
    """What the position is there for, in one sentence."""
    duties: tuple[Annotated[Text, Asks.MORE], ...]
    """What the position does."""
    authority: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What the position may decide."""
    qualifications: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """Education, training and experience that it needs."""
    legal_basis: tuple[Annotated[Text, RefersTo("regulation")], ...] = ()
    """The regulations that it follows from."""


class Criterion(ClosedList):
    """What somebody is chosen for the team by (juknis II.A5)."""

    REPRESENTS_UNIT = "represents-unit", "represents a unit"
    KNOWS_PROCESSES = "knows-processes", "knows the processes"
    COOPERATES = "cooperates", "cooperates and coordinates"
    COMMUNICATES = "communicates", "communicates well"
    MOTIVATED = "motivated", "motivated to improve"


class CriterionMet(Part):
    """How somebody meets one criterion."""

    criterion: Criterion
    """The criterion."""
    proof: Annotated[Sentence, Asks.FOUND]
    """What shows that it is met."""
    evidence: Annotated[tuple[AnyId, ...], Wide(3)] = ()
    """The documents that show it."""


class Member(Part):
    """A member of a team."""

    person: Annotated[Person, Wide(2)]
    """The person."""
    role: RoleHeld
    """The role in the team: chair, secretary, coordinator of a unit, member."""
    unit: Unit
    """The unit that the member speaks for."""
    criteria: Annotated[tuple[CriterionMet, ...], Wide(3), Wish("quality-team")] = ()
    """How the member meets the criteria."""


class TeamType(ClosedList):
    """Which team it is."""

    QUALITY_MANAGEMENT = "quality-management"
    INTERNAL_AUDIT = "internal-audit"


class Team(Document):
    """The quality management team, or the internal audit team (juknis II.A5)."""

    kind: Literal["team"]
    team_type: TeamType
    """Which team it is."""
    decree: Decree | None = None
    """The decree that forms it."""
    since: FirstDay
    """The first day of its term."""
    until: LastDay | None = None
    """The last day of its term."""
    members: tuple[Member, ...]
    """Who is in it."""
