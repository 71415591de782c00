"""The processes of the organization, and how one hands on to the next."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document
from smmkit.documents.types import Owner, Purpose, What
from smmkit.model.marks import Asks, Label, RefersTo, Spare
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class ProcessType(ClosedList):
    """What a process is for (juknis II.A7; PermenPANRB 19/2018)."""

    CORE = "core"
    SUPPORT = "support"
    QUALITY_IMPROVEMENT = "quality-improvement"
    MANAGEMENT = "management"


class Flow(Part):
    """Something that comes in or goes out, and from or to whom."""

    what: What
    """What it is."""
    process: Annotated[Text, RefersTo("process")] | None = None
    """The process that gives or takes it."""
    party: Annotated[Text, RefersTo("interested-party")] | None = None
    """The interested party that gives or takes it."""


class Process(Document):
    """A process: what comes in, what goes out, and who answers for it (ISO 9001, 4.4)."""

    is_system: ClassVar[bool] = True

    kind: Literal["process"]
    process_type: Annotated[
        ProcessType,
        Spare((ProcessType.SUPPORT, ProcessType.QUALITY_IMPROVEMENT, ProcessType.MANAGEMENT)),
    ]
    """What it is for."""
    owner: Owner
    """The unit that answers for it, or the role."""
    purpose: Purpose | None = None
    """What it is there for."""
    inputs: tuple[Flow, ...] = ()
    """What comes in, and from whom."""
    outputs: tuple[Flow, ...] = ()
    """What goes out, and to whom."""
    services: tuple[Annotated[Text, RefersTo("service")], ...] = ()
    """The services that it gives."""
    procedures: tuple[Annotated[Text, RefersTo("procedure")], ...] = ()
    """The procedures by which it is carried out."""
    kpis: Annotated[
        tuple[Annotated[Text, RefersTo("kpi")], ...], Label("Key performance indicators")
    ] = ()
    """The indicators that measure it."""
    risks: tuple[Annotated[Text, RefersTo("risk")], ...] = ()
    """Its risks and opportunities."""
    resources: tuple[Annotated[Text, Asks.FOUND], ...] = ()
    """What it needs: people, rooms, systems."""
    controls: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """How it is kept as planned: criteria and checks."""
