"""Who runs the QMS, as qms.yaml says it and as its papers show it."""

from typing import Annotated

from smmkit.documents.types import CommonName, File, Name, Spoken
from smmkit.layout import DEFAULT_ZONE
from smmkit.model.marks import InClone, Label
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Paper(ClosedList):
    """The paper that sheets are printed on."""

    A4 = "a4", "A4"
    F4 = "f4", "F4 (folio)"


class Organization(Part):
    """Who runs the QMS (ISO 9001, 4.1)."""

    name: CommonName
    """The full name."""
    short_name: Text
    """The short name."""
    parent: Annotated[Name, Label("Parent organization")] | None = None
    """The government or group that it belongs to."""
    address: Annotated[Name, InClone.LEFT_BEHIND] | None = None
    """Where it is."""
    place: Annotated[Text, InClone.LEFT_BEHIND, Label("Place of signature")] | None = None
    """The town that stands before the day where papers are signed."""
    logo: Annotated[File, InClone.LEFT_BEHIND] | None = None
    """The coat of arms or logo of the letterhead: a PNG or JPEG file."""
    letterhead: Annotated[
        tuple[Text, ...], InClone.LEFT_BEHIND, Label("Further lines of the letterhead")
    ] = ()
    """What stands below the name and the address on the letterhead: telephone, web."""
    paper: Paper = Paper.A4
    """The paper that sheets are printed on."""
    head: Text
    """The title of its head, top management in the words of the standard."""
    language: Spoken = Spoken.ID
    """The language of its documents."""
    time_zone: Name = DEFAULT_ZONE
    """Where its day begins, as in the IANA list of time zones."""
