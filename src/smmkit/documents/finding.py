"""What audits find, and what is done about it."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Record, Task
from smmkit.documents.types import Ahead, AnyId, Clause, Name, PastDay, Person, Unit
from smmkit.model.marks import Asks, Brings, Label, MayBe, OtherThan, RefersTo, Trait, Ways
from smmkit.model.part import Flag, Part, Text
from smmkit.words import ClosedList


class Grade(ClosedList):
    """How grave a finding is, in the auditor's own grading."""

    MAJOR = "major", "major nonconformity"
    MINOR = "minor", "minor nonconformity"
    CONCERN = "concern", "area of concern"
    OBSERVATION = "observation"
    IMPROVEMENT = "improvement", "opportunity for improvement"
    POSITIVE = "positive", "positive practice"


class Effectiveness(Part):
    """Whether the action helped, seen by somebody after some time (ISO 9001, 10.2.1 d)."""

    checked_on: PastDay
    """The day of the check."""
    by: Person
    """The person who checked; not the one who acted."""
    effective: Flag
    """Whether it helped."""
    how: Annotated[Text, Asks.FOUND]
    """How it was found out."""


class Decision(Part):
    """What the organization decided about a suggestion (juknis II.B4 b)."""

    on: PastDay
    """The day of the decision."""
    accepted: Flag
    """Whether it is followed."""
    reason: Text | None = None
    """Why."""


class PossibleCause(Part):
    """One of the causes that were looked at, on the bone of a fishbone diagram where it belongs."""

    bone: Annotated[Text, MayBe.WELL]
    """What it has to do with, in one's own words: people, method, tools, place, material."""
    what: Text
    """What may have caused it."""


class AuditFinding(Record):
    """What an audit found, and what followed (ISO 9001, 9.2 and 10.2)."""

    kind: Literal["finding"]
    audit: Annotated[Text, RefersTo("audit"), Brings("date", unit="units")]
    """The audit that found it."""
    grade: Grade
    """How grave it is, as the auditor says."""
    clause: Clause
    """The clause that it is about."""
    unit: Unit
    """The unit where it was found."""
    statement: Annotated[Text, Asks.FOUND]
    """The auditor's own words."""
    observed: (
        Annotated[
            Text, Label("Objective evidence"), Asks.SEEN, Trait.EXPLAINS, OtherThan("statement")
        ]
        | None
    ) = None
    """The objective evidence: what was seen, where, how often."""
    justification: Annotated[Text, Asks.FOUND] | None = None
    """Why it has this grade."""
    response_due: Ahead | None = None
    """The day by which the auditor wants an answer."""
    correction: Task | None = None
    """What put this case right."""
    cause: Annotated[Text, Asks.SEEN, Trait.EXPLAINS] | None = None
    """Why it happened."""
    cause_method: Name | None = None
    """How the cause was found: five whys, fishbone."""
    whys: tuple[Text, ...] = ()
    """Each answer to the question why, one below the other; the last is the cause."""
    causes: Annotated[tuple[PossibleCause, ...], Label("Possible causes")] = ()
    """What was looked at, for a fishbone diagram."""
    action: Annotated[Task, Label("Corrective action")] | None = None
    """What keeps it from happening again."""
    effectiveness: Effectiveness | None = None
    """Whether that helped."""
    decision: Decision | None = None
    """For a suggestion: whether it is followed."""
    accepted: PastDay | None = None
    """The day on which the auditor accepted the answer."""


class CorrectiveAction(Record):
    """What is done so that a nonconformity does not come again, wherever it was seen (10.2)."""

    ways: ClassVar = (Ways("about", "from_elsewhere", only=False),)

    kind: Literal["corrective-action"]
    about: Annotated[tuple[AnyId, ...], Trait.USED] = ()
    """What it follows from: findings, feedback, nonconforming outputs, indicators."""
    from_elsewhere: Annotated[Text, Label("Other occasion")] | None = None
    """What it follows from, where that has no id: an incident, a hint, a look at the work."""
    unit: Unit
    """The unit that acts."""
    statement: Annotated[Text, Asks.FOUND]
    """What is wrong."""
    correction: Task | None = None
    """What put this case right."""
    cause: Annotated[Text, Asks.SEEN, Trait.EXPLAINS] | None = None
    """Why it happened."""
    cause_type: Annotated[Text, Label("Sort of cause")] | None = None
    """What sort of cause it is, in one's own words: people, method, tools."""
    cause_method: Name | None = None
    """How the cause was found: five whys, fishbone."""
    whys: tuple[Text, ...] = ()
    """Each answer to the question why, one below the other; the last is the cause."""
    causes: Annotated[tuple[PossibleCause, ...], Label("Possible causes")] = ()
    """What was looked at, for a fishbone diagram."""
    elsewhere: Annotated[Text, Asks.SEEN] | None = None
    """Whether it could happen elsewhere, too (10.2.1 b)."""
    actions: tuple[Task, ...]
    """What keeps it from happening again."""
    effectiveness: Effectiveness | None = None
    """Whether that helped."""
