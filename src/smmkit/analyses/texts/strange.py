"""Texts whose words stand nowhere else in the folder: they speak of something that is no matter of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Final, NamedTuple

from pydantic import BaseModel

from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.seen import seen_in
from smmkit.analyses.texts.stems import STEM, commonplaces, stem
from smmkit.documents import Information
from smmkit.location import Path, Step
from smmkit.model.fields import fields_at
from smmkit.model.marks import Trait
from smmkit.qms import Qms

WORD: Final = re.compile(r"[^\W\d_]{4,}")

OF_NAMES: Final = frozenset(
    {"qms", "people", "regulations", "external-providers", "certification-body"}
)
"""Kinds whose entries are names."""

FEW: Final = 1000
"""Of so many texts one may be strange; where more are, people simply write so."""

TWO, HALF_OF_IT, THREE, MUCH_OF_IT = 2, 0.5, 3, 0.4
"""So many strange words, if they are more than half of a text, or such a part of it."""

MOST_TIMES = 3
"""A word that one text alone has is not said more often in it."""


class Spoken(NamedTuple):
    """A text of a document, with the words in it."""

    steps: Path
    text: str
    words: tuple[str, ...]


class Heard(NamedTuple):
    """What is heard in a document: how often each beginning of a word, and in how many texts of its own."""

    known: Counter[str]
    texts: int


class Strange(NamedTuple):
    """A text that speaks of something else than the folder does."""

    document: Information
    steps: Path
    words: list[str]


def strange_texts(qms: Qms, least: int) -> list[Strange]:
    """The few texts that have hardly a word in common with all others.

    In a folder of fewer texts than `least` a word that stands once says nothing; where such texts are not
    few, people simply write so.
    """
    known: Counter[str] = Counter()
    heard = [(document, seen_in(qms, document, hear)) for document in qms.documents]
    for _, one in heard:
        known.update(one.known)
    total = sum(one.texts for _, one in heard)
    if total < least:
        return []
    few = {key: n for key, n in known.items() if n <= MOST_TIMES}
    common = qms.fact(commonplaces)
    found = [
        Strange(document, spoken.steps, new)
        for document, one in heard
        if sum(key in few for key in one.known) >= TWO
        for spoken in seen_in(qms, document, spoken_in)
        if (new := strange_words(spoken, few, common))
    ]
    return found if len(found) * FEW <= max(total, FEW) else []


def strange_words(spoken: Spoken, few: dict[str, int], common: frozenset[str]) -> list[str]:
    """The words of a text that stand nowhere else, where they make up enough of it.

    `few` are the beginnings of words that the folder has a few times, with how often.
    """
    if sum(beginnings(word)[0] in few for word in spoken.words) < TWO:
        return []
    here = Counter(key for word in spoken.words for key in beginnings(word))
    once = {key for key, n in here.items() if few.get(key) == n}
    told = {root: word for word in spoken.words if (root := stem(word)) not in common}
    new = [w for w in told.values() if w.islower() and once.issuperset(beginnings(w))]
    part = len(new) / max(len(told), 1)
    is_enough = len(new) >= THREE and part >= MUCH_OF_IT
    return new if is_enough or (len(new) >= TWO and part > HALF_OF_IT) else []


def hear(document: Information) -> Heard:
    """What is heard in a document."""
    source = document.source
    known: Counter[str] = Counter()
    for word, n in Counter(WORD.findall("\n".join((*source.strings, source.prose)))).items():
        for key in beginnings(word):
            known[key] += n
    return Heard(known, len(own_words(document)))


def spoken_in(document: Information) -> list[Spoken]:
    """The texts of a document that say something in words of the organization's own."""
    found = []
    for steps, text in own_words(document):
        said = WORD.findall(text)
        if len(said) >= TWO and may_tell(document, steps):
            found.append(Spoken(steps, text, (said[0].lower(), *said[1:])))
    return found


def may_tell(document: Information, steps: Path) -> bool:
    """Whether a field says something in words of the organization's own; a title does below an entry."""
    if document.kind in OF_NAMES or steps == ("title",):
        return False
    return not leads_to_names(type(document), tuple(step for step in steps if type(step) is str))


@cache
def leads_to_names(class_: type[BaseModel], steps: tuple[Step, ...]) -> bool:
    """Whether a field at a key path holds names, or stands below one that does."""
    ways = (fields_at(class_, steps[:n])[str(step)] for n, step in enumerate(steps))
    return any(field.has(Trait.NAME) for field in ways)


@lru_cache(1 << 16)
def beginnings(word: str) -> tuple[str, str]:
    """By which a word is known again: its beginning, and that without what is put before it."""
    return word.casefold()[:STEM], stem(word)
