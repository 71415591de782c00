"""E-mail addresses of persons; a letter box of an office is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.names import NOBODY, Names
from smmkit.personal.words import word_list, word_set, word_ways

LOGIN: Final = re.compile(r"://(?:[^\s/@:]{1,30}:)?\Z")
"""Before a name these tell of who asks a server for something."""

LOCAL: Final = re.compile(r"[\w.%+\-]{1,64}\Z")
PROVIDERS: Final = word_list("providers")
PROVIDER: Final = f"(?:{'|'.join(PROVIDERS)})"
SLIP: Final = "|".join(f"(?<={name})" for name in PROVIDERS)
DOT: Final = (
    r"(?:\.| ?[\[({<] ?(?:dot|\.) ?[\])}>] ?| (?:dot|titik) (?=[a-z]{2,10}\b)|[_\-]dot[_\-]"
    rf"|(?:{SLIP})(?: ?[.,] ?| )(?=com?\b))"
)
DOMAIN: Final = re.compile(
    rf"[a-z0-9][a-z0-9\-]{{0,62}}(?:{DOT}[a-z0-9][a-z0-9\-]{{0,62}}){{1,8}}", re.I
)
CUT: Final = re.compile(rf"({PROVIDER})(?:\.{{0,3}}com?)?+(?![\w\-]|[ .,]{{0,3}}\w)", re.I)
"""A provider alone, or with a slip behind it."""

DOTS: Final = re.compile(rf"{DOT}|[\s.]+", re.I)
LABEL: Final = r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?"
NEXT: Final = r"\r?\n[ \t]{0,8}"
BROKEN: Final = re.compile(
    rf"(?:{NEXT})?{LABEL}(?:(?:\.|-(?=\r?\n)|{NEXT}\.)(?:{NEXT})?{LABEL}){{1,8}}", re.I
)
"""A domain that goes on in the next line."""
SPELLED: Final = re.compile(
    r"[\[({<] ?(?:at?|@|et) ?[\])}>] ?| at (?=[a-z0-9\-]{2,30}(?:\.| ?[\[({<]dot| dot ))"
    rf"|[_\-]at[_\-] ?(?={PROVIDER}\b|{PROVIDER}_)| di (?={PROVIDER}{DOT})"
    r"|%40|&#64;|&#x40;|&commat;|\\@| @ ?|(?<=\w)@ ",
    re.I,
)
OPENED: Final = re.compile(r"[\[({<] ?(?:at?|et) ?[\])}>]")
"""How such a sign is spelled in brackets, in small letters."""

SIGNS: Final = (
    *("@", " at ", "%40", "&#64;", "&#x40;", "&commat;", "_at_", "_at-", "-at_", "-at-"),
    *(f" di {provider}" for provider in PROVIDERS),
)
"""How it is written or spelled otherwise, in small letters."""

FILE: Final = re.compile(r"\d*+(?:\.\d*+)++|\dx")
"""What of the name of a picture looks like a host: at 08.30.00.jpeg, logo@2x.png."""

SAID: Final = re.compile(rf"(?:{word_ways('mails')})\W{{1,3}}\Z")
PARTS: Final = re.compile(r"[^\W\d_]+")
EXAMPLES: Final = word_list("examples")
PARTS_OF_OFFICE: Final = word_set("parts_of_office")
"""With one of these a box begins that is named after an office or a part of it, whatever that does."""

OFFICE: Final = word_set("parts_of_office", "regions", "boxes")
"""What an office calls its own letter boxes."""

BODIES: Final = word_list("domains_of_bodies")
"""So end the addresses of bodies of the state and of schools."""

TASK: Final = re.compile(r"(?:ke|pe)[a-z]{4,20}an")
"""What an office does: perpustakaan."""

ACRONYM: Final = re.compile(r"[b-df-hj-np-tv-xz]{3,12}")
"""No name of a person is without a vowel."""

SHORT: Final = word_set("parts_that_begin_words")
"""With these begin other words and names, too: dinasartika."""

JOINED: Final = re.compile(
    rf"(?:{'|'.join(sorted(PARTS_OF_OFFICE - SHORT, reverse=True))}|dinas(?={TASK.pattern}))([a-z]{{3,64}})"
)
"""An office and what it is for, as one word: bkpsdmsumbatimur."""

REGIONS: Final = word_list("beginnings_of_regions")
"""With these begins the name of a region that is written as one word: kotakupang."""


def mails(text: str, names: Names = NOBODY) -> Iterator[Hit]:
    """Every address in a plain text that is not an office's."""
    at = text.find("@")
    while at >= 0:
        if hit := address(text, at, at + 1, names):
            yield hit
        at = text.find("@", at + 1)
    if has_sign(text):
        for match in SPELLED.finditer(text):
            if hit := address(text, match.start(), match.end(), names):
                yield hit


def has_sign(text: str) -> bool:
    """Whether a text may have an address in which the sign is spelled."""
    low = text.lower()
    for sign in SIGNS:  # faster than one pattern for all of them, and asked of every text
        if sign in low:
            return True
    return OPENED.search(low) is not None


def address(text: str, end: int, start: int, names: Names) -> Hit | None:
    """The address whose name ends here and whose domain begins there."""
    end -= text[end - 1 : end] == " "
    name = LOCAL.search(text, max(0, end - 64), end)
    sign = text[end:start]
    is_word = sign.strip() == "di" and not (name and is_said(text, name))
    if is_word or (name and LOGIN.search(text, max(0, name.start() - 64), name.start())):
        return None
    if sign == " @" and not (name and is_labelled(text, name)):
        return None
    is_sign = text[end:start] == "@"  # at the end of a sentence "at all" is none
    if name and is_sign and (where := CUT.match(text, start)):
        if is_office(name[0].lower(), f"{where[1].lower()}.com", names.parts):
            return None
        return Hit(Data.EMAIL, (name.start(), where.end()), Certainty.SURE)
    for beginning in (DOMAIN.match, *((BROKEN.match,) if is_sign else ())):
        where = beginning(text, start)
        domain = DOTS.sub(".", where[0].lower()) if where else ""
        host, _, top = domain.rpartition(".")
        if name and where and host and top.isalpha():
            is_file = FILE.fullmatch(host)
            if is_file or is_office(name[0].lower(), domain, names.parts):
                return None
            return Hit(Data.EMAIL, (name.start(), where.end()), Certainty.SURE)
    return None


def is_labelled(text: str, name: re.Match[str]) -> bool:
    """Whether an address is meant before a blank and a sign: mostly only the end of one is named."""
    before = text[max(0, name.start() - 4) : name.start()].rstrip()
    return not name[0].isalpha() or before.endswith((":", "="))


def is_said(text: str, name: re.Match[str]) -> bool:
    """Whether an address is meant where its sign may be none: *di* is first of all a word."""
    before = text[max(0, name.start() - 16) : name.start()].lower()
    return "." in name[0] or SAID.search(before) is not None


def is_office(name: str, domain: str, people: frozenset[str] = frozenset()) -> bool:
    """Whether an address is that of an office: by its words, or named as its domain is.

    With a word of a person of the register it is none. Why not with any word that is no office's: behind
    `bkd.` mostly stands a region, and of these there are too many to know.
    """
    if domain in EXAMPLES or domain.endswith(EXAMPLES):
        return True
    of_domain = PARTS.findall(domain)
    parts = PARTS.findall(name)
    joined = JOINED.fullmatch(parts[0]) if parts else None
    if any(
        part in people and part not in OFFICE and part not in of_domain
        for part in (*parts[1:], joined[1] if joined else "")
    ):
        return False
    if not parts or joined or parts[0] in PARTS_OF_OFFICE:
        return bool(parts)
    if domain.endswith(BODIES) and (is_task(parts[0]) or ACRONYM.fullmatch(parts[0])):
        return True
    return all(
        part in of_domain or is_task(part) or (part.startswith(REGIONS) and len(parts) > 1)
        for part in parts
    )


def is_task(part: str) -> bool:
    """Whether a word of an address is what an office calls its letter boxes, or what it does."""
    return part in OFFICE or TASK.fullmatch(part) is not None
