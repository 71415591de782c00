"""Patterns that find words of the vocabulary in a text; none takes longer than the text is long."""

from __future__ import annotations

import re
from functools import cache

from smmkit.standards.vocabulary.parts import Claim, Counting, Done, NothingFound, Present

NEVER = re.compile(r"(?!)")


@cache
def nothing_found(words: NothingFound) -> re.Pattern[str]:
    """A pattern that finds where a text says that nothing was found."""
    nothing, of, but = map(ways_of, (words.nothing, words.of, words.but))
    return re.compile(rf"\b(?:{nothing}) (?:{of})(?! (?:{but})\b)\b", re.IGNORECASE)


@cache
def begins_with_none(none: tuple[str, ...], things: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds, at the head of a text, that there is none of some things: no loss."""
    return re.compile(
        rf"\A(?:{ways_of(none)}) (?:\S{{1,20}} ){{0,4}}(?:{ways_of(things)})\b", re.IGNORECASE
    )


@cache
def some_found(words: NothingFound, count: str) -> re.Pattern[str]:
    """A pattern that finds where a text counts what was found: one minor nonconformity."""
    return re.compile(
        rf"(?<![\w.,-])(?:{count}|{ways_of(words.one)}) (?:[^\W\d_]{{2,15}} )?(?:{ways_of(words.of)})\b",
        re.IGNORECASE,
    )


@cache
def all_done(words: Done, count: str) -> re.Pattern[str]:
    """A pattern that finds where a text says so: how many that are, and one word that may say of what."""
    every, of, helpers, done = map(ways_of, (words.all, words.of, words.helpers, words.done))
    return re.compile(
        rf"\b(?:{every}|(?:ke|all )({count})) (?:{of})(?: (?!(?:{helpers}|{done})\b)(\S{{1,40}}))?"
        rf"(?: (?:{helpers}))? (?:{done})\b|\b(?:{ways_of(words.before)}) {all_of(words)}",
        re.IGNORECASE,
    )


@cache
def named_all(words: Done) -> re.Pattern[str]:
    """A pattern that finds where a text names all of them, and not those of a sort: "all units"."""
    return re.compile(rf"\b{all_of(words)}", re.IGNORECASE)


def all_of(words: Done) -> str:
    """All units: with nothing behind it that makes it some of them."""
    ends = rf"(?=\s*(?:[,.;:()]|\Z|(?:{ways_of(words.joins)})\b))"
    return rf"(?:{ways_of(words.all)}) (?:{ways_of(words.of)}){ends}"


@cache
def of_them(among: tuple[str, ...], count: str) -> re.Pattern[str]:
    """Seven of them: the number."""
    return re.compile(rf"\b({count}) (?:[^\W\d_]{{2,20}} )?(?:{ways_of(among)})\b", re.IGNORECASE)


@cache
def so_many_things(count: str) -> re.Pattern[str]:
    """Any number that is no part of another, nor of the name of a paper."""
    return re.compile(rf"(?<![\w.,/-])(?:ke)?({count})(?![\w/-]|[.,][0-9])", re.IGNORECASE)


@cache
def at_so_many(words: Counting, count: str) -> re.Pattern[str]:
    """For eleven people: the number, at the beginning, and what is counted; "for three days" is none."""
    lasting = tuple(one for one in words.numbered if one not in words.pieces)
    return re.compile(
        rf"(?:{ways_of(words.at_so_many)}) ({count})\b(?! (?:{ways_of(lasting)})\b)(?: [^\W\d_]{{2,20}})?",
        re.IGNORECASE,
    )


@cache
def so_many_there(words: Present, count: str) -> re.Pattern[str]:
    """Eight who were absent, 95 who attended, twelve participants: the number, each in its own group."""
    absent, there, people = map(ways_of, (words.absent, words.there, words.people))
    who = rf"(?:(?!(?:{absent})\b)[^\W\d_]{{2,20}} )?(?:(?:{ways_of(words.who)}) )?"
    return re.compile(
        rf"\b(?:ke)?(?:({count}) {who}(?:{absent})|({count}) {who}(?:{there})"
        rf"|({count}) (?:{people})(?! (?:(?:{ways_of(words.who)}) )?(?:{ways_of(words.asked)})))\b",
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
def year_behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the year right behind any of some words."""
    return re.compile(rf"\b(?:{ways_of(words)}) ((?:19|20)[0-9]{{2}})(?![\w/-])", re.IGNORECASE)


@cache
def step_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds a step by its number, and the id of what it is a step of: "step 7 SOP-05"."""
    return re.compile(
        rf"\b(?:{ways_of(words)}) ([0-9]{{1,3}})(?: [a-z]{{2,6}})? "
        r"([A-Z][A-Za-z0-9.-]{0,62}[0-9])(?![\w-])",
        re.IGNORECASE,
    )


@cache
def measure_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the first of some words for measures, with digits or none around it: 90%, Rp5."""
    return re.compile(rf"(?<![^\W\d_])(?:{ways_of(words)})(?![^\W\d_])", re.IGNORECASE)


@cache
def version_of(versions: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds an id and the version of it: "SOP-01 version 3"."""
    return re.compile(rf"(\S{{1,60}}) (?:{ways_of(versions)}) ([0-9][\w.]{{0,10}})", re.IGNORECASE)


@cache
def listed(joins: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds words with a capital, one behind another: "K-1, K-2 and K-3"."""
    return re.compile(rf"\b[A-Z][\w-]+(?:,? (?:(?:{ways_of(joins)}) )?[A-Z][\w-]+)*")


@cache
def parted(joins: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds where one thing that a sentence names ends, and the next begins."""
    return re.compile(rf"[,;.:()]| (?:{ways_of(joins)}) ", re.IGNORECASE)


@cache
def right_before(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds one of some words at the end of a text, and a blank."""
    return re.compile(rf"\b(?:{ways_of(words)}) \Z", re.IGNORECASE)


def claims(words: Claim, sentence: str) -> bool:
    """Whether a sentence claims something, and does not take it back."""
    says, but = pattern_of(words.says), pattern_of(words.but)
    return says.search(sentence) is not None and but.search(sentence) is None


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
