"""Texts that fill a field and say nothing: a dash, a letter, "OK", "Tidak ada", "as soon as possible"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from pydantic import BaseModel

from smmkit.analyses.texts import strings, texts_in
from smmkit.analyses.texts.absent import (
    LONGEST,
    MAY_BE_NONE,
    MAY_BE_SHORT,
    SHORT,
    SIGNS,
    Absent,
    words,
)
from smmkit.analyses.texts.leftovers import alone
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.analyses.texts.wording import first_word, words_of
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import Field, field_at, fields_of
from smmkit.model.marks import Trait
from smmkit.qms import Qms
from smmkit.standards.vocabulary import Vocabulary

TELLS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, criteria, resources, "
    "justification, effect, result, how, reasons, looked_at, proof, consequences, integrity, "
    "responsibilities, statement, loss, receipt, complaint_channels, sampling, elsewhere, decree, records"
)
"""Fields that ask for what was seen or thought, though some may be left out."""

SHOWS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, justification, how, looked_at, "
    "proof, consequences, statement, reason, gap, elsewhere, effect, criteria, evaluation, resources, "
    "reasons, impartiality, result, competence, authority, duties, channel, sampling, source, contract, "
    "held, kept, strengths, findings, topic, qualifications, decree, integrity, loss, safety, guarantee, "
    "supervision"
)
"""Fields that ask for what was seen or thought, so that "OK" is no answer."""

SEVERAL: Final = 3  # so many words make a sentence

WATCHED: Final = frozenset({"controls", "monitored"})
"""Fields that ask how somebody looks after something."""

ASKS_MORE: Final = SHOWS.union(
    words(
        "resources, result, effect, evaluation, when, supervision, guarantee, condition, loss, "
        "integrity, responsibilities, analysis, reasons, controls, monitored, criteria, requirements, action"
    )
) - {"conclusion", "reason"}
"""Fields in which such a sentence is no answer."""

DOES: Final = frozenset({"due", "when"})
"""Parts with one of these fields say under `what` what is done."""

TOLD: Final = frozenset({"ReviewInput", "ReviewDecision"})
"""Parts that say under `what` what was said."""

CAUSED: Final = frozenset({"Feedback", "Risk"})
"""Parts whose cause may be one word: "Banjir"; that of a finding is found out, and takes a sentence."""

LOOKED: Final = words(
    "seen, observed, scope, method, meaning, purpose, looked_at, consequences, gap, elsewhere, analysis, "
    "reasons, conclusion, change_note, integrity, responsibilities, kept"
)
"""Fields that ask for what was seen or thought, so that "well" is too little."""

NAMED: Final = frozenset({"method", "meaning"})
"""Of these those where one word may be the name of it: "Wawancara"."""


def empty_words_in(document: Information, qms: Qms) -> Iterator[tuple[Path, str]]:
    """Every text of a document that says nothing in its field, with its key path."""
    doubtful = qms.fact(doubtful_texts)
    if doubtful.keys().isdisjoint(document.source.strings):
        return  # most documents have no such text, and their key paths need not be made
    for steps, text in texts_in(document.source.values, of=doubtful):
        field = field_at(type(document), steps)
        if field and is_own_text(field) and doubtful[text](field):
            yield steps, text.strip()


def doubtful_texts(qms: Qms) -> dict[str, Callable[[Field], bool]]:
    """The texts of the documents that say nothing in some fields, each with what says in which."""
    empty = qms.fact(empty_words)
    found = ((text, empty.in_doubt(text)) for text in qms.fact(strings))
    return {text: says_nothing for text, says_nothing in found if says_nothing}


def empty_words(qms: Qms) -> EmptyWords:
    """The words that say nothing, as the folder has them."""
    return EmptyWords(qms.fact(vocabulary))


class EmptyWords:
    """What of a vocabulary says nothing."""

    def __init__(self, held: Vocabulary) -> None:
        self.none, self.hollow = frozenset(held.none), frozenset(held.hollow)
        self.sometime, self.answers = frozenset(held.sometime), frozenset(held.answers)
        self.anywhere, self.goes = frozenset(held.anywhere), frozenset(held.goes)
        formal = frozenset(held.formal)
        self.absent = Absent(self.none | self.sometime, formal, self.anywhere | formal)
        self.ahead = frozenset(held.ahead)
        self.promises = self.anywhere.union(held.promises, held.ahead)

    def in_doubt(self, text: str) -> Callable[[Field], bool] | None:
        """In which fields a text says nothing; None where it is long, empty, or says something."""
        if alone(text) and len(text) > 1:
            return always
        if len(text) > SHORT:
            is_round = len(text) <= LONGEST and first_word(text) in self.promises
            return self.of_sentence(text.casefold().strip(" .")) if is_round else None
        bare = text.strip()
        return self.doubt(bare) if bare else None

    def doubt(self, bare: str) -> Callable[[Field], bool] | None:
        """In which fields a short text says nothing; None where it always says something."""
        if not bare[0].isalnum() and not any(sign.isalnum() or sign in SIGNS for sign in bare):
            return may_not_be_bare
        if len(bare) == 1:
            return may_not_be_short if bare.isalpha() else None
        word = bare.casefold().rstrip(".")
        if word in self.none:
            return asks_how_things_are
        if word in self.hollow:
            return asks_what_was_seen
        if word in self.sometime:
            return asks_when
        if word in self.ahead:
            return may_not_be_short
        if " " not in word:
            if word in self.promises - self.answers:
                return asks_for_more_than_a_word
            is_word = word.isalpha() and bare[0].isupper() and word not in self.answers
            return asks_for_a_sentence if is_word else None
        return self.of_sentence(word) if first_word(word) in self.promises else None

    def of_sentence(self, word: str) -> Callable[[Field], bool] | None:
        """In which fields a sentence of words that fit everywhere says nothing."""
        said = words_of(word)
        if self.anywhere.issuperset(said):
            goes_by_the_rules = len(said) >= SEVERAL and not self.goes.isdisjoint(said)
            return asks_to_be_told if goes_by_the_rules else asks_for_more
        return asks_for_more if self.only_promises(word) else None

    def only_promises(self, text: str) -> bool:
        """Whether a text says only that something will be done: not what, by whom, nor when."""
        said = words_of(text.casefold())
        return self.promises.issuperset(said) and not self.ahead.isdisjoint(said)


def is_own_text(field: Field) -> bool:
    """Whether a field takes text in one's own words: no id, no file, no word of a list, no pattern."""
    return (
        field.type is str
        and field.reference is None
        and field.enum is None
        and not field.has(Trait.KEY)
        and "pattern" not in field.limits
    )


@cache
def own_texts(class_: type[BaseModel]) -> Mapping[str, Field]:
    """The fields of a class that take text in one's own words."""
    return {name: field for name, field in fields_of(class_).items() if is_own_text(field)}


def always(field: Field) -> bool:  # noqa: ARG001
    """What a template left says nothing anywhere."""
    return True


def may_not_be_bare(field: Field) -> bool:
    """A dash is no number either."""
    return field.name in {"number", "version", "target"} or may_not_be_short(field)


def may_not_be_short(field: Field) -> bool:
    """Whether one letter is not all that there is to say."""
    return field.name not in MAY_BE_SHORT


def asks_how_things_are(field: Field) -> bool:
    """Whether "none" is no answer."""
    is_asked = field.name in TELLS or (field.required and not field.many)
    return is_asked and field.name not in MAY_BE_NONE


def asks_what_was_seen(field: Field) -> bool:
    """Whether "OK" is no answer."""
    is_asked = field.name in SHOWS or field.name in WATCHED
    return is_asked or is_done(field) or asks_to_be_looked_at(field)


def asks_when(field: Field) -> bool:
    """Whether a day is asked for."""
    return field.name == "when"


def asks_to_be_looked_at(field: Field) -> bool:
    """Whether one word is too little."""
    is_cause = field.name == "cause" and field.owner.__name__ not in CAUSED
    return field.name in LOOKED or is_told(field) or is_cause


def asks_for_a_sentence(field: Field) -> bool:
    """Whether one word is too little, whichever it is."""
    return field.name not in NAMED and asks_to_be_looked_at(field)


def asks_for_more(field: Field) -> bool:
    """Whether a sentence that fits everywhere is no answer."""
    return field.name in ASKS_MORE or is_done(field) or is_told(field)


def asks_for_more_than_a_word(field: Field) -> bool:
    """Whether one word that fits everywhere is too little."""
    return asks_for_more(field) or asks_for_a_sentence(field)


def is_told(field: Field) -> bool:
    """Whether it says what was said in a review."""
    return field.name == "what" and field.owner.__name__ in TOLD


def is_done(field: Field) -> bool:
    """Whether it says what is done, or what somebody needs."""
    asks = DOES | {"met_by"}
    return field.name == "what" and not asks.isdisjoint(fields_of(field.owner))


def asks_to_be_told(field: Field) -> bool:
    """Whether a sentence that says that all goes by the rules is no answer: anywhere but in a title."""
    return field.name != "title" and may_not_be_short(field)
