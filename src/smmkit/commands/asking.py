"""The questions of `smm init`: answered by options, by a person at a terminal, or by defaults."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from smmkit.errors import SmmError
from smmkit.words import LANGUAGES, Language, Message, Words, language, say, spoken_here

if TYPE_CHECKING:
    from smmkit.starter import Answers

T = TypeVar("T")

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The time zones of Indonesia."""

UNIT = Words(en="SEC=Secretariat", id="SEK=Sekretariat")
"""The unit that nearly every agency has."""


class Asker:
    """Settles answers: as an option says, else a person at the terminal, else a default."""

    def __init__(self, lang: str | None) -> None:
        self.asks = sys.stdin.isatty()
        if lang is None and self.asks:
            choice = click.Choice(LANGUAGES)
            lang = click.prompt("Bahasa / Language", type=choice, default=spoken_here())
        self.speech: Language = language(lang or spoken_here())

    def answers(
        self,
        name: str | None,
        short_name: str | None,
        head: str | None,
        units: str | None,
        zone: str | None,
    ) -> Answers:
        """What is said of the organization.

        Raises:
            SmmError: there is no name, or an answer cannot be used.
        """
        from smmkit.starter import Answers

        name = self.settle("--name", name, say("Name of the organization"), None, some)
        short = self.settle("--short-name", short_name, say("Short name"), initials(name), some)
        headed = self.speech.say(Words(en=f"Head of {short}", id=f"Kepala {short}"))
        head = self.settle("--head", head, say("Title of its head"), headed, some)
        known = self.units(units)
        zone = self.settle("--zone", zone, say("Time zone: WIB, WITA or WIT"), "WITA", zone_of)
        return Answers(name, short, head, zone, known)

    def units(self, given: str | None) -> dict[str, str]:
        """The units by their codes; at a terminal line by line, until one is empty."""
        if given is not None or not self.asks:
            return units_of(given if given is not None else self.speech.say(UNIT))
        click.echo(self.speech.say(say("Units, one a line; an empty line ends.")))
        known: dict[str, str] = {}
        while True:
            default = "" if known else self.speech.say(UNIT)
            question = say("Unit {n}, as CODE=Name", n=len(known) + 1)
            more = self.settle("", None, question, default, partial(units_of, known=known))
            if more == known:
                return known
            known = more

    def settle(
        self,
        option: str,
        given: str | None,
        question: Message,
        default: str | None,
        read: Callable[[str], T],
    ) -> T:
        """One answer; at a terminal it is asked again until it can be used."""

        def judged(text: str) -> T:
            try:
                return read(text)
            except SmmError as error:
                raise click.UsageError(self.speech.say(error.message)) from error

        if given is None and self.asks:
            text = self.speech.say(question)
            answer: T = click.prompt(
                text, default=default, value_proc=judged, show_default=bool(default)
            )
            return answer
        if given is None and default is None:
            raise SmmError(say("{option} is missing: {question}", option=option, question=question))
        return read(given if given is not None else default or "")


def some(text: str) -> str:
    """An answer that says something."""
    from smmkit.starter import clean

    if not clean(text):
        raise SmmError(say("the answer is empty"))
    return clean(text)


def initials(name: str) -> str:
    """The capital letters of a name, BKD; all of it where there are fewer than two."""
    capitals = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    return capitals if len(capitals) > 1 else name


def zone_of(text: str) -> str:
    """The time zone that is meant."""
    from zoneinfo import ZoneInfo

    zone = ZONES.get(text.strip().upper(), text.strip())
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, KeyError) as error:
        raise SmmError(
            say(
                "there is no time zone {zone}; write WIB, WITA, WIT, or one such as Asia/Makassar",
                zone=zone,
            )
        ) from error
    return zone


def units_of(text: str, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Units by their codes, added to those that are known; a unit without a code gets one.

    A name may hold a comma: one parts units only where a code follows it.
    """
    units = dict(known or {})
    for piece in re.split(r";|,(?=[^,;=]*=)", text):
        code, equals, name = piece.partition("=")
        if not piece.strip():
            continue
        name = some(name if equals else code)
        code = code.strip() if equals else code_of(name, units)
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]{0,63}", code):
            raise SmmError(say("{code} is no code of a unit; write one such as SEK", code=code))
        if code in units:
            raise SmmError(say("two units have the code {code}", code=code))
        units[code] = name
    if not units:
        raise SmmError(say("there must be at least one unit, such as {unit}", unit=UNIT))
    return units


def code_of(name: str, taken: Mapping[str, str]) -> str:
    """A code for a unit: SEK for Sekretariat, BM for Bidang Mutasi."""
    words = re.findall(r"[A-Za-z][A-Za-z0-9]*", name)
    great = "".join(word[0] for word in words if word[0].isupper())
    code = great if len(great) > 1 else (words or ["unit"])[0][:3].upper()
    number = 2
    while (found := code if number == 2 else f"{code}{number - 1}") in taken:
        number += 1
    return found
