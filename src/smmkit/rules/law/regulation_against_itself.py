"""SMM915 regulation-against-itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import WORDS
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.calendar_ends import moved
from smmkit.documents.regulations import RegulationEntry, Regulations
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

DIGITS: Final = re.compile(r"[0-9]{1,6}")
LETTERS: Final = re.compile(r"[^\W\d_]{2,40}")

BOTH_HOLD: Final = 366
"""Days for which a regulation and the one that replaces it may both hold."""


@rule(
    "SMM915",
    "regulation-against-itself",
    of=Regulations,
    severity=Severity.WARNING,
    source="own rule; Indonesia: UU 12/2011, article 7",
    clause="7.5.3.2",
    filled=True,
)
def regulation_against_itself(register: Regulations, qms: Qms) -> Problems:
    """The id, number and issuer of a regulation agree, and what replaces it is no less, and follows it.

    Why: under the number of one law and with the issuer of another nobody finds it, and a decree of a
    minister repeals no act.
    """
    if not is_live(register, qms):
        return
    hint = say("look into the regulation itself, and put right what differs")
    found = (issued_otherwise(register), numbered_otherwise(register), replaced(register, qms))
    for n, field, message in chain(*found):
        yield problem(register, "entries", n, field, message=message, hint=hint)


def sort_of(entry: RegulationEntry) -> str:
    """What a regulation is by its number: `uu`, `permenpanrb`."""
    found = LETTERS.match(entry.number.casefold())
    return found[0] if found else ""


def issued_otherwise(register: Regulations) -> Iterator[tuple[int, str, Message]]:
    """The regulations whose issuer shares no word with that of any other of their sort."""
    words: dict[str, list[set[str]]] = defaultdict(list)
    for entry in register.entries:
        if entry.issuer:
            words[sort_of(entry)].append(words_of(entry.issuer))
    common = {sort: often(each) for sort, each in words.items()}
    for n, entry in enumerate(register.entries):
        usual = common.get(sort_of(entry))
        if entry.issuer and usual and usual.isdisjoint(words_of(entry.issuer)):
            told = say(
                "{id} is issued by {issuer}, unlike the others of its sort",
                id=entry.id,
                issuer=entry.issuer,
            )
            yield n, "issuer", told


def often(each: list[set[str]]) -> set[str]:
    """The words that more than half of some sets of words have."""
    counts: dict[str, int] = defaultdict(int)
    for words in each:
        for word in words:
            counts[word] += 1
    return {word for word, n in counts.items() if n * 2 > len(each)}


def words_of(text: str) -> set[str]:
    """The words of an issuer."""
    return set(WORDS.findall(text.casefold()))


def numbered_otherwise(register: Regulations) -> Iterator[tuple[int, str, Message]]:
    """The regulations whose number has other figures than their id, where ids are made of numbers."""
    pairs = [(DIGITS.findall(one.id), DIGITS.findall(one.number)) for one in register.entries]
    same = sum(one == other for one, other in pairs)
    if same * 2 <= len(pairs):
        return
    for n, (one, other) in enumerate(pairs):
        if one != other and len(one) == len(other):
            entry = register.entries[n]
            yield n, "number", say("{id} has the number {number}", id=entry.id, number=entry.number)


def replaced(register: Regulations, qms: Qms) -> Iterator[tuple[int, str, Message]]:
    """The regulations that are less than what they replace, or replaced one that held for long after."""
    ranks = {sort: n for n, sorts in enumerate(qms.fact(vocabulary).ranks) for sort in sorts}
    for n, entry in enumerate(register.entries):
        heir = qms.get(entry.replaced_by or "", RegulationEntry)
        if heir is None:
            continue
        here, there = ranks.get(sort_of(entry)), ranks.get(sort_of(heir))
        if here is not None and there is not None and there > here:
            told = say("{id} cannot be replaced by {other}", id=entry.id, other=heir.number)
            yield n, "replaced_by", told
        if entry.until and entry.until > moved(heir.in_force, BOTH_HOLD):
            told = say(
                "{id} holds until {until}, and {other} replaced it on {day}",
                id=entry.id,
                until=entry.until,
                other=heir.id,
                day=heir.in_force,
            )
            yield n, "until", told
