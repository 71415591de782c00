"""Words that rules look for in what an organization says, as data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from pydantic import Field

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.words import Words
from smmkit.yaml_text.reading import read_ours

NEVER = re.compile(r"(?!)")


class Trade(Part):
    """A line of work, by its words."""

    speaks: tuple[Text, ...]
    """Whom and what it speaks of."""
    called: tuple[Text, ...]
    """Words in the name of an organization, or of a unit, that is of it."""


class Topic(Part):
    """Something that an audit asks about."""

    what: Words
    clauses: tuple[Text, ...]
    """The clauses where it is asked."""
    words: tuple[Text, ...]
    """Words of a question that asks for it."""


class Commitment(Part):
    """Something that the policy has to promise."""

    what: Words
    """It goes behind "has no commitment"."""
    at: Text
    """Where it is asked for."""
    words: tuple[Text, ...]
    """Words by which a policy promises it."""


class NothingFound(Part):
    """How a text says that an audit found nothing."""

    nothing: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    complaints: tuple[Text, ...] = ()
    """In place of findings."""
    but: tuple[Text, ...] = ()
    """What behind it makes it something else: "no finding that came again"."""


class Course(Part):
    """How a sentence says which way a number went."""

    rises: tuple[Text, ...] = ()
    falls: tuple[Text, ...] = ()
    better: tuple[Text, ...] = ()
    worse: tuple[Text, ...] = ()
    lowest: tuple[Text, ...] = ()
    highest: tuple[Text, ...] = ()
    each: tuple[Text, ...] = ()
    """What stands behind one of them where it is so in each period."""


class Reached(Part):
    """How a text says that everything was reached: all of it, or nothing of it missed."""

    all: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    ways: tuple[Text, ...] = ()
    nothing: tuple[Text, ...] = ()
    missed: tuple[Text, ...] = ()
    but: tuple[Text, ...] = ()
    """What in the same sentence takes it back."""
    were: tuple[Text, ...] = ()
    """What stands behind, or with a colon before, the ids of what was reached."""
    some: tuple[Text, ...] = ()
    """What stands before it where only some are meant."""
    helpers: tuple[Text, ...] = ()
    """What may stand between the ids and that."""


class Done(Part):
    """How a text says that something is done, all of it: "all findings are closed"."""

    all: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    helpers: tuple[Text, ...] = ()
    """What may stand before the last word."""
    done: tuple[Text, ...] = ()


class Vocabulary(Part):
    """The words of all that; what each list is for stands at the head of the file that is shipped."""

    kind: Literal["vocabulary"]
    id: Text
    adds: bool = False
    """Whether its words stand beside those that come with smmkit, and not in their place."""
    bodies: tuple[Text, ...] = ()
    any_trade: tuple[Text, ...] = ()
    trades: tuple[Trade, ...] = ()
    commonplace: tuple[Text, ...] = ()
    fillers: tuple[Text, ...] = ()
    themes: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    refusals: tuple[Text, ...] = ()
    withdrawals: tuple[Text, ...] = ()
    not_ready: tuple[Text, ...] = ()
    overall: tuple[Text, ...] = ()
    surveillance: tuple[Topic, ...] = ()
    none: tuple[Text, ...] = ()
    hollow: tuple[Text, ...] = ()
    asked: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    sometime: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    anywhere: tuple[Text, ...] = ()
    goes: tuple[Text, ...] = ()
    formal: tuple[Text, ...] = ()
    promises: tuple[Text, ...] = ()
    ahead: tuple[Text, ...] = ()
    thanks: tuple[Text, ...] = ()
    later: tuple[Text, ...] = ()
    unfinished: tuple[Text, ...] = ()
    until: tuple[Text, ...] = ()
    numbers: dict[Text, int] = Field(default_factory=dict)
    counted: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    uncounted: tuple[Text, ...] = ()
    ranks: tuple[tuple[Text, ...], ...] = ()
    whole: tuple[Text, ...] = ()
    working_days: tuple[Text, ...] = ()
    money: tuple[Text, ...] = ()
    free: tuple[Text, ...] = ()
    reached: Reached = Reached()
    all_done: dict[Literal["findings", "decisions", "providers", "clauses"], Done] = Field(
        default_factory=dict
    )
    scores: tuple[Text, ...] = ()
    uses: tuple[Text, ...] = ()
    course: Course = Course()
    at_least: tuple[Text, ...] = ()
    at_most: tuple[Text, ...] = ()
    decides: tuple[Text, ...] = ()
    returns: tuple[Text, ...] = ()
    welcome: tuple[Text, ...] = ()
    lacking: tuple[Text, ...] = ()
    unable: tuple[Text, ...] = ()
    denies: tuple[Text, ...] = ()
    not_so: tuple[Text, ...] = ()
    among: tuple[Text, ...] = ()
    still: tuple[Text, ...] = ()
    closes: tuple[Text, ...] = ()
    only_when: tuple[Text, ...] = ()
    taken_back: tuple[Text, ...] = ()
    lost: tuple[Text, ...] = ()
    owner_told: tuple[Text, ...] = ()
    delayed: tuple[Text, ...] = ()
    instruments: tuple[Text, ...] = ()
    puts_off: tuple[Text, ...] = ()
    formalities: tuple[Text, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    nothing_found: NothingFound = NothingFound()
    keeps: tuple[Text, ...] = ()
    blames: tuple[Text, ...] = ()
    shallow: tuple[Text, ...] = ()
    reminds: tuple[Text, ...] = ()


@cache
def shipped_vocabulary() -> Vocabulary:
    """The words where a folder says nothing else."""
    text = (SHIPPED / "vocabulary" / "vocabulary.yaml").read_text("utf-8")
    return Vocabulary.model_validate(read_ours(text))


def with_shipped(own: Vocabulary) -> Vocabulary:
    """The words of a folder, and where it leaves some out or adds to them, those that are shipped."""
    both: Vocabulary = merged(shipped_vocabulary(), own, adds=own.adds)
    return both


def merged(theirs: Any, ours: Any, *, adds: bool) -> Any:
    """The words of a part: each list that is named in place of the other, or beside it."""
    if isinstance(ours, Part):
        names = ours.model_fields_set
        both = {n: merged(getattr(theirs, n), getattr(ours, n), adds=adds) for n in names}
        return theirs.model_copy(update=both)
    if not adds or isinstance(ours, str | bool):
        return ours
    return {**theirs, **ours} if isinstance(ours, dict) else (*theirs, *ours)


@cache
def nothing_found(words: NothingFound) -> re.Pattern[str]:
    """A pattern that finds where a text says that nothing was found."""
    nothing, of, but = map(ways_of, (words.nothing, words.of, words.but))
    return re.compile(rf"\b(?:{nothing}) (?:{of})(?! (?:{but})\b)\b", re.IGNORECASE)


@cache
def all_done(words: Done, count: str) -> re.Pattern[str]:
    """A pattern that finds where a text says so: how many that are, and one word that may say of what."""
    every, of, helpers, done = map(ways_of, (words.all, words.of, words.helpers, words.done))
    return re.compile(
        rf"\b(?:{every}|(?:ke|all )({count})) (?:{of})(?: (?!(?:{helpers}|{done})\b)(\S{{1,40}}))?"
        rf"(?: (?:{helpers}))? (?:{done})\b",
        re.IGNORECASE,
    )


@cache
def number_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the number right behind any of some words."""
    return re.compile(
        rf"\b(?:{ways_of(words)}) ([0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?)(?![\w/-]|[.,][0-9])",
        re.IGNORECASE,
    )


@cache
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of some words, whole; a `*` stands for any beginning or end of one."""
    return re.compile(rf"\b(?:{ways_of(words)})\b", re.IGNORECASE) if words else NEVER


@cache
def ways_of(words: tuple[str, ...]) -> str:
    """What finds any of some words, as a part of a pattern; nothing is found by none."""
    ways = (" ".join(map(way_of, one.split(" "))) for one in words)
    return "|".join(ways) or NEVER.pattern


def way_of(word: str) -> str:
    """What finds a word, to its end, as a part of a pattern: each piece between two `*` is taken where it
    is first found, and the last one where it is last found, for good.

    Why: a pattern that may also try the other places takes for ever over a long word, and a folder may
    write down words with as many `*` as it likes.
    """
    first, *pieces = map(re.escape, re.split(r"\*+", word))
    if not pieces:
        return first
    *inner, last = pieces
    return first + "".join(rf"(?>\w*?{piece})" for piece in inner) + rf"(?>\w*{last})"
