"""Whether a number is said to be that of a thing, whatever the thing is: nomor resi, kode objek."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Final

from smmkit.personal.runs import BEFORE, WORD
from smmkit.personal.weights import weights

CLAUSE: Final = re.compile(r"\A.*(?:[;,|(\n!?]|\.\s)", re.S)
"""What stands before the part of a sentence in which a number is."""


def is_of_thing(text: str, start: int, context: str) -> bool:
    """Whether a word for a number stands before one, and beside it a word that says of which thing.

    Why any word that is not known: nobody can list the things that offices number, but few words say
    whose a number is.
    """
    near = CLAUSE.sub("", text[max(0, start - BEFORE) : start])
    return speaks_of_thing(near) or speaks_of_thing(context)


def speaks_of_thing(said: str) -> bool:
    """Whether a text before a number, or over its column, ends with a word for the number of a thing."""
    words = WORD.findall(said)[-4:]
    low = [word.lower() for word in words]
    numbered = weights().lists["numbered"]
    at = next((n for n in reversed(range(len(low))) if low[n] in numbered), None)
    if at is None or len(low) - at > 3 or not known().isdisjoint(low):
        return False
    beside = low[at + 1 :] or low[max(0, at - 1) : at]
    return bool(beside)


@cache
def persons() -> frozenset[str]:
    """The words for persons."""
    lists = weights().lists
    return lists["persons"] | lists["private"]


@cache
def saying_nothing() -> frozenset[str]:
    """The words that do not say which number one is: NRP anggota yang bersangkutan."""
    lists = weights().lists
    return lists["plain"] | lists["persons"] | lists["of whom"]


@cache
def known() -> frozenset[str]:
    """The words beside which a number may be a person's."""
    table = weights()
    labels = chain.from_iterable(words for some in table.words.values() for _, words in some)
    return persons().union(table.lists["plain"], labels)


def is_by_thing(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb, as people use it of themselves, is said of a thing: of a word in small letters that
    is no person's, or of several large letters.
    """
    end = verb.start()
    said = CLAUSE.sub("", text[max(0, end - BEFORE) : end])
    words = WORD.findall(said.rpartition(":")[2])
    while words and words[-1].lower() in weights().lists["plain"]:
        words.pop()
    if not words or not persons().isdisjoint(word.lower() for word in words):
        return False
    is_acronym = len(words[-1]) > 2 and words[-1].isupper() and not verb[0].isupper()
    return words[-1].islower() or is_acronym
