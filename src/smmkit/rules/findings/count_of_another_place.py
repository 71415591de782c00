"""SMM486 count-of-another-place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.stems import stem
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import SpotCheck
from smmkit.documents.services import NonconformingOutput
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.counts import counted_things
from smmkit.words import say

LEAST = 2
"""From so many on a count is one: "satu" stands for any."""


class Counted(NamedTuple):
    """So many of something; without a noun where the count stands alone."""

    n: int
    noun: str
    said: str


@rule(
    "SMM486",
    "count-of-another-place",
    of=Record,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.3.2",
    filled=True,
)
def count_of_another_place(record: Record, qms: Qms) -> Problems:
    """What was found is counted in its correction as where it was found.

    Why: forty-one files were found, and fourteen corrected: were the others forgotten, or counted wrongly?
    """
    for before, (steps, text) in told_again(record):
        found = [one for each in before for one in counted(each, qms)]
        numbers = {one.n for one in found}
        again = list(counted(text, qms))
        for one in again:
            is_alone = not one.noun and isinstance(record, SpotCheck)
            others = [each for each in found if is_alone or one.noun == each.noun != ""]
            if others and (one.n not in numbers or is_exchanged(one, others, found, again)):
                yield problem(
                    record,
                    *steps,
                    message=say(
                        "this says {said}, and where it was found it is {others}",
                        said=one.said,
                        others=list(dict.fromkeys(each.said for each in others)),
                    ),
                    hint=say("count again, and write what became of the others"),
                )
                break


def is_exchanged(
    one: Counted, others: Collection[Counted], found: Iterable[Counted], again: Iterable[Counted]
) -> bool:
    """Whether the number of a thing stands elsewhere at another thing, and that one's number at it."""
    strange = {each.noun for each in found if each.n == one.n} - {one.noun, ""}
    numbers = {each.n for each in others}
    return any(each.noun in strange and each.n in numbers for each in again)


def told_again(record: Record) -> Iterator[tuple[list[str], tuple[Path, str]]]:
    """The texts that tell what was found, and one that tells of the same again."""
    match record:
        case AuditFinding() if record.correction:
            seen = [record.title, record.statement, record.observed or ""]
            yield seen, (("correction", "what"), record.correction.what)
        case CorrectiveAction() if record.correction:
            seen = [record.title, record.statement]
            yield seen, (("correction", "what"), record.correction.what)
        case NonconformingOutput() if record.correction:
            seen = [record.title, record.statement, record.correction.what]
            yield seen, (("note",), record.note or "")
        case SpotCheck():
            yield [record.looked_at], (("seen",), whole(record.seen))


def whole(text: str) -> str:
    """How many that were, where what was seen begins by it: "Kesepuluhnya berlembar kendali"."""
    first = text.split(maxsplit=2)[:2]
    ends = next((n for n, word in enumerate(first, 1) if word.casefold().endswith("nya")), 0)
    return " ".join(first[:ends])


def counted(text: str, qms: Qms) -> Iterator[Counted]:
    """What a text counts; without a noun what it only numbers, and how long or by how many it was."""
    words, numbers = qms.fact(vocabulary).counting, qms.fact(vocabulary).numbers
    for match in counted_things(words, any_count(qms)).finditer(text):
        n = count_of(match[2], numbers)
        around = {(match[1] or "").casefold(), (match[3] or "").casefold()}
        if n is None or n < LEAST:
            continue
        is_thing = around.isdisjoint(words.numbered)
        parts = (stem(match[3] or ""), (match[4] or "").casefold()) if is_thing else ()
        noun = " ".join(filter(None, parts))
        said = match[0].removeprefix(match[1] or "").strip()
        yield Counted(n, noun, said)
