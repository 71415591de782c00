"""Names of people of the register, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.plain import letters_of, plain
from smmkit.personal.spellings import SMALL, Spelling, spellings
from smmkit.personal.words import word_set

WORD: Final = re.compile(r"[^\W\d_][^\W_]*+(?:'(?!s(?![^\W_]))[^\W\d_][^\W_]*+)*+")
BETWEEN: Final = re.compile(r"[\s.\-*_']{1,5}")
COMMA: Final = re.compile(r"\s?,\s{0,3}")
JOINTS: Final = frozenset("._")
"""Between two words of a name as a program knows somebody: maria.lende."""

LISTED: Final = re.compile(r"\.(?![^\W_])")
"""Right behind the letter for a first name, which is no degree then: Nahak, M."""

NEXT: Final = re.compile(r"\.?[ \t]{1,2}[A-Z][^\W_]")
"""Right behind a word: the next begins with a capital, too."""

FOR: Final = re.compile(r"(?<![^\W_])a\.\s?n\.?\s{0,2}\Z", re.I)
"""Right before the name of somebody for whom something is done: a.n."""

PLACES: Final = word_set("places")
"""Right before a name these speak of what is called after somebody."""

MANY: Final = 3
"""So many words of a name are known again without a form of address; of fewer a school may have its name."""

DEGREE: Final = re.compile(r"(?:,\s{0,2}| )(?:[SMADP]\.\s?[A-Z]|Ph\.\s?D|Ak\b|Apt\b|Ners\b)")
"""Behind a name: what somebody has studied."""

BEHIND: Final = re.compile(
    r",|\s(?=(?:[SM]\.\s?(?:Kom|H|E|Sos|IP|STP|Pd|T|Si|Kep|Farm|Ag|AP|Psi|Hum|M|KM|Tr|Gz)|A\.Md)\b)"
)
"""Where in a register the name ends and the degrees begin."""
TITLES: Final = word_set("titles")
POLITE: Final = word_set("address", "name_words")
"""What has to stand before a name of one word, which may be a word like any other."""

ADDRESS: Final = word_set("address", "titles")
"""What has to stand before a single word of a longer name: Pak Petrus."""

OFFICES: Final = word_set("makers")
"""By these words who made a file is an office, a program or a machine."""


LONG: Final = 3
"""A word of a name with more letters is not only a part of one."""

LETTERS: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class Names:
    """The names of people in every way that they are written, by their first two words, the longest first."""

    by_first: dict[tuple[str, ...], tuple[Spelling, ...]]
    telling: frozenset[str]
    """The longest word of each; a text with none of them names nobody."""

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The letters that these words begin with, up to the first sign that is none."""
        return frozenset(found[0] for word in self.telling if (found := LETTERS.match(word)))

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words that names begin with, in any of their ways."""
        return frozenset(first[0] for first in self.by_first)

    @cached_property
    def parts(self) -> frozenset[str]:
        """All words of names that are long enough to be no shortened one."""
        return frozenset(
            word
            for some in self.by_first.values()
            for one in some
            for word in one.words
            if len(word) > LONG
        )

    def may_be_in(self, text: str) -> bool:
        """Whether a text in small letters has one of these words; most have none."""
        if not self.telling:
            return False
        if text.isascii() and self.beginnings.isdisjoint(letters_of(text)):
            return False
        return not self.telling.isdisjoint(WORD.findall(text))


NOBODY: Final = Names({}, frozenset())


def names_of(people: Iterable[str]) -> Names:
    """The names of people, without the titles before and behind them."""
    found: dict[tuple[str, ...], set[Spelling]] = {}
    telling: set[str] = set()
    for person in people:
        joined = name_in(person.replace("-", ""))  # Az-Zahra is Azzahra, too
        ways = {name_in(person), joined}
        if len(joined) > 2 and len(joined[0]) < LONG:
            ways.add((joined[0] + joined[1], *joined[2:]))  # Ni Luh is Niluh
        for spelling in chain(*map(spellings, ways)):
            found.setdefault(spelling.words[:2], set()).add(spelling)
            telling.add(max(spelling.words, key=len))
    by_first = {
        first: tuple(sorted(some, key=lambda one: (-len(one.words), one.is_loose, one.words)))
        for first, some in found.items()
    }
    return Names(by_first, frozenset(telling))


def name_in(person: str) -> tuple[str, ...]:
    """The words of a name in small letters, without the titles before and behind it."""
    words = words_of(BEHIND.split(plain(person), maxsplit=1)[0])
    while words and words[0] in TITLES:
        words = words[1:]
    return words


def words_of(text: str) -> tuple[str, ...]:
    """The words of a plain text in small letters, as they are compared."""
    return tuple(WORD.findall(text.lower()))


def is_office(maker: str) -> bool:
    """Whether who made a file is an office, a program or a machine, and no person."""
    return not OFFICES.isdisjoint(word.lower() for word in WORD.findall(maker)) or not WORD.search(
        maker
    )


def named(text: str, context: str, names: Names) -> Iterator[Hit]:
    """Every name in a plain text; `context` is the heading of its column."""
    if not names.may_be_in(text.lower()):
        return
    words = list(WORD.finditer(text))
    low = [word[0].lower() for word in words]
    at = 0
    while at < len(words):
        if low[at] not in names.firsts:
            at += 1
            continue
        several = chain(*(names.by_first.get(tuple(low[at:end]), ()) for end in (at + 2, at + 1)))
        size = next((len(n.words) for n in several if is_here(text, words, low, at, n, context)), 0)
        if size:
            yield Hit(Data.NAME, (words[at].start(), words[at + size - 1].end()), Certainty.SURE)
        at += size or 1


def is_here(
    text: str, words: list[re.Match[str]], low: list[str], at: int, name: Spelling, context: str
) -> bool:
    """Whether a name begins with this word, its words with nothing but blanks or a comma between them."""
    end = at + len(name.words)
    if tuple(low[at:end]) != name.words:
        return False
    if name.is_partial:
        before, has_next = low[max(0, at - 1) : at], NEXT.match(text, words[end - 1].end())
        if len(name.words) == 1:
            return text[words[at].start()].isupper() and not (
                has_next or ADDRESS.isdisjoint(before)
            )
        if not is_addressed(before, context) and (
            len(name.words) < MANY or has_next or not PLACES.isdisjoint(before)
        ):
            return False
    if name.is_glued:
        return True
    if len(name.words) == 1:
        return is_alone(text, words[at], low[max(0, at - 1) : at], context)
    gaps = [(words[n].end(), words[n + 1].start()) for n in range(at, end - 1)]
    is_high = all(text[words[n].start()].isupper() or low[n] in SMALL for n in range(at, end))
    is_login = min(map(len, name.words)) > LONG and all(text[slice(*gap)] in JOINTS for gap in gaps)
    if name.is_loose and not (is_high or is_login):
        return False
    has_comma = name.is_turned and COMMA.fullmatch(text, *gaps[0]) is not None
    if name.is_listed:
        return has_comma and LISTED.match(text, words[end - 1].end()) is not None
    return all(BETWEEN.fullmatch(text, *gap) for gap in gaps[has_comma:])


def is_addressed(before: list[str], context: str) -> bool:
    """Whether a form of address or a title stands before a word, or `nama` over its column."""
    return not (POLITE | TITLES).isdisjoint(before) or not POLITE.isdisjoint(words_of(context))


def is_alone(text: str, word: re.Match[str], before: list[str], context: str) -> bool:
    """Whether a word is here a whole name: a form of address, a degree or its heading says so."""
    if not text[word.start()].isupper():
        return False
    is_for = FOR.search(text, max(0, word.start() - 6), word.start())
    if is_for or POLITE.intersection(before) or DEGREE.match(text, word.end()):
        return True
    return text.strip() == word[0] and not POLITE.isdisjoint(words_of(context))
