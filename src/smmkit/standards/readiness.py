"""What must stand before a step on the way to the certificate: data of a pack, in its own order."""

from __future__ import annotations

from smmkit.model.part import Part, Text
from smmkit.standards.proof import Proof
from smmkit.words import ClosedList, Words


class Milestone(ClosedList):
    """The steps for which a QMS has to be ready."""

    REGISTRATION = "registration"
    STAGE_1 = "stage-1", "stage 1"
    STAGE_2 = "stage-2", "stage 2"
    SURVEILLANCE = "surveillance"


BEFORE_CERTIFICATE = (Milestone.REGISTRATION, Milestone.STAGE_1, Milestone.STAGE_2)
"""The steps that are behind who holds a certificate, whatever has grown old since."""


class Criterion(Part):
    """One thing that must stand; all that it names has to hold."""

    id: Text
    text: Words
    rank: int = 50
    """Its place among the criteria of all packs: what is mended first has the smallest."""
    source: Text | None = None
    """Where it is asked for."""
    proved: tuple[Text, ...] = ()
    """Numbers of the pack: each clause there that applies has to be proved by the folder."""
    shows: Proof | None = None
    """Documents that must be there, and what must stand in them."""
    no_open: tuple[Text, ...] = ()
    """Grades of findings of which none may be open."""
    nothing_blocks: bool = False
    """Whether nothing may block in the gap report of the pack."""
    certified: bool = False
    """Whether there must be a certificate that holds on the day."""


class Stage(Part):
    """What must stand before one step."""

    id: Milestone
    after: tuple[Milestone, ...] = ()
    """The steps whose criteria have to hold here as well."""
    criteria: tuple[Criterion, ...]
