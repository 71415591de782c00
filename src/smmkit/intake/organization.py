"""What a person writes of an organization in one line: its units, its services, its time zone, its staff."""

from __future__ import annotations

import re
from collections.abc import Mapping

from smmkit.corrections.time_zones import is_zone, zone_meant
from smmkit.errors import SmmError
from smmkit.model.patterns import ID
from smmkit.words import Words, say
from smmkit.yaml_text.scalars import clean

UNIT = Words(en="SEC=Secretariat", id="SEK=Sekretariat")
"""The unit that nearly every agency has."""


def read_text(text: str) -> str:
    """An answer that says something."""
    if not any(map(str.isalnum, text)):
        raise SmmError(say("the answer is empty"))
    return clean(text)


def initials(name: str) -> str:
    """The capital letters of a name, BKD; all of it where there are fewer than two.

    What is an abbreviation already stays one: RSUD of RSUD Kabupaten Rekaan.
    """
    words = words_of(name)
    if words and is_abbreviation(words[0]) and not all(map(is_abbreviation, words)):
        return words[0]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals if len(capitals) > 1 else name


def words_of(name: str) -> list[str]:
    """The words of a name; where all of it is written in capitals, as they are written otherwise."""
    words = re.findall(r"\w+", name)
    return [word.capitalize() for word in words] if len(words) > 1 and name.isupper() else words


def is_abbreviation(word: str) -> bool:
    """Whether a word is one already: RSUD, UPT, TU."""
    return len(word) > 1 and word.isupper()


EXAMPLE = Words(en="Europe/Berlin", id="Asia/Makassar")
"""A time zone that a reader knows."""


def read_zone(text: str) -> str:
    """The time zone that is meant."""
    zone = text.strip()
    if not is_zone(zone):
        zone = zone_meant(zone) or zone
    if not is_zone(zone):
        raise SmmError(
            say(
                "there is no time zone {zone}; write WIB, WITA, WIT, or one such as {example}",
                zone=zone,
                example=EXAMPLE,
            )
        )
    return zone


def read_standards(text: str) -> tuple[str, ...]:
    """Standards by their ids, or editions of ISO 9001 by their years; none where nothing is said."""
    from smmkit.standards import shipped

    known = shipped()
    found = []
    for word in re.findall(r"[^\s,;]+", text):
        id_ = f"iso9001-{word}" if word.isdigit() else word
        if id_ not in known:
            raise SmmError(
                say("there is no standard {id}; there are: {words}", id=word, words=known)
            )
        found.append(id_)
    return tuple(dict.fromkeys(found))


CODE = r"[A-Z][A-Z0-9._-]*"
"""What looks like the code of a unit, where a colon follows it."""


def read_units(text: str, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Units by their codes, added to those that are known; a unit without a code gets one.

    A name may hold a comma: one parts units only where a code follows it; and a colon, where no code stands
    before it.
    """
    units = dict(known or {})
    for piece in re.split(rf";|,(?=[^,;=]*=|\s*{CODE}\s*:)", text):
        coded = re.match(rf"\s*{CODE}\s*:", piece)
        code, equals, name = piece.partition(":" if coded else "=")
        if not piece.strip():
            continue
        name = read_text(name if equals else code)
        code = code.strip() if equals else unit_code(name, units)
        if not re.fullmatch(ID.regex, code) or not code[0].isalpha():
            raise SmmError(say("{code} is no code of a unit; write one such as SEK", code=code))
        if code in units:
            raise SmmError(say("two units have the code {code}", code=code))
        if twin := next((c for c, n in units.items() if n.casefold() == name.casefold()), None):
            raise SmmError(
                say(
                    "two units are called {name}: {first} and {code}",
                    name=name,
                    first=twin,
                    code=code,
                )
            )
        units[code] = name
    if not units:
        raise SmmError(say("there must be at least one unit, such as {unit}", unit=UNIT))
    return units


def unit_code(name: str, taken: Mapping[str, str]) -> str:
    """A code for a unit: SEK for Sekretariat, BM for Bidang Mutasi."""
    words = [word for word in words_of(name) if re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", word)]
    great = "".join(w if is_abbreviation(w) else w[0] for w in words if w[0].isupper())
    code = great if len(great) > 1 else (words or ["unit"])[0][:3].upper()
    number = 2
    while (found := code if number == 2 else f"{code}{number - 1}") in taken:
        number += 1
    return found


def read_services(text: str, units: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Services with the codes or names of their units: `MUT: Kenaikan pangkat; SEK=Surat; Konsultasi`.

    Without one a service is of the first unit. A title may hold a colon or a comma: a comma
    parts services only where a code or name of a unit and a colon or `=` follow it.

    Raises:
        SmmError: what stands before the colon looks like a code, and no unit has it.
    """
    codes = {word.casefold(): code for code, name in units.items() for word in (name, code)}
    any_code = "|".join(map(re.escape, codes))
    found = []
    for piece in re.split(rf";|,(?=\s*(?i:{any_code})\s*[:=])", text):
        if not piece.strip():
            continue
        code, sign, title = re.fullmatch(r"([^:=]*)([:=]?)(.*)", piece, re.DOTALL).groups()  # type: ignore[union-attr]
        code = code.strip()
        if sign and code.casefold() in codes:
            found.append((codes[code.casefold()], read_text(title)))
        elif sign and re.fullmatch(CODE, code):
            message = say(
                "there is no unit {code}; the units are: {units}", code=code, units=list(units)
            )
            raise SmmError(message)
        else:
            found.append((next(iter(units)), read_text(piece)))
    return tuple(found)


def read_headcount(text: str) -> int | None:
    """A number of people; None where nothing is said."""
    bare = text.strip().replace(".", "").replace(",", "")
    if not bare:
        return None
    if not bare.isdecimal():
        from smmkit.corrections.spoken_numbers import number

        meant = number(text, whole=True)
        bare = meant.yaml if meant and meant.is_certain and meant.yaml.isdecimal() else "0"
    if int(bare) < 1:
        raise SmmError(say("{text} is no number of people; write one such as 40", text=text))
    return int(bare)
