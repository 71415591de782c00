"""Digits that may be one number: groups of them with little between, and what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

RUN: Final = re.compile(r"\d(?:[ \t.\-/_()|~*]{0,3}+(?:\r?\n[ \t]*+)?+\d){7,}+")
"""Eight digits or more with blanks, dots, hyphens, strokes or one break between; nothing is tried twice.

An upright stroke parts the cells of a table; only of a number in boxes it is a part.
"""

DAY: Final = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
"""A day as files write it: eight digits, and the commonest of all; no number of a person."""

LENGTH_OF_DAY: Final = 10
SHORTEST: Final = 8
"""Digits of the shortest number of a person."""

GROUP: Final = re.compile(r"\d+")
HASH: Final = re.compile(r"[0-9a-fA-F]+")
WORD: Final = re.compile(r"[^\W\d_]+")
MOST_GROUPS: Final = 20
BEFORE: Final = 48
"""So many letters before a number are looked at for its label."""

LONGEST_HASH: Final = 130

SLIP: Final = re.compile(
    r"[OoIlSB](?:(?:(?<=\d[OoIl])|(?<=\d[ .\-][OoIl]))[OoIl]{0,2}(?=[\d .\-]|\Z|\W)"
    r"|(?<=[OoIl])(?<![^\W_][OoIl])(?=[ .\-]?\d)|(?<=\d[SB])(?=\d))"
)
"""Letters that a typist or a machine that reads pictures puts for 0 and 1, 5 and 8."""

MASKED: Final = re.compile(
    r"\d(?<![^\W_].)(?:[ .\-]?\d){6,14}+[ .\-]?+(?:[xX*]{1,2}(?=\d{1,4}(?!\w))|(?<!x)[xX*]{1,2}(?![\w*]))"
)
"""A number of which so few digits are hidden that anybody can try them."""

HIDDEN: Final = str.maketrans("xX*", "000")

BESIDE_DIGIT: Final = re.compile(
    r"\d(?:[ .\-]?[OoQDIlSBZG]++(?![^\W\d_])|(?<=[OoQDIlSBZG]\d)"
    r"|(?<=[OoIl][ .\-]\d)(?<![^\W_][OoIl][ .\-]\d))"
)
"""What each of them, and of the letters below, has beside it, and found sooner: most texts have none."""

TOKEN: Final = re.compile(
    r"[\dOoQDIlSBZG](?<![^\W_].)(?:(?<=\d)|(?=[OoQDIlSBZG]*\d))[\dOoQDIlSBZG]{3,}(?![^\W_])"
)
"""A group of a number in which some digits may be letters."""

TOKENS: Final = re.compile(
    r"\d(?<![^\W_].)[\dOoQDIlSBZG]++(?![^\W_])(?:[ .\-][\dOoQDIlSBZG]++(?![^\W_])){2,}+"
)
"""A number in groups, of which short ones may have more letters than digits."""

MEANT: Final = str.maketrans("OoQDIlSBZG", "0000115826")

SPACED: Final = re.compile(r"(?<![^\W_])[a-z](?:[. ]{1,2}[a-z](?![^\W_])){2,}+")
"""Three letters or more that stand alone."""

LETTERS_ONLY: Final = re.compile(r"[. ]+")
OWNER: Final = re.compile(r"(?:(?<=..)nya|(?<=....)ku)\Z")
"""Whose it is, at the end of a word: rekeningku."""


@dataclass(frozen=True, slots=True)
class Run:
    """Groups of digits that lie close together."""

    text: str
    groups: tuple[tuple[int, int], ...]
    """Where each begins and ends in the text."""

    def end_of_numbers(self) -> int:
        """Behind which group too few digits are left for a number."""
        digits, end = 0, len(self.groups)
        while end and digits < SHORTEST:
            end -= 1
            digits += self.groups[end][1] - self.groups[end][0]
        return end + 1 if digits >= SHORTEST else 0

    def end_of_boxes(self, at: int) -> int:
        """Behind which group the digits end that stand alone, from one on."""
        end = at
        while end < len(self.groups) and self.groups[end][1] - self.groups[end][0] == 1:
            end += 1
        return end

    def windows(self, at: int, least: int, most: int, *, said: bool) -> Iterator[Window]:
        """The numbers of so many digits that begin with one group and end with another.

        Where nothing is `said` before them, none begins with a digit alone, but in boxes.
        """
        digits = ""
        cuts: list[int] = []
        for last in range(at, min(at + MOST_GROUPS, len(self.groups))):
            start, end = self.groups[last]
            digits += self.text[start:end]
            if len(digits) > most:
                return
            is_boxed = last - at + 1 == len(digits)
            if len(digits) >= least and (cuts[:1] != [1] or is_boxed or said):
                yield Window(self, at, last, tuple(cuts), digits)
            cuts.append(len(digits))


@dataclass(slots=True)
class Window:
    """A number of a run: its groups from one to another, and behind how many digits it is cut."""

    run: Run
    first: int
    last: int
    cuts: tuple[int, ...]
    digits: str
    """Its digits alone."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.run.groups[self.first][0], self.run.groups[self.last][1]

    @property
    def written(self) -> str:
        """As it stands there."""
        start, end = self.span
        return self.run.text[start:end]

    @property
    def is_in_word(self) -> bool:
        """Whether letters touch it on both sides, as in the address of a file."""
        start, end = self.span
        around = self.run.text[max(0, start - 1) : start], self.run.text[end : end + 1]
        return all(letter.isalpha() for letter in around)

    @property
    def goes_on(self) -> bool:
        """Whether a point parts it from more digits, as within the long number of a thing."""
        text, (start, end) = self.run.text, self.span
        before, behind = text[max(0, start - 2) : start], text[end : end + 2]
        return (before[1:] == "." and before[0].isdigit()) or (
            behind[:1] == "." and behind[1:].isdigit()
        )

    @property
    def is_boxed(self) -> bool:
        """Whether each digit stands alone, as in the boxes of a form."""
        return len(self.cuts) + 1 == len(self.digits)

    @property
    def is_in_cells(self) -> bool:
        """Whether it goes over several cells of a table, more than a digit in each."""
        return "|" in self.written and not self.is_boxed

    def is_cut_at(self, places: frozenset[int]) -> bool:
        """Whether it is cut only where a person would."""
        return self.is_boxed or places.issuperset(self.cuts)


def runs(text: str) -> Iterator[Run]:
    """Every run of a plain text, but for days and those inside of fingerprints."""
    for match in RUN.finditer(text):
        if is_day(match):
            continue
        groups = tuple(g.span() for g in GROUP.finditer(text, match.start(), match.end()))
        if in_hash(text, *groups[0]) or in_hash(text, *groups[-1]):
            continue
        yield Run(text, groups)


def mended(text: str) -> str:
    """The text with digits where letters stand for them: 2O1OO1 l OO3."""
    if "x" in text or "X" in text or "*" in text:
        text = MASKED.sub(lambda number: number[0].translate(HIDDEN), text)
    if not BESIDE_DIGIT.search(text):
        return text
    text = SLIP.sub(lambda slip: slip[0].translate(MEANT), text)
    return TOKEN.sub(group_meant, TOKENS.sub(groups_meant, text))


def group_meant(token: re.Match[str]) -> str:
    """A group of digits and letters as digits, where few are letters."""
    letters = sum(map(str.isalpha, token[0]))
    return token[0].translate(MEANT) if letters * 3 <= len(token[0]) else token[0]


def groups_meant(tokens: re.Match[str]) -> str:
    """Groups of digits and letters as digits, where there are enough for a number and few are letters."""
    letters, digits = sum(map(str.isalpha, tokens[0])), sum(map(str.isdigit, tokens[0]))
    return tokens[0].translate(MEANT) if digits >= SHORTEST and letters * 4 <= digits else tokens[0]


def has_run(text: str) -> bool:
    """Whether a plain text has one."""
    return any(not is_day(match) for match in RUN.finditer(text))


def is_day(match: re.Match[str]) -> bool:
    """Whether digits are a day, and nothing else."""
    is_as_long = match.end() - match.start() == LENGTH_OF_DAY
    return is_as_long and DAY.match(match.string, match.start()) is not None


def in_hash(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a fingerprint: letters a to f touch them, and the whole is long."""
    low, high = start, end
    while low and start - low < LONGEST_HASH and HASH.fullmatch(text[low - 1]):
        low -= 1
    while high < len(text) and high - end < LONGEST_HASH and HASH.fullmatch(text[high]):
        high += 1
    return (low, high) != (start, end) and high - low >= 24


def joined(text: str) -> str:
    """A text with letters that stand alone as one word: n.i.k., n i k."""
    return SPACED.sub(lambda letters: LETTERS_ONLY.sub("", letters[0]), text)


def words_before(text: str, start: int, context: str = "") -> list[str]:
    """The words before a place, the nearest first, in small letters; then those of the heading."""
    near = joined(text[max(0, start - BEFORE) : start].lower())
    found = (*reversed(WORD.findall(near)), *WORD.findall(context.lower()))
    return [OWNER.sub("", word) for word in found]
