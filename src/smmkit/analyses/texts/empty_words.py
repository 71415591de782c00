"""Texts that fill a field and say nothing: a dash, a letter, "OK", "Tidak ada", "as soon as possible"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from pydantic import BaseModel

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.absent import LONGEST, SHORT, SIGNS, Absent
from smmkit.analyses.texts.field_asks import (
    always,
    asks_for_a_sentence,
    asks_for_more,
    asks_for_more_than_a_word,
    asks_how_things_are,
    asks_to_be_told,
    asks_what_was_seen,
    asks_when,
    may_not_be_bare,
    may_not_be_short,
)
from smmkit.analyses.texts.leftovers import alone
from smmkit.analyses.texts.seen import seen_in_texts
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.analyses.texts.wording import first_word, words_of
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import Field, field_at, fields_of
from smmkit.model.marks import MayBe, Trait
from smmkit.qms import Qms
from smmkit.standards.vocabulary import Vocabulary

SEVERAL: Final = 2  # so many words say how things go, where each of them fits everywhere


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
    return {**seen_in_texts(qms, doubtful_among, qms.fact(empty_words))}


def doubtful_among(texts: Iterable[str], empty: EmptyWords) -> dict[str, Callable[[Field], bool]]:
    """Those of some texts that say nothing in some fields, each with what says in which."""
    found = ((text, empty.in_doubt(text)) for text in texts)
    return {text: says_nothing for text, says_nothing in found if says_nothing}


def empty_words(qms: Qms) -> EmptyWords:
    """The words that say nothing, as the folder has them."""
    return EmptyWords(qms.fact(vocabulary))


class EmptyWords:
    """What of a vocabulary says nothing."""

    def __init__(self, held: Vocabulary) -> None:
        self.none = frozenset(held.none)
        self.sometime, self.answers = frozenset(held.sometime), frozenset(held.answers)
        self.anywhere, self.goes = frozenset(held.anywhere), frozenset(held.goes)
        formal = frozenset(held.formal)
        self.hollow = formal.union(held.hollow)
        self.absent = Absent(self.none | self.sometime, formal, self.anywhere | formal)
        self.ahead = frozenset(held.ahead)
        self.promises = self.anywhere.union(held.promises, held.ahead)
        self.asked = {name: frozenset(said) for name, said in held.asked.items()}
        self.asked_anywhere = frozenset[str]().union(*self.asked.values())

    def in_doubt(self, text: str) -> Callable[[Field], bool] | None:
        """In which fields a text says nothing; None where it is long, empty, or says something."""
        found, asked = self.empty(text), self.says_again(text)
        if not asked:
            return found
        return lambda field: (
            (field.name in asked and not field.may_be(MayBe.SORT))
            or (found is not None and found(field))
        )

    def says_again(self, text: str) -> frozenset[str]:
        """The fields of which a text only says again what they ask for."""
        said = frozenset(words_of(text.casefold())) if len(text) <= LONGEST else frozenset()
        if not said or not self.asked_anywhere.issuperset(said):
            return frozenset()
        return frozenset(name for name, words in self.asked.items() if words.issuperset(said))

    def empty(self, text: str) -> Callable[[Field], bool] | None:
        """In which fields a text says nothing by itself."""
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
        said = {own_part(word) for word in words_of(text.casefold())}
        return self.promises.issuperset(said) and not self.ahead.isdisjoint(said)


def own_part(word: str) -> str:
    """A word without what Indonesian hangs on it: `masukannya` is `masukan`."""
    return word.removesuffix("nya") or word


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
