"""A number as a person writes it where a plain one has to stand, and the same as YAML has it."""

from __future__ import annotations

import re
from typing import Final

from smmkit.corrections.spoken_values import UP_TO
from smmkit.corrections.spoken_words import IN_WORDS, Right
from smmkit.small_words import small_words
from smmkit.words.numbers import IN_TWO_WAYS, RUPIAH, certain, number_meant

LIMIT: Final = re.compile(
    r"^(?:[<>=\u2264\u2265~\u00b1 ]+|(?:min|maks|max)(?:imal|imum)?\b\.? *|paling (?:sedikit|banyak) |"
    r"(?:sekurang|setinggi|sebanyak)[- ][^\W\d]{5,9}nya )",
    re.IGNORECASE,
)
"""What stands before a number that is a limit; the formula says which way is good."""

SAYS_MORE: Final = re.compile(r"^[~\u00b1]|\([^()\d]*\d")
"""What would be lost if the number alone were left: that it is a guess, another number behind it."""

WITHIN: Final = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")
ENGLISH: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
"""A number whose commas part thousands."""

NOUGHTS: Final = re.compile(r"\.0{1,3}$")


def number(text: str, *, whole: bool) -> Right | None:
    """A number: 2,5 and 1.200 and 62 orang; of other words the only one in them: sedang (3)."""
    text = text.strip("[] ")
    if whole and ENGLISH.fullmatch(text):
        return Right(text.replace(",", ""), is_certain=False)
    if whole and text.casefold() in ROMAN:
        return Right(str(ROMAN.index(text.casefold()) + 1), is_certain=False)
    meant = number_meant(LIMIT.sub("", " ".join(IN_WORDS.sub("", text).split())))
    if meant is None:
        return only_number_in(text, whole=whole)
    plain = NOUGHTS.sub("", meant[0]) if whole else meant[0]
    if whole and "." in plain:
        return None
    sure = whole or (meant[1] and not twofold(text))
    is_share = whole and "%" in text  # a share of what, is not known where something is counted
    return Right(certain(plain), sure and not is_share and not SAYS_MORE.search(text))


def twofold(text: str) -> str:
    """The one number of a text whose sign parts thousands or stands before decimals: of `GBP 10,000]`."""
    found = NUMBERS.findall("" if RUPIAH.match(text) and not COMMA.search(text) else text[:LONGEST])
    return found[0] if len(found) == 1 and IN_TWO_WAYS.fullmatch(found[0]) else ""


COMMA: Final = re.compile(r"\d,\d")
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
NUMBERS: Final = re.compile(r"\d[\d.,]*(?<![.,])")
LONGEST: Final = 60


def only_number_in(text: str, *, whole: bool) -> Right | None:
    """The one number that a text has in it; a guess. The number of an id is none."""
    found = [one[0].replace(",", ".") for one in WITHIN.finditer(OF_HUNDRED.sub("", text))]
    if len(found) != 1 or (whole and "." in found[0]) or GLUED.search(text):
        return None
    return Right(found[0], is_certain=False)


OF_HUNDRED: Final = re.compile(rf"(?<=\d) ?(?:/|{small_words('of')}) ?100\b")
"""What a mark is counted out of: 62/100."""

GLUED: Final = re.compile(r"[^\W\d][-._]?[0-9]|[0-9][^\W\d]")
"""A letter at a digit: it is a code, not a number."""

SHARE: Final = re.compile(rf"\d\s*+(?:/|{small_words('of')})\s*+\d")
"""One number out of another: 64/70, 4 dari 5."""

RANGE: Final = re.compile(
    rf"\s*+(\d{{1,9}}(?:[.,]\d{{1,9}})?)\s*+(?:{UP_TO}|/|{small_words('of')})\s*+"
    r"(\d{1,9}(?:[.,]\d{1,9})?)\s*+(?:%\s*+)?"
)
"""From one number to another, as a target is often said; one out of another: 64/70."""
