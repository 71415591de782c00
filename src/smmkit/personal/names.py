"""Names of people of the register, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit

WORD: Final = re.compile(r"[^\W\d_][\w'’]*")
BETWEEN: Final = re.compile(r"[\s.\-]{1,4}")
TITLES: Final = frozenset(
    {
        "dr",
        "drs",
        "dra",
        "ir",
        "h",
        "hj",
        "prof",
        "kh",
        "ust",
        "sdr",
        "sdri",
        "bapak",
        "ibu",
        "mr",
        "mrs",
        "ms",
        "apt",
    }
)
POLITE: Final = frozenset(
    {"bapak", "ibu", "pak", "bu", "sdr", "sdri", "saudara", "saudari", "nama", "an", "oleh"}
)
"""What has to stand before a name of one word, which may be a word like any other."""

OFFICES: Final = frozenset(
    {
        *(
            "badan",
            "dinas",
            "kantor",
            "bagian",
            "biro",
            "bidang",
            "sekretariat",
            "inspektorat",
            "lembaga",
            "unit",
        ),
        *(
            "pemerintah",
            "kementerian",
            "direktorat",
            "kecamatan",
            "kelurahan",
            "puskesmas",
            "rsud",
            "balai",
            "pusat",
        ),
        *(
            "pt",
            "cv",
            "yayasan",
            "universitas",
            "bkd",
            "bkpsdm",
            "bkn",
            "office",
            "agency",
            "ministry",
        ),
        *(
            "microsoft",
            "openpyxl",
            "python",
            "admin",
            "administrator",
            "user",
            "pengguna",
            "owner",
            "windows",
        ),
        *(
            "hp",
            "asus",
            "acer",
            "lenovo",
            "dell",
            "toshiba",
            "samsung",
            "canon",
            "epson",
            "pc",
            "computer",
        ),
    }
)
"""By these words who made a file is an office, a program or a machine."""

LETTERS: Final = re.compile(r"[^\W\d_]+")
NO_LETTERS: Final = {code: " " for code in range(128) if not chr(code).isalpha()}
"""Of a text in ASCII leaves the letters alone."""


class Names(dict[str, tuple[tuple[str, ...], ...]]):
    """The names by their first word, in small letters, the longest first."""

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The letters that the first words begin with, up to the first sign that is none."""
        return frozenset(found[0] for first in self if (found := LETTERS.match(first)))

    def may_be_in(self, text: str) -> bool:
        """Whether a text in small letters has a word that is the first of a name; most have none."""
        if text.isascii() and self.beginnings.isdisjoint(text.translate(NO_LETTERS).split()):
            return False
        return not self.keys().isdisjoint(WORD.findall(text))


def names_of(people: Iterable[str]) -> Names:
    """The names of people, without the titles before and behind them."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for person in people:
        words = [word.lower() for word in WORD.findall(person.partition(",")[0])]
        while words and words[0] in TITLES:
            words.pop(0)
        if words and len("".join(words)) > 3:
            found.setdefault(words[0], set()).add(tuple(words))
    return Names(
        (first, tuple(sorted(names, key=len, reverse=True))) for first, names in found.items()
    )


def is_office(maker: str) -> bool:
    """Whether who made a file is an office, a program or a machine, and no person."""
    return not OFFICES.isdisjoint(word.lower() for word in WORD.findall(maker)) or not WORD.search(
        maker
    )


def named(text: str, names: Names) -> Iterator[Hit]:
    """Every name in a plain text."""
    if not names.may_be_in(text.lower()):
        return
    words = list(WORD.finditer(text))
    low = [word[0].lower() for word in words]
    at = 0
    while at < len(words):
        size = next((len(n) for n in names.get(low[at], ()) if is_here(text, words, low, at, n)), 0)
        if size:
            yield Hit(Data.NAME, (words[at].start(), words[at + size - 1].end()), Certainty.SURE)
        at += size or 1


def is_here(
    text: str, words: list[re.Match[str]], low: list[str], at: int, name: tuple[str, ...]
) -> bool:
    """Whether a name begins with this word, its words with nothing but blanks between them."""
    end = at + len(name)
    if tuple(low[at:end]) != name:
        return False
    if len(name) == 1:
        return text[words[at].start()].isupper() and at > 0 and low[at - 1] in POLITE
    return all(
        BETWEEN.fullmatch(text, words[n].end(), words[n + 1].start()) for n in range(at, end - 1)
    )
