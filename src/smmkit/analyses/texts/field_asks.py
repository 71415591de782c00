"""What a field asks for: a sentence, what was seen, a day, more than a word."""

from __future__ import annotations

from typing import Final

from smmkit.documents import Information
from smmkit.documents.base import Entry
from smmkit.model.fields import Field
from smmkit.model.marks import Asks, MayBe

NAMED_BY_A_WORD: Final = frozenset(
    ("Class", "Goal", "Mission", "PolicyPoint", "Scale", "SurveyQuestion", "Term", "Objective")
)
"""Things that may be called "Competent" or "Safe"."""


def always(field: Field) -> bool:  # noqa: ARG001
    """What a template left says nothing anywhere."""
    return True


def may_not_be_bare(field: Field) -> bool:
    """Whether a dash is no answer."""
    return not field.may_be(MayBe.DASH)


def may_not_be_short(field: Field) -> bool:
    """Whether one letter is not all that there is to say."""
    return not field.may_be(MayBe.LETTER)


def asks_how_things_are(field: Field) -> bool:
    """Whether "none" is no answer."""
    is_asked = field.asks(Asks.STATE) or (field.required and not field.many)
    return is_asked and not field.may_be(MayBe.NONE)


def asks_what_was_seen(field: Field) -> bool:
    """Whether "OK" is no answer: wherever it is not the name of something, or how it is."""
    return is_title_of_a_matter(field) if is_title(field) else not field.may_be(MayBe.WELL)


def is_title(field: Field) -> bool:
    """Whether it says how something is called."""
    return field.name == "title"


def is_title_of_a_matter(field: Field) -> bool:
    """Whether a title names a document, or an entry whose name is more than one such word."""
    named = field.owner.__name__
    return issubclass(field.owner, Information | Entry) and named not in NAMED_BY_A_WORD


def asks_when(field: Field) -> bool:
    """Whether a day is asked for."""
    return field.asks(Asks.WHEN)


def asks_for_a_sentence(field: Field) -> bool:
    """Whether one word is too little, whichever it is."""
    return field.asks(Asks.LOOK)


def asks_for_more(field: Field) -> bool:
    """Whether a sentence that fits everywhere is no answer."""
    return field.asks(Asks.MORE)


def asks_for_more_than_a_word(field: Field) -> bool:
    """Whether one word that fits everywhere is too little."""
    return asks_for_more(field) or asks_for_a_sentence(field)


def asks_to_be_told(field: Field) -> bool:
    """Whether a sentence that says that all goes by the rules is no answer: anywhere but in a name."""
    return may_not_be_short(field) and (not is_title(field) or is_title_of_a_matter(field))
