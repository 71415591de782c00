"""Texts whose words stand nowhere else in the folder: they speak of something that is no matter of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.absent import words
from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.analyses.texts.seen import seen_in
from smmkit.analyses.texts.stems import STEM, commonplaces, stem
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import field_at
from smmkit.qms import Qms

WORD: Final = re.compile(r"[^\W\d_]{4,}")

NAMES: Final = words(
    "address, body, cause_method, english, first_party, identity, issuer, language, missions, name, number, "
    "organization, parent, parent_vision, recipient, second_party, time_zone, title, trainer, vision, word"
)
"""Fields with names, or with words that are not the organization's own. A title counts below an entry."""

OF_NAMES: Final = frozenset(
    {"qms", "people", "regulations", "external-providers", "certification-body"}
)
"""Kinds whose entries are names."""

FEW: Final = 1000
"""Of so many texts one may be strange; where more are, people simply write so."""

TWO, MOST_OF_IT, THREE, MUCH_OF_IT = 2, 0.6, 3, 0.4
"""So many strange words, if they are such a part of a text."""


class Spoken(NamedTuple):
    """A text of a document, with the words in it."""

    steps: Path
    text: str
    words: tuple[str, ...]


class Heard(NamedTuple):
    """What is said in a document: in how many of its texts each beginning of a word stands, and the texts."""

    known: Counter[str]
    spoken: tuple[Spoken, ...]


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
    total = sum(len(one.spoken) for _, one in heard)
    if total < least:
        return []
    once = {key for key, n in known.items() if n <= 1}
    common = qms.fact(commonplaces)
    found = [
        Strange(document, spoken.steps, new)
        for document, one in heard
        for spoken in one.spoken
        if (new := strange_words(spoken, once, common))
    ]
    return found if len(found) * FEW <= max(total, FEW) else []


def strange_words(spoken: Spoken, once: set[str], common: frozenset[str]) -> list[str]:
    """The words of a text that stand nowhere else, where they make up enough of it."""
    if sum(once.issuperset(beginnings(word)) for word in spoken.words) < TWO:
        return []
    told = {root: word for word in spoken.words if (root := stem(word)) not in common}
    new = [w for w in told.values() if w.islower() and once.issuperset(beginnings(w))]
    part = len(new) / max(len(told), 1)
    is_enough = len(new) >= THREE and part >= MUCH_OF_IT
    return new if is_enough or (len(new) >= TWO and part >= MOST_OF_IT) else []


def hear(document: Information) -> Heard:
    """What is said in a document."""
    known: Counter[str] = Counter()
    spoken = []
    for steps, text in (*texts_in(document.source.values), ((), document.source.prose or "")):
        said = tuple(WORD.findall(text))
        known.update({key for word in {*said} for key in beginnings(word)})
        if len(said) >= TWO and steps and may_tell(document, steps):
            first = (said[0].lower(), *said[1:])
            spoken.append(Spoken(steps, text, first))
    return Heard(known, tuple(spoken))


def may_tell(document: Information, steps: Path) -> bool:
    """Whether a field says something in words of the organization's own."""
    if document.kind in OF_NAMES or not NAMES.isdisjoint(steps[:-1]):
        return False
    if steps[-1] in NAMES and not (steps[-1] == "title" and len(steps) > 1):
        return False
    field = field_at(type(document), steps)
    return field is not None and is_own_text(field)


@lru_cache(1 << 16)
def beginnings(word: str) -> tuple[str, str]:
    """By which a word is known again: its beginning, and that without what is put before it."""
    return word.casefold()[:STEM], stem(word)
