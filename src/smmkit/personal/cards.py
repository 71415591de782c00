"""Numbers of the cards that a person carries: passport, insurance, licence, card of an official."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.phones import MOBILE, THOUSANDS
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import Window
from smmkit.personal.weights import weights
from smmkit.personal.words import first_words, word_list, word_ways

OFFICIAL: Final = word_list("cards")
WORDS: Final = (*OFFICIAL, *word_list("passports"))
FIRSTS: Final = first_words("cards") | first_words("passports")
CARD: Final = re.compile(
    rf"({word_ways('cards')}|{word_ways('passports')})(?![^\W_])[^\d\n;|]{{0,40}}?"
    r"(?<![^\W_])((?-i:[A-Z]{1,2})[. ]{0,2}\d(?: ?\d){5,6})(?! ?\d|\w)",
    re.I,
)
"""A card that has a letter before its number, behind its word."""

YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")


def has_card(low: str) -> bool:
    """Whether a text in small letters has the word for a card with a letter before its number."""
    return not FIRSTS.isdisjoint(letters_of(low)) and any(map(low.__contains__, WORDS))


def cards(text: str) -> Iterator[Hit]:
    """The cards that have a letter before their number."""
    for match in CARD.finditer(text) if has_card(text.lower()) else ():
        kind = Data.NIP if match[1].lower() in OFFICIAL else Data.CARD
        yield Hit(kind, match.span(2), Certainty.SURE)


def card(window: Window, near: frozenset[str]) -> Iterator[str]:
    """A number behind the word for a card whose numbers have so many digits."""
    labels = weights().lists.get(f"cards of {len(window.digits)}", frozenset())
    if labels.isdisjoint(near) or MOBILE.fullmatch(window.digits):
        return
    yield from ("whole", "strong")
    if window.is_boxed:
        yield "odd"
    if "\n" in window.written:
        yield "broken"
    if THOUSANDS.fullmatch(window.written):
        yield "money"
    if window.cuts and YEAR.match(window.written):
        yield "year"
