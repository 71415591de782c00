"""Training: what was taught to whom, and whether it helped."""

from typing import Annotated, Literal

from smmkit.documents.base import Record
from smmkit.documents.types import CommonName, File, LastDay, PastDay, Person, Phrase, Unit
from smmkit.model.marks import Among, Asks, Trait, Wide
from smmkit.model.part import Flag, Number, Part, Text, Whole
from smmkit.words import ClosedList


class TrainingType(ClosedList):
    """What sort of training it is."""

    BRIEFING = "briefing"
    COURSE = "course"
    WORKSHOP = "workshop"
    CERTIFICATION = "certification"
    ON_THE_JOB = "on-the-job"


class Audience(ClosedList):
    """For whom it is (juknis II.A6)."""

    INTERNAL_AUDITORS = "internal-auditors"
    QUALITY_TEAM = "quality-team"
    ALL_STAFF = "all-staff"


class Attendance(Part):
    """Somebody who attended; or, without naming anybody, how many of a unit did."""

    person: Annotated[Person, Wide(2)] | None = None
    """The person who attended."""
    unit: Unit | None = None
    """The unit of which so many attended."""
    attended: Whole = 1
    """How many attended."""
    invited: Whole | None = None
    """How many were asked to."""
    score_before: Number | None = None
    """The score in the test before, 0 to 100."""
    score_after: Number | None = None
    """The score in the test after, 0 to 100."""
    certificate: File | None = None
    """The certificate."""
    until: LastDay | None = None
    """The last day on which the certificate holds."""


class TrainingEvaluation(Part):
    """Whether the training helped, seen some time later (ISO 9001, 7.2 c)."""

    on: PastDay
    """The day of the evaluation."""
    by: Person | None = None
    """The person who evaluated."""
    how: Annotated[Phrase, Asks.FOUND]
    """How it was found out."""
    effective: Flag
    """Whether it helped."""
    result: Annotated[Phrase, Asks.FOUND] | None = None
    """What came out."""


class Training(Record):
    """A training, workshop or briefing (ISO 9001, 7.2 and 7.3; juknis II.A6)."""

    kind: Literal["training"]
    training_type: Annotated[Text, Among(TrainingType)]
    """What sort of training it was, or its format in one's own words."""
    audience: tuple[Annotated[Text, Among(Audience)], ...]
    """For whom it was; where none of the words fits, in one's own."""
    topic: Annotated[Text, Asks.MORE]
    """What was taught."""
    until: LastDay | None = None
    """The last day, if it lasted longer than one."""
    hours: Number | None = None
    """How many hours of teaching it had."""
    trainer: CommonName | None = None
    """Who taught: a person or a body from outside, or a position inside."""
    place: Annotated[Text, Trait.COMMON] | None = None
    """Where it was."""
    attendance: tuple[Attendance, ...] = ()
    """Who attended."""
    evaluations: tuple[TrainingEvaluation, ...] = ()
    """Whether it helped."""
