"""How a sentence says that cases were chosen: every seventh of 112, eleven of sixteen."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.qms import Qms
from smmkit.standards.vocabulary.counts import every_so_many, out_of
from smmkit.words import Message, say


def steps_said(qms: Qms, text: str, population: int, chosen: int) -> Iterator[Message]:
    """Where every so-manieth of so many is another number than was chosen."""
    words = qms.fact(vocabulary)
    for match in every_so_many(words.counting, any_count(qms)).finditer(text):
        step = count_of(match[1], words.numbers)
        if step and not population // step - 1 <= chosen <= -(-population // step):
            yield say(
                "{said} of {population} makes {n}, and {chosen} were chosen",
                said=match[0],
                population=population,
                n=population // step,
                chosen=chosen,
            )


def counts_said(qms: Qms, text: str, received: int, cases: int) -> Iterator[Message]:
    """Where a text says out of how many cases were chosen, or how many were, and it is another number."""
    numbers, words = qms.fact(vocabulary).numbers, qms.fact(vocabulary).counting
    for called, ours in ((words.received, received), (words.samples, cases)):
        for match in out_of(words, any_count(qms), called).finditer(text):
            if (said := count_of(match[1], numbers)) is not None and said != ours:
                yield say("it says {said}, and there are {n}", said=match[0], n=ours)
