"""What a text says to be done, all of it: "all findings are closed"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.patterns import all_done, named_all

SENTENCE = re.compile(r"[.;!?](?:\s|$)|\n")


def all_claimed(
    text: str, asked: Collection[str], qms: Qms
) -> Iterator[tuple[str, int | None, str]]:
    """Of what is asked, what is said to be done, how many that are, and the word that says of what."""
    words, count = qms.fact(vocabulary), any_count(qms)
    but = pattern_of(words.reached.but)
    meant = [(what, done) for what, done in words.all_done.items() if what in asked]
    for sentence in SENTENCE.split(text):
        for what, done in meant if not but.search(sentence) else ():
            for one in all_done(done, count).finditer(sentence):
                yield what, count_of(one[1] or "", words.numbers), one[2] or ""


def all_named(text: str, what: str, qms: Qms) -> bool:
    """Whether a text names all of something, without a "but" in its sentence."""
    words = qms.fact(vocabulary)
    named = [named_all(done) for one, done in words.all_done.items() if one == what]
    but = pattern_of(words.reached.but)
    return any(
        each.search(sentence) and not but.search(sentence)
        for each in named
        for sentence in SENTENCE.split(text)
    )
