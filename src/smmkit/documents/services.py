"""The services of the organization, what they promise, and what became of each case."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry, Record, Register, Task
from smmkit.documents.types import (
    DueDay,
    File,
    LastDay,
    PastDay,
    Person,
    RegisterNumber,
    Remark,
    Sentence,
    Unit,
)
from smmkit.model.marks import Asks, Blank, InClone, Label, MayBe, RefersTo, Trait
from smmkit.model.part import Flag, Number, Part, Text, Whole
from smmkit.words import ClosedList

Service = Annotated[Text, RefersTo("service")]


class ServiceEntry(Entry):
    """A service; the title is what its customers call it."""

    kind_of_entry: ClassVar[str] = "service"
    prefix: ClassVar[str] = "LAY"

    title: Annotated[Sentence, Blank("service_title"), Trait.COMMON]
    """What its customers call it."""
    owner: Unit
    """The unit that gives it."""
    customers: tuple[Text, ...] = ()
    """Who asks for it."""
    procedures: tuple[Annotated[Text, RefersTo("procedure")], ...] = ()
    """The procedures by which it is given."""
    kpis: Annotated[
        tuple[Annotated[Text, RefersTo("kpi")], ...], Label("Key performance indicators")
    ] = ()
    """The indicators that measure it."""
    channel: Annotated[Text, Asks.MORE] | None = None
    """Where it can be asked for: counter, web, letter."""


class Services(Register):
    """All services that the QMS covers (ISO 9001, 4.3 and 8.2; juknis III)."""

    is_system: ClassVar[bool] = True

    kind: Literal["services"]
    entries: tuple[ServiceEntry, ...] = ()
    """The services, each with an id."""


class ServiceStandard(Document):
    """What a service promises: 14 components (UU 25/2009 art. 21; PermenPANRB 15/2014)."""

    is_system: ClassVar[bool] = True

    kind: Literal["service-standard"]
    service: Service
    """The service that it is the standard of."""
    requirements: tuple[Annotated[Text, Asks.MORE], ...]
    """1. What an applicant must bring."""
    procedure: tuple[Text, ...]
    """2. System, mechanism and procedure: the way of an application, step by step."""
    time_limit: Text
    """3. How long it takes, in words."""
    promised_days: Annotated[Whole, Label("Promised time (working days)")] | None = None
    """3. How long it takes, in working days."""
    fee: Annotated[Text, MayBe.REMARK]
    """4. What it costs."""
    product: Text
    """5. What the applicant gets."""
    complaint_channels: Annotated[tuple[Text, ...], Label("Where to complain"), Asks.STATE]
    """6. Where complaints, suggestions and other input can be brought."""
    legal_basis: tuple[Annotated[Text, RefersTo("regulation")], ...] = ()
    """7. The regulations that it follows from."""
    facilities: tuple[Text, ...] = ()
    """8. Facilities and infrastructure."""
    competence: Annotated[
        tuple[Text, ...], Label("Competence of those who give it"), Asks.MORE
    ] = ()
    """9. What those who give it must be able to do."""
    supervision: Annotated[Text, Asks.MORE] | None = None
    """10. How it is supervised inside."""
    staff: Annotated[Whole, InClone.LEFT_BEHIND] | None = None
    """11. How many people give it."""
    guarantee: Annotated[Text, Asks.MORE] | None = None
    """12. What is guaranteed of the service itself."""
    safety: Annotated[Text, Asks.MORE] | None = None
    """13. What is guaranteed of security and safety."""
    evaluation: Annotated[Text, Asks.MORE] | None = None
    """14. How its performance is evaluated."""
    proclamation: Annotated[Text, Label("Service proclamation")] | None = None
    """The service proclamation (maklumat pelayanan): the promise to the public, in our words."""
    proclaimed: Annotated[File, Label("Signed proclamation"), InClone.LEFT_BEHIND] | None = None
    """The signed proclamation as it hangs in public."""


class Case(Part):
    """One application, from its arrival to the release of its result."""

    number: RegisterNumber
    """Its number in the register; never a name."""
    received: PastDay
    """The day it came in complete."""
    due: DueDay | None = None
    """The day by which the result was promised."""
    released: Annotated[PastDay, Label("Released on")] | None = None
    """The day the result was handed out."""
    released_by: Person | None = None
    """The person who let the result go out."""
    conforms: Flag | None = None
    """Whether the result met its criteria when it was released."""
    note: Remark | None = None
    """Anything else."""


class ServiceLog(Record):
    """Cases of a service and their release (ISO 9001, 8.5.2, 8.6)."""

    kind: Literal["service-log"]
    service: Service
    """The service."""
    until: LastDay
    """The last day of the log; its date is the first."""
    criteria: Annotated[Text, Asks.FOUND] | None = None
    """What a result must meet before it is released."""
    cases: tuple[Case, ...] = ()
    """The cases, or a sample of them."""
    received: Whole | None = None
    """How many applications came in during this time."""
    released_on_time: Whole | None = None
    """How many results were released by their due day."""
    sampling: Annotated[Text, Asks.FOUND] | None = None
    """How the cases were chosen, if they are not all."""


class Handling(ClosedList):
    """What was done with an output that does not conform (ISO 9001, 8.7.1)."""

    CORRECTED = "corrected"
    SEGREGATED = "segregated"
    RETURNED = "returned"
    SUSPENDED = "service-suspended"
    CUSTOMER_INFORMED = "customer-informed"
    CONCESSION = "concession"


class NonconformingOutput(Record):
    """A result that did not meet its requirements (ISO 9001, 8.7)."""

    kind: Literal["nonconforming-output"]
    service: Service
    """The service."""
    unit: Unit
    """The unit where it happened."""
    statement: Annotated[Text, Asks.SEEN]
    """What was wrong."""
    found_by: Text | None = None
    """Who noticed it: the customer, a check, a position."""
    handling: tuple[Handling, ...]
    """What was done with it."""
    correction: Task | None = None
    """What put it right."""
    cost: Annotated[Number, Label("Cost of failure")] | None = None
    """What it cost to put it right, in rupiah or in the currency of the organization."""
    authorized_by: Person | None = None
    """The person who decided what to do with it."""
    verified: Annotated[PastDay, Label("Verified on")] | None = None
    """The day on which it was seen to conform after the correction."""
