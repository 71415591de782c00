"""The way to the certificate: coaching, verification, registration, contract, certificate."""

from typing import Annotated, Literal

from pydantic import Field

from smmkit.documents.base import Document, Record, Task
from smmkit.documents.finding import Grade
from smmkit.documents.types import (
    Ahead,
    Body,
    Clause,
    CommonName,
    DoneDay,
    DueDay,
    Extent,
    File,
    Headcount,
    LastDay,
    Owner,
    PastDay,
    RegisterNumber,
    Sentence,
    Unit,
    What,
)
from smmkit.model.marks import STANDARD, Asks, Label, RefersTo, Trait
from smmkit.model.part import Number, Part, Text, Whole
from smmkit.words import ClosedList

Standards = tuple[Annotated[Text, STANDARD], ...]


class Coaching(Record):
    """A day on which the inspectorate coaches the organization (juknis II.B1)."""

    kind: Literal["coaching"]
    coach: Text
    """The office that coaches."""
    topic: Annotated[Text, Asks.MORE]
    """What it was about."""
    units: Annotated[tuple[Unit, ...], Trait.USED] = ()
    """The units that took part."""
    advice: tuple[Task, ...] = ()
    """What was advised, and what became of it."""


class Shortage(Part):
    """Something that is missing, as the verifier says it."""

    what: Annotated[What, Asks.MORE]
    """What is missing."""
    clause: Clause | None = None
    """The clause or step that it is missing for."""
    owner: Annotated[Owner, Trait.USED] | None = None
    """The unit that makes up for it."""
    due: DueDay | None = None
    """The day by which it is made up for."""
    done: DoneDay | None = None
    """The day it was made up for."""


class Eligibility(ClosedList):
    """What the verifier decided."""

    ELIGIBLE = "eligible"
    CONDITIONAL = "conditional"
    NOT_ELIGIBLE = "not-eligible"


class Verification(Record):
    """The inspectorate's check whether the organization may be audited (juknis II.B1)."""

    kind: Literal["verification"]
    verifier: Text
    """The office that verified."""
    verdict: Eligibility
    """What it decided."""
    reasons: Annotated[Text, Asks.SEEN] | None = None
    """Why."""
    shortages: tuple[Shortage, ...] = ()
    """What is missing."""
    file: Annotated[File, Trait.SIGNED] | None = None
    """The signed report."""


class Accreditation(Part):
    """The proof that a certification body may certify."""

    body: CommonName
    """The accreditation body."""
    number: RegisterNumber
    """The number of the accreditation."""
    scope: Extent | None = None
    """What it covers."""
    until: Annotated[LastDay, Trait.RENEWED] | None = None
    """The last day on which it holds."""


class ResponseTime(Part):
    """Within how many days a certification body wants an answer to a finding."""

    grade: Grade
    """How grave the finding is."""
    days: Annotated[Whole, Field(ge=0)]
    """How many days after the last day of the audit it is answered."""


class CertificationBody(Document):
    """A certification body (ISO/IEC 17021-1; juknis II.B1)."""

    kind: Literal["certification-body"]
    country: Text | None = None
    """The country of its seat."""
    head_office: Text | None = None
    """The office that decides on certificates."""
    accreditations: tuple[Accreditation, ...] = ()
    """Its accreditations."""
    impartiality: Annotated[Text, Asks.MORE] | None = None
    """How it was made sure that it is independent of us."""
    responses: Annotated[tuple[ResponseTime, ...], Label("Times for answers")] = ()
    """Within how many days it wants answers to its findings; without it, as is usual."""


class Registration(Record):
    """The application for certification (juknis II.B1)."""

    kind: Literal["registration"]
    body: Body
    """The certification body."""
    standards: Standards
    """The standards applied for."""
    scope: Extent
    """The scope applied for."""
    sites: tuple[Text, ...] = ()
    """The sites."""
    headcount: Headcount | None = None
    """How many people work within the scope."""
    verification: Annotated[Text, RefersTo("verification")] | None = None
    """The verification that it rests on."""
    accepted: PastDay | None = None
    """The day on which the body accepted it."""


class Contract(Document):
    """The contract with the certification body."""

    kind: Literal["contract"]
    number: RegisterNumber | None = None
    """Its number."""
    body: Body
    """The certification body."""
    registration: Annotated[Text, RefersTo("registration")] | None = None
    """The application that it follows from."""
    standards: Standards
    """The standards."""
    scope: Extent
    """The scope."""
    sites: tuple[Text, ...] = ()
    """The sites."""
    headcount: Headcount | None = None
    """How many people work within the scope."""
    audit_days: Number | None = None
    """How many days the auditors spend."""
    signed_on: PastDay | None = None
    """The day of the signatures."""
    until: Annotated[LastDay, Trait.RENEWED] | None = None
    """The last day on which it holds."""
    file: File | None = None
    """The signed contract."""


class CertificateStatus(ClosedList):
    """What the certification body says of a certificate."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Cycle(ClosedList):
    """Which rule the cycle of audits follows."""

    THREE = (
        "three-surveillance",
        "three surveillance audits, recertification in the fourth year (juknis II.B5)",
    )
    TWO = (
        "two-surveillance",
        "two surveillance audits, recertification before it expires (ISO/IEC 17021-1)",
    )


class StatusChange(Part):
    """A change of a certificate's status."""

    on: PastDay
    """The day of the change."""
    status: CertificateStatus
    """What it is from that day."""
    reason: Sentence | None = None
    """Why."""
    scope: Annotated[Sentence, Asks.LOOK, Trait.COMMON] | None = None
    """The scope from that day, where it was made wider or narrower."""


class Certificate(Record):
    """A certificate; its date is the day of the decision (juknis II.B5)."""

    kind: Literal["certificate"]
    number: RegisterNumber
    """Its number."""
    body: Body
    """The certification body."""
    audit: Annotated[Text, RefersTo("audit")] | None = None
    """The audit that it rests on."""
    standards: Standards
    """The standards."""
    scope: Extent
    """The scope as it is printed."""
    sites: tuple[Text, ...] = ()
    """The sites as they are printed."""
    report_sent: Annotated[PastDay, Label("Report sent to the head office")] | None = None
    """The day on which the auditor's report went to the head office."""
    received: PastDay | None = None
    """The day on which the certificate came into the house."""
    expires: Annotated[Ahead, Label("Expires on")]
    """The last day on which it holds."""
    cycle: Cycle = Cycle.THREE
    """The rule by which the next audits are planned."""
    continues: Annotated[Text, RefersTo("certificate", upward=True)] | None = None
    """The certificate of another body that this one takes over in the same cycle (transfer)."""
    changes: Annotated[tuple[StatusChange, ...], Label("Changes of status")] = ()
    """What happened to it since."""
    file: File | None = None
    """The certificate itself."""
