"""Accounts of people in social networks; one of an office is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Data, Hit
from smmkit.personal.mail import OFFICE, PARTS, is_office
from smmkit.personal.names import NOBODY, Names
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import BEFORE, WORD
from smmkit.personal.things import persons
from smmkit.personal.weights import weights
from smmkit.personal.words import first_words, word_list, word_set, word_ways

HANDLE: Final = r"(?P<handle>@?[A-Za-z0-9_](?:[\w.\-]{1,40}\w))"
HOSTS: Final = word_list("hosts_of_networks")
LINK: Final = re.compile(
    rf"(?:{word_ways('hosts_of_networks')})/(?P<own>(?:in|add)/|profile\.php\?id=)?{HANDLE}", re.I
)
NAMED: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('networks')})(?![^\W_]|\.\w)(?P<of>[^\n;|@:=(]{{0,30}})"
    rf"(?:[ \t]?[:=(][ \t]?(?=@|[\w\-]{{0,40}}[._\d])|(?=@)){HANDLE}",
    re.I,
)
"""Behind the word for a network, and a colon or the sign for an account."""

FIRSTS: Final = first_words("networks")
NETWORKS: Final = [frozenset(one.split()) for one in word_list("networks")]
PAGES: Final = word_set("pages_of_networks")
"""What stands behind the host and is no account."""

OFFICIAL: Final = word_set("official_accounts", "parts_of_office")
OFFICES: Final = OFFICE | OFFICIAL
PRIVATE: Final = word_set("private_accounts")
SENTENCE: Final = re.compile(r"\A.*(?:[;|\n!?]|\.\s)", re.S)
"""What stands before the sentence in which an account is."""

PARTED: Final = re.compile(r"[a-z]{2}[._\-]{1,3}[a-z]|[a-z]{3}[._\-]?\d{2,4}\Z")
"""As people call themselves: with a point between two words, or a year behind."""


def may_have_handle(low: str) -> bool:
    """Whether a text in small letters may name an account."""
    said = letters_of(low)
    is_named = not FIRSTS.isdisjoint(said) and any(words <= said for words in NETWORKS)
    return is_named or ("/" in low and any(map(low.__contains__, HOSTS)))


def handles(text: str, names: Names = NOBODY) -> Iterator[Hit]:
    """Every account in a plain text that is not an office's."""
    if not may_have_handle(text.lower()):
        return
    for way, pattern in (("link", LINK), ("label", NAMED)):
        for match in pattern.finditer(text):
            if certainty := weights().certainty("handle", (way, *signs(text, match, names))):
                yield Hit(Data.HANDLE, match.span("handle"), certainty)


def signs(text: str, match: re.Match[str], names: Names) -> Iterator[str]:
    """What speaks for an account of a person, and what against it."""
    groups = match.groupdict()
    low = match["handle"].lstrip("@").lower()
    said = SENTENCE.sub("", text[max(0, match.start() - BEFORE) : match.start()])
    around = frozenset(WORD.findall(f"{said} {groups.get('of') or ''}".lower()))
    if low in PAGES or not any(map(str.isalnum, low)):
        yield "page"
    if groups.get("own"):
        yield "own"
    if around & (persons() | PRIVATE):
        yield "person"
    if around & OFFICIAL:
        yield "office"
    parts = PARTS.findall(low)
    if any(part in names.parts for part in parts):
        yield "named"
    elif is_office(low, "") or not OFFICES.isdisjoint(parts):
        yield "office"
    if PARTED.search(low):
        yield "parted"
