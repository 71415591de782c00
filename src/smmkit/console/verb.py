"""How a verb is declared: a function whose docstring is its help, with annotated options."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, cast

import click
import typer
from typer.core import TyperCommand, TyperOption

from smmkit.console.language import here
from smmkit.console.metavars import spoken_metavar
from smmkit.layout import has_home
from smmkit.words import say


class Verb(TyperCommand):
    """A command that explains itself in the language of the call.

    Its arguments stand in the line of usage alone, so its help has no part for them.
    """

    format_options = click.Command.format_options

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.takes_kind = any("KIND" in (one.metavar or "") for one in self.params[:1])
        translate_help(self)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options.

        Raises:
            click.NoSuchOption: one is not known; with what was meant, where that is known.
            click.BadParameter: one is empty.
        """
        if self.takes_kind:
            from smmkit.console.meant import in_one

            args = in_one(args)
        try:
            rest = self.read(ctx, args)
            refuse_empty(ctx, self.params)
            refuse_place(ctx, self.params)
            return rest
        except click.NoSuchOption as error:
            from smmkit.console.meant import meant_options

            known = [name for option in self.params for name in option.opts]
            meant = meant_options(error.option_name, known)
            raise UnknownOptionError(error.option_name, meant, known, ctx) from error
        except click.MissingParameter as error:
            if isinstance(error.param, TyperOption) and error.param.help:
                raise MissingOptionError(ctx=ctx, param=error.param) from error
            raise
        except click.BadParameter as error:
            if error.param and isinstance(error.param.type, click.Choice):
                from smmkit.console.meant import meant_choice

                said = error.message + meant_choice(error.message, error.param.type.choices)
                raise click.BadParameter(said, error.ctx, error.param) from error
            raise

    def read(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options and the words behind the verb.

        Raises:
            click.UsageError: it is too many words; with all in quotes, where a text comes first.
        """
        given = [*args]
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if type(error) is not click.UsageError:
                raise
            from smmkit.console.meant import all_in_quotes

            line = all_in_quotes(ctx, self.make_parser(ctx).parse_args(given)[1])
            hint = here("Words that belong together stand in quotes: {line}").format(line=line)
            raise click.UsageError(
                f"{error.message}. {hint}" if line else error.message, ctx
            ) from error


def refuse_empty(ctx: click.Context, options: list[click.Parameter]) -> None:
    """Refuse an option that is given and says nothing, as by a variable that is not set.

    Raises:
        click.BadParameter: there is one.
    """
    for option in options:
        given = ctx.params.get(option.name or "")
        texts = given if isinstance(given, list | tuple) else [given]
        is_empty = any(isinstance(one, str) and not one.strip() for one in texts)
        if is_empty and isinstance(option, TyperOption):
            said = here("It is empty; give it a value, or leave it out.")
            raise click.BadParameter(said, ctx, option)


def refuse_place(ctx: click.Context, arguments: list[click.Parameter]) -> None:
    """Refuse the folder of a QMS where a word has to stand before it: `smm show my-qms`.

    Raises:
        click.UsageError: there is one.
    """
    for one in arguments:
        given = ctx.params.get(one.name or "")
        words = given if isinstance(given, list | tuple) else [given]
        is_word = isinstance(one, click.Argument) and not isinstance(one.type, click.Path)
        if is_word and one.required and len(words) == 1:
            wanted = (spoken_metavar(one) or "").split()[0]
            check_word(str(words[0]), ctx.command_path, wanted)


def check_word(word: str, before: str, wanted: str) -> None:
    """Refuse a word that is the folder of a QMS, where something else is wanted before it.

    Raises:
        click.UsageError: it is one.
    """
    if has_home(Path(word)):
        line = f"{before} {wanted} {word}"
        said = here("{word} is the folder of a QMS; write before it what is meant: {line}")
        raise click.UsageError(said.format(word=word, line=line))


class MissingOptionError(click.MissingParameter):
    """An option that is missing, with what it says."""

    def format_message(self) -> str:
        """The sentence, with what the option is for."""
        return f"{super().format_message()} {getattr(self.param, 'help', '')}"


class UnknownOptionError(click.NoSuchOption):
    """An option that is not known, with those that were meant, or else all; click alone goes by letters."""

    def __init__(self, name: str, meant: list[str], known: list[str], ctx: click.Context) -> None:
        super().__init__(name, ctx=ctx)
        self.meant = meant
        self.known = [option for option in known if option.startswith("--")]

    def format_message(self) -> str:
        """The sentence, with what to write instead."""
        if not self.meant:
            all_ = here("The options are: {words}").format(words=", ".join(self.known))
            return f"{self.message} {all_}" if self.known else self.message
        hint = here("Here it is called: {words}").format(words=", ".join(self.meant))
        return f"{self.message} {hint}"


class Purpose(Enum):
    """What a verb is for; the list of all verbs stands by these, in this order."""

    BEGINNING = say("To begin, and to take in what there is")
    DAY = say("Every day")
    DOCUMENTS = say("Documents under control")
    STANDARD = say("Where we stand against the standard")
    NUMBERS = say("Numbers")
    AUDIT = say("Audits, findings and actions")
    SENDING = say("To send, to publish, to compare")
    TOOLS = say("For editors, CI and rules")


class Declared(typer.Typer):
    """A verb that is built when it is called, and its place in the list of all."""

    purpose = Purpose.TOOLS
    order = 0

    @property
    def summary(self) -> str:
        """What it does, in the language of the call; it is not built for that."""
        return spoken_help(self.function.__doc__) or ""

    @property
    def function(self) -> Callable[..., int]:
        """What it does, for another verb that does the same and more."""
        return cast("Callable[..., int]", self.registered_commands[0].callback)


def verb(
    name: str, purpose: Purpose, *, order: int, cls: type[Verb] = Verb
) -> Callable[[Callable[..., int]], Declared]:
    """Declare a function as the verb of this name, and where it stands in its part of the list."""

    def declare(function: Callable[..., int]) -> Declared:
        app = Declared(add_completion=False, rich_markup_mode=None)
        app.purpose, app.order = purpose, order
        app.command(name, cls=cls)(function)
        return app

    return declare


def translate_help(command: click.Command) -> None:
    """Put the help of a command and of its options, written in English, into the reader's language."""
    command.help = spoken_help(command.help)
    command.epilog = spoken_help(command.epilog)
    command.options_metavar = here("[OPTIONS]")
    for option in command.params:
        option.metavar = spoken_metavar(option)
        if isinstance(option, TyperOption):
            option.help = spoken_help(option.help)
            option.show_default = False


def spoken_help(text: str | None) -> str | None:
    """A help text, whatever its lines, in the reader's language."""
    one_line = " ".join((text or "").split())
    return here(one_line) if one_line else None
