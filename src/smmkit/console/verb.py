"""How a verb is declared: a function whose docstring is its help, with annotated options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import click
import typer
from typer.core import TyperCommand, TyperOption

from smmkit.console.language import here


class Verb(TyperCommand):
    """A command that explains itself in the language of the call.

    Its arguments stand in the line of usage alone, so its help has no part for them.
    """

    format_options = click.Command.format_options

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        translate_help(self)


class Declared(typer.Typer):
    """A verb that is built when it is called, and its place in the list of all."""

    order = 0

    @property
    def function(self) -> Callable[..., int]:
        """What it does, for another verb that does the same and more."""
        return cast("Callable[..., int]", self.registered_commands[0].callback)


def verb(
    name: str, *, order: int, cls: type[Verb] = Verb
) -> Callable[[Callable[..., int]], Declared]:
    """Declare a function as the verb of this name; `order` follows a working day."""

    def declare(function: Callable[..., int]) -> Declared:
        app = Declared(add_completion=False, rich_markup_mode=None)
        app.order = order
        app.command(name, cls=cls)(function)
        return app

    return declare


def translate_help(command: click.Command) -> None:
    """Put the help of a command and of its options, written in English, into the reader's language."""
    command.help = spoken_help(command.help)
    command.epilog = spoken_help(command.epilog)
    command.options_metavar = here("[OPTIONS]")
    for option in command.params:
        if isinstance(option, TyperOption):
            option.help = spoken_help(option.help)
            option.show_default = False


def spoken_help(text: str | None) -> str | None:
    """A help text, whatever its lines, in the reader's language."""
    one_line = " ".join((text or "").split())
    return here(one_line) if one_line else None
