"""The questions of `smm init`: answered by options, by a person at a terminal, or by defaults."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import typer

from smmkit.console.language import speak_like
from smmkit.console.output import show_lines
from smmkit.dialogue.confirmation import ask_yes_or_no
from smmkit.dialogue.kept_answers import KeptAnswers
from smmkit.errors import SmmError
from smmkit.intake.organization import (
    UNIT,
    initials,
    read_headcount,
    read_services,
    read_standards,
    read_text,
    read_units,
    read_zone,
)
from smmkit.words import LANGUAGES, Language, Message, Words, language, say, spoken_here
from smmkit.yaml_text.scalars import clean

if TYPE_CHECKING:
    from smmkit.new.qms import Answers

T = TypeVar("T")

LEAVE_OUT = "-"
"""What is typed where a row of before is offered that is not wanted any more."""


class InitQuestions:
    """Gets answers: as an option says, as a file says, else a person at the terminal, else a default."""

    def __init__(
        self,
        lang: str | None,
        options: Mapping[str, str | None] | None = None,
        known: Mapping[str, Any] | None = None,
        like: Answers | None = None,
        usual: str = "",
        folder: Path = Path(),
    ) -> None:
        """`known` are answers of a file: then nobody is asked. `like` is another QMS to begin from.

        `usual` is the standard of who says nothing of it; `folder` is where the QMS will be.
        """
        self.options = {name: text for name, text in (options or {}).items() if text is not None}
        self.known = known or {}
        self.like = like
        self.usual = usual
        self.asks = known is None and sys.stdin.isatty()
        self.kept = KeptAnswers(folder, self.asks)
        if lang is None and self.asks and like is None:
            choice = click.Choice(LANGUAGES)
            usual_language = self.kept.proposed("language", spoken_here())
            lang = typer.prompt("Bahasa / Language", type=choice, default=usual_language)
        self.speech: Language = language(lang or spoken_here())
        speak_like(self.speech.code)
        self.kept.keep("language", self.speech.code)

    def answers(self) -> Answers:
        """What is said of the organization; who breaks off is told where the answers are kept.

        Raises:
            SmmError: there is no name, or an answer cannot be used.
        """
        with self.kept.told_when_cut_off(self.speech):
            return self.asked_for()

    def asked_for(self) -> Answers:
        """The answers, one after another."""
        from smmkit.new.qms import Answers

        like, speech = self.like, self.speech
        name = self.answer_to("name", say("Name of the organization"), None, read_text)
        short = self.answer_to("short_name", say("Short name"), initials(name), read_text)
        parent = self.answer_to("parent", say("Parent organization, if any"), "", clean)
        headed = speech.say(Words(en=f"Head of {short}", id=f"Kepala {short}"))
        head = self.answer_to(
            "head", say("Title of its head"), like.head if like else headed, read_text
        )
        head_name = self.answer_to("head_name", say("Name of its head, if known"), "", clean)
        question, usual = say("Time zone: WIB, WITA or WIT"), "WITA"
        if speech.code == "en":
            question, usual = say("Time zone, as Europe/Berlin"), "UTC"
        zone = self.answer_to("time_zone", question, like.zone if like else usual, read_zone)
        if like and "units" not in self.options and "units" not in self.known:
            units: Mapping[str, str] = like.units
        else:
            units = self.units()
        services = () if like else self.services(units)
        headcount = self.answer_to(
            "headcount", say("Number of staff, if known"), "", read_headcount
        )
        standards = () if like else self.standards()
        return Answers(
            name, short, head, zone, units, parent, head_name, services, headcount, standards
        )

    def agreed(self, answers: Answers, folder: Path) -> bool:
        """Whether a person at the terminal finds the answers right; elsewhere nobody is asked."""
        if not self.asks:
            return True
        rows: list[tuple[Message, Any]] = [
            (say("Name of the organization"), answers.name),
            (say("Short name"), answers.short_name),
            (say("Parent organization, if any"), answers.parent),
            (say("Title of its head"), answers.head),
            (say("Name of its head, if known"), answers.head_name),
            (say("Units"), answers.units),
            (say("Services"), [f"{unit}: {title}" for unit, title in answers.services]),
            (say("Number of staff, if known"), answers.headcount),
            (say("Time zone"), answers.zone),
            (say("Editions"), answers.standards),
        ]
        rows = [row for row in rows if row[1]]
        show_lines(
            ["", say("This will be written into {folder}:", folder=str(folder))], self.speech
        )
        show_lines(
            [say("- {label}: {value}", label=label, value=value) for label, value in rows],
            self.speech,
        )
        with self.kept.told_when_cut_off(self.speech):
            if ask_yes_or_no(say("Is all of this right?"), self.speech):
                return True
        show_lines([say("Nothing was written.")], self.speech)
        self.kept.tell(self.speech)
        return False

    def standards(self) -> tuple[str, ...]:
        """The standards that it answers to, the main one first."""
        from smmkit.analyses.organization.wishes import GUIDE

        question = say("Edition of ISO 9001: 2015, 2026, or both with a comma, the main one first")
        usual = self.usual.rpartition("-")[2]
        if self.speech.code == "id":
            question = say(
                "Edition of ISO 9001: 2015, 2026, or both with a comma, the main one first;"
                " and juknis, where the guide for regional agencies is followed"
            )
            usual = f"{usual}, {GUIDE}"
        return self.answer_to("standards", question, usual, read_standards)

    def units(self) -> dict[str, str]:
        """The units by their codes; at a terminal line by line, until one is empty."""
        if "units" in self.options or "units" in self.known or not self.asks:
            return self.answer_to("units", say("Units"), self.speech.say(UNIT), read_units)
        self.tell_rows("units", say("Units, one a line; an empty line ends."))
        known: dict[str, str] = {}
        while True:
            usual = "" if known else self.speech.say(UNIT)
            default = self.kept.line("units", len(known), usual)
            question = say("Unit {n}, as CODE=Name", n=len(known) + 1)
            read = partial(read_units, known=known)
            more = self.row("units", len(known), question, default, read)
            if more is None:
                continue
            if more == known:
                return known
            known = more
            self.kept.keep_units(known)

    def services(self, units: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """The services, each with its unit; at a terminal line by line, until one is empty."""
        read = partial(read_services, units=units)
        if "services" in self.options or "services" in self.known or not self.asks:
            return self.answer_to("services", say("Services"), "", read)
        first = next(iter(units))
        message = say(
            "Services, one a line, as CODE: Service; without a code, of {unit}. An empty line ends.",
            unit=first,
        )
        self.tell_rows("services", message)
        known: tuple[tuple[str, str], ...] = ()
        while True:
            question, default = (
                say("Service {n}", n=len(known) + 1),
                self.kept.line("services", len(known)),
            )
            more = self.row("services", len(known), question, default, read)
            if more is None:
                continue
            if not more:
                return known
            known += more
            self.kept.keep_services(known)

    def tell_rows(self, name: str, message: Message) -> None:
        """Say how rows are answered; where some of before are offered, also how one is left out."""
        out = say(
            "A row that is offered, and is not wanted, is left out by {sign}.", sign=LEAVE_OUT
        )
        show_lines([message, *([out] if self.kept.line(name, 0) else [])], self.speech)

    def row(
        self, name: str, index: int, question: Message, default: str, read: Callable[[str], T]
    ) -> T | None:
        """One row of several; None where that of before is left out."""
        offered = self.kept.line(name, index)
        left = offered and (lambda text: None if text.strip() == LEAVE_OUT else read(text))
        answer = self.answer_to("", question, default, left or read)
        if answer is None:
            self.kept.leave_out(name, index)
        return answer

    def answer_to(
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
            offered = self.kept.proposed(name, default)
            asked: T = typer.prompt(
                text, default=offered or "", value_proc=judged, show_default=bool(offered)
            )
            if name:
                self.kept.keep(name, asked)
            return asked
        if default is None:
            option = "--" + name.replace("_", "-")
            raise SmmError(say("{option} is missing: {question}", option=option, question=question))
        return read(default)
