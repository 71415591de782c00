"""The parts of the organization: how they belong together, begin, end and merge."""

from datetime import date
from typing import Annotated, ClassVar

from smmkit.documents.base import Entry
from smmkit.documents.types import FirstDay, LastDay
from smmkit.model.marks import InClone, Label, RefersTo
from smmkit.model.part import Text


class OrganizationUnit(Entry):
    """A part of the organization: bidang, sekretariat, UPT."""

    kind_of_entry: ClassVar[str] = "unit"
    prefix: ClassVar[str] = "U"

    part_of: Annotated[Text, RefersTo("unit", upward=True)] | None = None
    """The unit that it belongs to."""
    since: Annotated[FirstDay, InClone.LEFT_BEHIND] | None = None
    """The first day of the unit, where it has not always been there."""
    until: Annotated[LastDay, InClone.LEFT_BEHIND] | None = None
    """The last day of the unit; its id stays, because what was done names it."""
    merged_into: (
        Annotated[Text, RefersTo("unit", upward=True), Label("Merged into"), InClone.LEFT_BEHIND]
        | None
    ) = None
    """The unit that took over its work after that day."""

    def exists_on(self, day: date) -> bool:
        """Whether it is there on a day; the first and the last day count."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)
