"""What an organization has decided in qms.yaml for all documents: what is borne, who signs, and how."""

from typing import Annotated

from pydantic import Field

from smmkit.documents.types import AnyId, FirstDay, LastDay, Sentence
from smmkit.model.marks import Label, RefersTo, Trait
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Waiver(Part):
    """A decision to bear a problem until a day, and why."""

    rule: Annotated[Text, Trait.UNBROKEN]
    """The rule, by its code or its name: SMM301."""
    document: AnyId
    """The id of the document, or of the entry in it."""
    field: Text | None = None
    """The field, as `smm validate` names it: steps[2].actor; without it, all of the document."""
    reason: Sentence | None = None
    """Why the problem is borne. Without it the waiver does not hold."""
    until: LastDay | None = None
    """The last day on which it is. Without it the waiver does not hold."""


class Signatories(Part):
    """Whose approvals a document needs, where one is not enough."""

    kinds: tuple[Text, ...] = ()
    """The kinds of documents; without it, every kind."""
    roles: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The roles that approve, each by another person."""
    since: FirstDay
    """The day from which this is so; what was approved before stays approved."""


class ApprovalProof(ClosedList):
    """What shows that a document was approved."""

    TYPED = "typed", "entry in the file"
    SIGNED = "signed", "signed copy"
    NUMBER = "number", "number of a decree or of a register entry"
    EITHER = "either", "signed copy or number"


class ApprovalNeed(Part):
    """What an approval has to show before the document is in force."""

    kinds: tuple[Text, ...] = ()
    """The kinds of documents; without it, every kind."""
    classes: tuple[Annotated[Text, RefersTo("class")], ...] = ()
    """The classes of confidentiality; without it, every class."""
    needs: Annotated[ApprovalProof, Label("What shows it")]
    """What shows the approval; where several approve, it is enough once."""
    since: FirstDay
    """The day from which this is so; what was approved before stays approved."""


class NewIds(ClosedList):
    """How new ids are made."""

    SHARED = "shared", "number, and author where git shares it"
    NUMBERED = "numbered"
    AUTHOR = "author", "number and author"
