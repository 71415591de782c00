"""A word of a closed list, and an amount with its unit, as people say them; as YAML has them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from smmkit.corrections.officials import WORDS, comparable, labelled, meanings, nearest, table
from smmkit.corrections.spoken_values import UP_TO
from smmkit.small_words import small_words
from smmkit.words import language
from smmkit.words.numbers import number_meant

if TYPE_CHECKING:
    from smmkit.model.fields import Field


class Right(NamedTuple):
    """A value as it was meant, in YAML."""

    yaml: str
    is_certain: bool = True
    """Whether nothing else can have been meant."""
    day: date | None = None
    """Where it is a day that may be another one: which it is taken for."""


PARTS: Final = re.compile(rf" ?[/;] ?|, | (?:{small_words('and', 'or')}) ")
"""What stands between two words of a list of which only one can be chosen."""


def words_in(text: str, field: Field) -> list[str]:
    """The words of a closed list that a text names: minor/observasi."""
    meant = [word(piece, field) for piece in PARTS.split(text)]
    return list(dict.fromkeys(one.yaml for one in meant if one and one.is_certain))


def word(text: str, field: Field) -> Right | None:
    """A word of a closed list, by its label."""
    text = text.rstrip(" .,;")
    if found := labelled(text, field.enum or ()):
        return Right(found)
    known = meanings(text, WORDS, [one.value for one in field.enum or ()])
    if len(known) == 1:
        return Right(known[0])
    several = {word(piece, field) for piece in PARTS.split(text)} if PARTS.search(text) else set()
    if len(several) == 1 and (one := several.pop()):
        return one  # Mengurangi/mitigasi
    if (bare := BRACKET.sub("", text)) != text and (meant := word(bare, field)):
        return Right(meant.yaml, is_certain=False)
    labels = {comparable(language("id").say(o.label)): o.value for o in field.enum or ()}
    found = nearest(text, list(labels))
    return Right(labels[found], is_certain=False) if found else None


BRACKET: Final = re.compile(r"(?<! ) *+\([^()]*+\) *+$")
"""What somebody adds to a word: komplain (lisan)."""


def as_amount(text: str, measure: Field, *, takes_range: bool) -> Right | None:
    """A number with its unit, from one to another where that is taken; hours and minutes as minutes."""
    said = IN_WORDS.sub("", ABOUT.sub("", text))
    ends = FROM_TO.fullmatch(said) if takes_range else None
    if ends and (unit := word(ends[3], measure)) and unit.is_certain:
        return Right(f"{{value: {ends[1]}, up_to: {ends[2]}, unit: {unit.yaml}}}")
    found = AMOUNTS.findall(said)
    parts = [part for one in found if (part := amount_of(one, measure))]
    if not parts or len(parts) < len(found) or AMOUNTS.sub("", said).strip():
        return None
    if len(parts) == 1:
        return Right(f"{{value: {parts[0][0]}, unit: {parts[0][1]}}}")
    if all(unit in MINUTES and number.isdigit() for number, unit in parts):
        total = sum(int(number) * MINUTES[unit] for number, unit in parts)
        return Right(f"{{value: {total}, unit: minute}}")
    return None


MINUTES: Final = {"minute": 1, "hour": 60}
"""The units that add up: 1 jam 30 menit is 90 minutes."""

AMOUNTS: Final = re.compile(r"(\d[\d.,]{0,12}|[^\W\d]{3,9}(?= [^\W\d])) ?((?:[^\W\d]{1,8} ?){1,2})")
"""A number and what it counts: 1 jam, 30 menit, dua hari."""

FROM_TO: Final = re.compile(
    rf"(\d{{1,4}}) ?{UP_TO} ?(\d{{1,4}}) ([^\W\d]{{1,12}}(?: [^\W\d]{{1,12}})?)"
)
"""From one amount to another: 3-5 hari."""

ABOUT: Final = re.compile(rf"^(?:[<>=\u2264\u2265~\u00b1]+|(?:{small_words('about')})\.?) *")
"""What stands before an amount that is not meant to the letter."""


IN_WORDS: Final = re.compile(r" ?\([^()\d]{1,30}\)")
"""The same amount in words: 2 (dua) hari."""

TIMES: Final = (*MINUTES, "day", "week", "month", "year")
"""What time is counted in."""


def time_in(text: str) -> str:
    """What a number counts, if that is time: `hour` of 2 jam; empty where it counts something else."""
    found = AMOUNTS.search(text)
    known = meanings(found[2].strip(), WORDS, TIMES) if found else ()
    return known[0] if known else ""


def amount_of(found: tuple[str, str], measure: Field) -> tuple[str, str] | None:
    """A number and its unit, as YAML has them; None where one of them is not certain."""
    meant, unit = number_meant(found[0].rstrip(".,")), word(found[1].strip(), measure)
    sure = meant and meant[1] and unit and unit.is_certain
    return (meant[0], unit.yaml) if sure and meant and unit else None


def flag(text: str) -> Right | None:
    """Yes or no: `ya`; `ya, sudah` by its first word."""
    words = table("flags")
    if meant := words.get(comparable(text)):
        return Right(meant[0])
    likely, said = table("likely_flags"), comparable(re.split(r"[,;(.]", text, maxsplit=1)[0])
    first = words.get(said) or likely.get(said) or words.get(said.partition(" ")[0])
    return Right(first[0], is_certain=False) if first else None
