"""How a product or service is designed and developed (ISO 9001, 8.3)."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Record, Task
from smmkit.documents.services import Service
from smmkit.documents.types import AnyId, DoneDay, DueDay, File, PastDay, Person, Purpose, What
from smmkit.model.marks import Asks, Label, RefersTo, Spare, Trait, Wide
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class InputType(ClosedList):
    """What a design has to take into account (ISO 9001, 8.3.3)."""

    FUNCTION = "function", "function and performance"
    EARLIER_DESIGN = "earlier-design", "earlier, similar design"
    LAW = "law", "law or regulation"
    STANDARD = "standard", "standard or code of practice"
    FAILURE = "failure", "consequence of failure"


class DesignInput(Entry):
    """Something that what is designed has to meet; the title says what."""

    kind_of_entry: ClassVar[str] = "design-input"
    prefix: ClassVar[str] = "MSK"

    input_type: Annotated[InputType, Spare((InputType.EARLIER_DESIGN, InputType.STANDARD))]
    """What it is about."""
    about: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """Where it comes from: a regulation, a need, feedback, an earlier design."""


class ControlType(ClosedList):
    """How a design is checked (ISO 9001, 8.3.4)."""

    REVIEW = "review", "design review"
    VERIFICATION = "verification", "design verification"
    VALIDATION = "validation", "design validation"


class DesignControl(Part):
    """A check of the design: planned, and once it was made with its result."""

    control_type: ControlType
    """Whether it asks if the design can meet what it has to, if its outputs do, or if they work in use."""
    what: Annotated[What, Asks.MORE]
    """What is looked at, and what it is held against."""
    by: Person | None = None
    """The person who makes it."""
    due: DueDay | None = None
    """The day by which it is made."""
    done: DoneDay | None = None
    """The day it was made."""
    result: Annotated[Text, Asks.FOUND] | None = None
    """What came out."""
    actions: tuple[Task, ...] = ()
    """What is done about what was found."""
    evidence: tuple[File, ...] = ()
    """Files that show it."""


class DesignOutput(Part):
    """Something that comes out of the design: a specification, a procedure, a service standard."""

    what: Annotated[What, Asks.MORE]
    """What comes out."""
    meets: Annotated[
        tuple[Annotated[Text, RefersTo("design-input")], ...], Label("Meets the inputs")
    ]
    """The inputs that it meets."""
    criteria: Annotated[Text, Label("Acceptance criteria"), Asks.FOUND]
    """By what one sees that a product, or one case of the service, is as designed."""
    about: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The documents in which it stands."""


class DesignChange(Part):
    """A change of what was designed, during the design or later (ISO 9001, 8.3.6)."""

    on: Annotated[PastDay, Trait.UNBROKEN]
    """The day of the change."""
    what: Annotated[What, Asks.MORE]
    """What is changed."""
    result: Annotated[Text, Label("Result of its review"), Asks.FOUND] | None = None
    """What it does to what was designed and given already."""
    authorized_by: Person | None = None
    """The person who let it pass."""
    actions: tuple[Task, ...] = ()
    """What is done so that it does no harm."""


class Design(Record):
    """The file of a design: its plan, inputs, checks, outputs and changes; its date is the first day."""

    kind: Literal["design"]
    service: Service | None = None
    """The service that comes of it, where the register of services has it."""
    purpose: Purpose
    """What it is for."""
    responsibilities: Annotated[Text, Asks.SEEN]
    """Who decides what, and how those who work on it keep each other informed."""
    resources: Annotated[Text, Asks.FOUND]
    """What it takes, of our own and of others."""
    involved: Annotated[Text, Label("Customers and users involved"), Asks.FOUND]
    """How customers and users take part, or why they do not."""
    stages: tuple[Task, ...]
    """The stages, one after the other."""
    inputs: tuple[DesignInput, ...]
    """What it has to meet, each with an id."""
    controls: tuple[DesignControl, ...]
    """The checks: reviews, verifications and validations."""
    outputs: tuple[DesignOutput, ...] = ()
    """What has come out."""
    changes: tuple[DesignChange, ...] = ()
    """What was changed."""
    released: Annotated[PastDay, Label("Released on")] | None = None
    """The day from which it is given to customers."""
    released_by: Person | None = None
    """The person who released it."""
