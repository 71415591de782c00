"""Audits: their programme, and how they were done."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.assessment import Status
from smmkit.documents.base import Document, Entry, Record
from smmkit.documents.types import (
    Body,
    Clause,
    CommonName,
    Extent,
    File,
    Finding,
    FirstDay,
    LastDay,
    PastDay,
    Period,
    Person,
    Sentence,
    Unit,
    What,
)
from smmkit.model.marks import (
    STANDARD,
    Asks,
    Blank,
    Brings,
    Label,
    OtherThan,
    RefersTo,
    Trait,
    Ways,
    Wide,
)
from smmkit.model.part import Day, Flag, Part, Text
from smmkit.words import ClosedList

ProcessId = Annotated[Text, RefersTo("process")]


class AuditType(ClosedList):
    """Which audit of the cycle it is (ISO/IEC 17021-1, 9; juknis II.B3 to II.C2)."""

    INTERNAL = "internal"
    STAGE_1 = "stage-1"
    STAGE_2 = "stage-2"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SPECIAL = "special", "special audit"


class Place(ClosedList):
    """Where it is done (juknis I.D)."""

    ON_SITE = "on-site"
    OFF_SITE = "off-site"


class CalledOff(Part):
    """That a planned audit is not held."""

    on: PastDay
    """The day on which that was decided."""
    reason: Sentence
    """Why."""


class PlannedAudit(Entry):
    """An audit that the programme plans."""

    kind_of_entry: ClassVar[str] = "planned-audit"
    prefix: ClassVar[str] = "RA"
    ways: ClassVar = (Ways(("since", "until"), "period"),)

    audit_type: Annotated[AuditType, Label("Type of audit")]
    """Which audit it is."""
    since: Annotated[FirstDay, Trait.USED] | None = None
    """The first day of the time in which it is due."""
    until: Annotated[LastDay, Trait.USED] | None = None
    """The last day of the time in which it is due."""
    period: Period | None = None
    """The month, the quarter or the year in which it is due, where no days are set."""
    units: Annotated[tuple[Unit, ...], Wide(2), Trait.USED] = ()
    """The units to be audited."""
    processes: Annotated[tuple[ProcessId, ...], Wide(2)] = ()
    """The processes to be audited."""
    audited_clauses: Annotated[tuple[Clause, ...], Label("Clauses to be audited")] = ()
    """The clauses to be audited."""
    auditors: Annotated[tuple[Person, ...], Trait.USED] = ()
    """The auditors who are meant to do it."""
    instead_of: tuple[Annotated[Text, RefersTo("planned-audit")], ...] = ()
    """The entries of an earlier programme that it takes over: audits that were moved to this time."""
    reason: Sentence | None = None
    """Why then, why there: importance, changes, earlier results."""
    cancelled: CalledOff | None = None
    """That it is not held, since when and why; one that was moved is named where it is held."""


class AuditProgramme(Document):
    """The audits of a year or a cycle (ISO 9001, 9.2.2 a; juknis II.B3, II.C1)."""

    kind: Literal["audit-programme"]
    since: FirstDay
    """The first day of the programme."""
    until: LastDay
    """The last day of the programme."""
    objectives: tuple[Text, ...] = ()
    """What the programme is there for."""
    methods: tuple[Text, ...] = ()
    """How audits are done: interview, observation, documents, samples."""
    entries: tuple[PlannedAudit, ...]
    """The planned audits, each with an id."""


class Auditor(Part):
    """Somebody who audits: a person of the register, or a guest by name and body."""

    person: Annotated[Person, Wide(2)] | None = None
    """The auditor, where the register of people has them."""
    name: CommonName | None = None
    """The name of a guest."""
    body: CommonName | None = None
    """The body that a guest comes from."""
    lead: Annotated[Flag, Label("Lead auditor")] = False
    """Whether this is the lead auditor."""


class AgendaItem(Part):
    """A line of the audit plan."""

    on: Day
    """The day."""
    time: Text
    """The hours: "08.00-09.30"."""
    what: What
    """What is done."""
    units: Annotated[tuple[Unit, ...], Wide(2), Trait.USED, Blank("audited")] = ()
    """The units that are needed."""
    auditors: Annotated[tuple[Annotated[Text, RefersTo("person")], ...], Wide(2)] = ()
    """Who audits there, where the auditors share the work."""


class Check(Part):
    """A question of the checklist, and what was seen."""

    clause: Clause
    """The clause that it is about."""
    unit: Unit | None = None
    """The unit that was asked."""
    question: Sentence
    """What was to be found out."""
    seen: Annotated[Sentence, Asks.SEEN, OtherThan("question")] | None = None
    """The evidence that was seen."""
    status: Status
    """What it says of the clause."""
    finding: Finding | None = None
    """The finding that came of it."""


class Settlement(Part):
    """How a disagreement ended."""

    on: PastDay
    """The day."""
    by: Text
    """Who decided: the lead auditor, the certification body after an appeal."""
    decision: Annotated[Sentence, Asks.STATE]
    """What was decided, and why."""


class Disagreement(Part):
    """What audit team and audited unit saw differently, as the report of an audit says it (ISO 19011, 6)."""

    what: Annotated[What, Asks.STATE]
    """What it is about."""
    finding: Finding | None = None
    """The finding that is disputed."""
    audited: Annotated[Sentence, Label("View of those audited")]
    """How those who were audited see it."""
    auditors: Annotated[Sentence, Label("View of the auditors")] | None = None
    """How the audit team sees it."""
    appealed: PastDay | None = None
    """The day on which it was brought before the certification body as an appeal."""
    settled: Settlement | None = None
    """How it ended; without it, it is still open."""


class Audit(Record):
    """One audit (ISO 9001, 9.2)."""

    kind: Literal["audit"]
    audit_type: Annotated[AuditType, Label("Type of audit")]
    """Which audit of the cycle it is."""
    location: Place = Place.ON_SITE
    """Where it is done."""
    until: LastDay | None = None
    """The last day, if it lasted longer than one."""
    planned: (
        Annotated[
            Text,
            RefersTo("planned-audit"),
            Brings(*("title", "audit_type", "units", "processes", "auditors"), date="since"),
        ]
        | None
    ) = None
    """The entry of the audit programme by which it was planned."""
    also_planned: tuple[Annotated[Text, RefersTo("planned-audit")], ...] = ()
    """The other entries that were held together with it."""
    moved: Sentence | None = None
    """Why it was not held in the time for which it was planned."""
    standards: tuple[Annotated[Text, STANDARD], ...] = ()
    """The standards that it is held against."""
    scope: Extent | None = None
    """What it covers."""
    body: Body | None = None
    """The certification body that does it."""
    units: Annotated[tuple[Unit, ...], Trait.USED, Blank("audited")] = ()
    """The units that were audited."""
    processes: tuple[ProcessId, ...] = ()
    """The processes that were audited."""
    auditors: Annotated[tuple[Auditor, ...], Trait.USED] = ()
    """Who audits."""
    agenda: Annotated[tuple[AgendaItem, ...], Label("Audit plan")] = ()
    """The audit plan."""
    checklist: tuple[Check, ...] = ()
    """What was asked and seen."""
    strengths: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What is done well."""
    disagreements: tuple[Disagreement, ...] = ()
    """What audit team and audited units saw differently, settled or not."""
    conclusion: Annotated[Text, Asks.STATE | Asks.LOOK] | None = None
    """What the audit says as a whole."""
    report: Annotated[File, Trait.SIGNED] | None = None
    """The signed report."""
