"""Any other document: a text of ours, or a file as it is."""

from typing import Annotated, Literal

from smmkit.documents.base import Document
from smmkit.documents.types import File, PastDay, RegisterNumber
from smmkit.model.marks import Label
from smmkit.model.part import Text
from smmkit.words import ClosedList


class Origin(ClosedList):
    """Whether a document was written here (ISO 9001, 7.5.3.2)."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class OtherDocument(Document):
    """Any other document of the QMS, registered as it is (ISO 9001, 7.5; juknis II.A7)."""

    kind: Literal["document"]
    document_type: Text | None = None
    """What sort of document it is: manual, form, decree, guideline."""
    number: RegisterNumber | None = None
    """The number in the organization's own register."""
    origin: Origin = Origin.INTERNAL
    """Whether it was written here."""
    issued_by: Text | None = None
    """The office that issued it."""
    issued: Annotated[PastDay, Label("Issued on")] | None = None
    """The day that is printed on it."""
    file: File | None = None
    """The document as it is: Word, PDF, Excel, picture."""
    summary: Text | None = None
    """What it says, in a sentence or two."""
