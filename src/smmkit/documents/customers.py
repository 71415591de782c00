"""What customers say, and what of theirs is in our hands."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Record, Register, Task
from smmkit.documents.services import Service
from smmkit.documents.types import AnyId, File, LastDay, PastDay, Phrase, Unit
from smmkit.model.marks import Asks, Beside, Blank, Label, MayBe, RefersTo, Trait, Ways
from smmkit.model.part import Flag, Number, Part, Text, Whole
from smmkit.words import ClosedList


class CustomerPropertyEntry(Entry):
    """Something that belongs to a customer or a provider; the title says what."""

    kind_of_entry: ClassVar[str] = "customer-property-item"
    kind_label: ClassVar[str] = "item of customer property"
    prefix: ClassVar[str] = "BRG"

    service: Service | None = None
    """The service for which it is held."""
    belongs_to: Text
    """Whose it is: a group of customers, never a name."""
    kept: Annotated[Phrase, Asks.MORE | Asks.LOOK] | None = None
    """Where and how it is kept."""
    returned: Text | None = None
    """When and how it goes back."""
    events: tuple[Text, ...] = ()
    """Loss or damage, and what the owner was told."""


class CustomerProperty(Register):
    """Property of customers and external providers in our hands (ISO 9001, 8.5.3)."""

    kind: Literal["customer-property"]
    entries: tuple[CustomerPropertyEntry, ...] = ()
    """What is held, each with an id."""


class FeedbackType(ClosedList):
    """What sort of feedback it is."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    COMPLIMENT = "compliment"
    QUESTION = "question"


class Feedback(Record):
    """A complaint, or what somebody says of a service or of a document (ISO 9001, 8.2.1, 9.1.2)."""

    kind: Literal["feedback"]
    feedback_type: FeedbackType
    """What sort of feedback it is."""
    about: AnyId
    """The service or the document that it is about."""
    channel: Annotated[Text, Asks.MORE]
    """The way it came: counter, letter, web, SP4N-LAPOR!."""
    statement: Annotated[Text, Asks.FOUND]
    """What was said, without names."""
    unit: Unit
    """The unit that answers."""
    cause: Annotated[Phrase, Asks.FOUND, MayBe.SORT, Trait.EXPLAINS] | None = None
    """Why it came to it, in a word or two, so that like cases can be counted."""
    answer: Annotated[Text, MayBe.ANSWER] | None = None
    """What was answered."""
    answered: Annotated[PastDay, Label("Answered on")] | None = None
    """The day of the answer."""
    accepted: Flag | None = None
    """Whether the matter was found justified."""
    actions: tuple[Task, ...] = ()
    """What is done because of it."""


class SurveyQuestion(Entry):
    """An element of service that is asked for; its id is the heading of its column."""

    kind_of_entry: ClassVar[str] = "survey-question"
    prefix: ClassVar[str] = "U"

    element: Text | None = None
    """The element of the counting rule that it asks about, by its key: waktu, sarana."""


class SurveyAverage(Part):
    """What came out for one question."""

    question: Annotated[Text, RefersTo("survey-question")]
    """The question."""
    average: Number
    """The average of all answers to it."""
    answered: Whole | None = None
    """How many answered it."""


class Survey(Record):
    """A survey of customers (SKM, PermenPANRB 14/2017; ISO 9001, 9.1.2); one row an answer."""

    ways: ClassVar = (Ways("answers", "averages"),)

    kind: Literal["survey"]
    until: LastDay
    """The last day of asking; its date is the first."""
    services: tuple[Service, ...] = ()
    """The services that it asks about."""
    population: Whole | None = None
    """How many customers there were in that time."""
    method: Text | None = None
    """How answers were gathered, and how those who answered were chosen."""
    questions: tuple[SurveyQuestion, ...]
    """The elements that are asked for, in order."""
    answers: Annotated[File, Blank("series"), Beside.QUESTIONS, Trait.USED] | None = None
    """The CSV file of the answers: a row each, a column for each question, 1 to 4."""
    averages: tuple[SurveyAverage, ...] = ()
    """What came out for each question, where the single answers are not known."""
    respondents: Whole | None = None
    """How many answered, where the single answers are not known."""
    counted_by: Text | None = None
    """The rule that it is counted by: skm-2017, nps, csat, mean, or one of your own in standards/."""
    groups: Annotated[tuple[Text, ...], Label("Columns of groups")] = ()
    """Columns of the table by which results are told apart, such as education or sex."""
    remarks: Annotated[tuple[Text, ...], Label("Columns of remarks")] = ()
    """Columns of the table with what people wrote in their own words, such as suggestions."""
    lowest: Annotated[Number, Label("Lowest answer")] | None = None
    """The lowest answer that could be given; without it, what rule SMM366 says."""
    highest: Annotated[Number, Label("Highest answer")] | None = None
    """The highest answer that could be given, as 5 or 10; without it, what rule SMM366 says."""
    scale: Annotated[Text, RefersTo("scale")] | None = None
    """The scale that names the index."""
    findings: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What the answers say."""
    actions: tuple[Task, ...] = ()
    """What is done because of it."""
