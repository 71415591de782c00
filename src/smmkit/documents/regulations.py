"""The laws and regulations that the organization has to keep."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Register
from smmkit.documents.types import (
    AnyId,
    File,
    LastDay,
    Name,
    PastDay,
    RegisterNumber,
    Remark,
)
from smmkit.model.marks import InClone, Label, RefersTo
from smmkit.model.part import Day, Text


class RegulationEntry(Entry):
    """A law, a regulation, or another rule from outside; the title is what it is about."""

    kind_of_entry: ClassVar[str] = "regulation"
    prefix: ClassVar[str] = "UU"

    number: RegisterNumber
    """How it is cited: its sort, number and year."""
    issuer: Name | None = None
    """Who issued it."""
    in_force: Annotated[Day, Label("In force from")]
    """The day from which it holds."""
    until: LastDay | None = None
    """The last day on which it holds."""
    replaced_by: Annotated[Text, RefersTo("regulation")] | None = None
    """The one that takes its place."""
    concerns: tuple[AnyId, ...] = ()
    """The services, procedures or units that it binds."""
    file: File | None = None
    """Its text."""
    checked: Annotated[PastDay, Label("Checked on"), InClone.LEFT_BEHIND] | None = None
    """The day on which somebody last looked whether it still holds."""
    note: Remark | None = None
    """Anything else."""


class Regulations(Register):
    """Statutory and regulatory requirements (ISO 9001, 4.2 and 8.2.2; juknis I.A)."""

    is_system: ClassVar[bool] = True

    kind: Literal["regulations"]
    entries: tuple[RegulationEntry, ...] = ()
    """The regulations, each with an id."""
