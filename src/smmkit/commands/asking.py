"""The questions of `smm init`: answered by options, by a person at a terminal, or by defaults."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click
import typer

from smmkit.errors import SmmError
from smmkit.placeholders import clean
from smmkit.words import LANGUAGES, Language, Message, Words, language, say, spoken_here

if TYPE_CHECKING:
    from smmkit.new_qms import Answers

T = TypeVar("T")

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The time zones of Indonesia."""

UNIT = Words(en="SEC=Secretariat", id="SEK=Sekretariat")
"""The unit that nearly every agency has."""


class Asker:
    """Settles answers: as an option says, as a file says, else a person at the terminal, else a default."""

    def __init__(
        self,
        lang: str | None,
        options: Mapping[str, str | None] | None = None,
        known: Mapping[str, Any] | None = None,
        like: Answers | None = None,
    ) -> None:
        """`known` are answers of a file: then nobody is asked. `like` is another QMS to begin from."""
        self.options = {name: text for name, text in (options or {}).items() if text is not None}
        self.known = known or {}
        self.like = like
        self.asks = known is None and sys.stdin.isatty()
        if lang is None and self.asks and like is None:
            choice = click.Choice(LANGUAGES)
            lang = typer.prompt("Bahasa / Language", type=choice, default=spoken_here())
        self.speech: Language = language(lang or spoken_here())

    def answers(self) -> Answers:
        """What is said of the organization.

        Raises:
            SmmError: there is no name, or an answer cannot be used.
        """
        from smmkit.new_qms import Answers

        like, speech = self.like, self.speech
        name = self.settle("name", say("Name of the organization"), None, some)
        short = self.settle("short_name", say("Short name"), initials(name), some)
        parent = self.settle("parent", say("Parent government, if any"), "", clean)
        headed = speech.say(Words(en=f"Head of {short}", id=f"Kepala {short}"))
        head = self.settle("head", say("Title of its head"), like.head if like else headed, some)
        head_name = self.settle("head_name", say("Name of its head, if known"), "", clean)
        question = say("Time zone: WIB, WITA or WIT")
        zone = self.settle("zone", question, like.zone if like else "WITA", zone_of)
        if like and "units" not in self.options and "units" not in self.known:
            units: Mapping[str, str] = like.units
        else:
            units = self.units()
        services = () if like else self.services(units)
        headcount = self.settle("headcount", say("Number of staff, if known"), "", number_of)
        return Answers(name, short, head, zone, units, parent, head_name, services, headcount)

    def units(self) -> dict[str, str]:
        """The units by their codes; at a terminal line by line, until one is empty."""
        if "units" in self.options or "units" in self.known or not self.asks:
            return self.settle("units", say("Units"), self.speech.say(UNIT), units_of)
        typer.echo(self.speech.say(say("Units, one a line; an empty line ends.")))
        known: dict[str, str] = {}
        while True:
            default = "" if known else self.speech.say(UNIT)
            question = say("Unit {n}, as CODE=Name", n=len(known) + 1)
            more = self.settle("", question, default, partial(units_of, known=known))
            if more == known:
                return known
            known = more

    def services(self, units: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """The services, each with its unit; at a terminal line by line, until one is empty."""
        read = partial(services_of, units=units)
        if "services" in self.options or "services" in self.known or not self.asks:
            return self.settle("services", say("Services"), "", read)
        first = next(iter(units))
        message = say(
            "Services, one a line, as CODE: Service; without a code, of {unit}. An empty line ends.",
            unit=first,
        )
        typer.echo(self.speech.say(message))
        known: tuple[tuple[str, str], ...] = ()
        while more := self.settle("", say("Service {n}", n=len(known) + 1), "", read):
            known += more
        return known

    def settle(
        self, name: str, question: Message, default: str | None, read: Callable[[str], T]
    ) -> T:
        """One answer; at a terminal it is asked again until it can be used.

        Raises:
            SmmError: there is none, or it cannot be used.
        """

        def judged(text: str) -> T:
            try:
                return read(text)
            except SmmError as error:
                raise typer.BadParameter(self.speech.say(error.message)) from error

        if name in self.options:
            return read(self.options[name])
        if name in self.known:
            answer: T = self.known[name]
            return answer
        if self.asks:
            text = self.speech.say(question)
            asked: T = typer.prompt(
                text, default=default, value_proc=judged, show_default=bool(default)
            )
            return asked
        if default is None:
            option = "--" + name.replace("_", "-")
            raise SmmError(say("{option} is missing: {question}", option=option, question=question))
        return read(default)


def some(text: str) -> str:
    """An answer that says something."""
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


def services_of(text: str, units: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Services with the codes of their units: `MUT: Kenaikan pangkat; Konsultasi`.

    Without a code a service is of the first unit. A title may hold a colon or a comma: a comma
    parts services only where a code of a unit and a colon follow it.

    Raises:
        SmmError: what stands before the colon looks like a code, and no unit has it.
    """
    codes = {code.casefold(): code for code in units}
    any_code = "|".join(map(re.escape, units))
    found = []
    for piece in re.split(rf";|,(?=\s*(?i:{any_code})\s*:)", text):
        code, colon, title = piece.partition(":")
        code = code.strip()
        if not piece.strip():
            continue
        if colon and code.casefold() in codes:
            found.append((codes[code.casefold()], some(title)))
        elif colon and re.fullmatch(r"[A-Z][A-Z0-9._-]*", code):
            message = say(
                "there is no unit {code}; the units are: {units}", code=code, units=list(units)
            )
            raise SmmError(message)
        else:
            found.append((next(iter(units)), some(piece)))
    return tuple(found)


def number_of(text: str) -> int | None:
    """A number of people; None where nothing is said."""
    bare = text.strip().replace(".", "").replace(",", "")
    if not bare:
        return None
    if not bare.isdecimal() or int(bare) < 1:
        raise SmmError(say("{text} is no number of people; write one such as 40", text=text))
    return int(bare)
