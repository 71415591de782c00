"""The `smm` command: what it can do, how it speaks, and with which code it leaves."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from io import StringIO
from itertools import groupby
from pkgutil import iter_modules
from typing import Annotated, Any, cast

import click
import typer
from typer.core import TyperGroup

from smmkit import __version__, commands
from smmkit.console.language import here, language_of, speak_like, with_language_behind
from smmkit.console.streams import complain, silence
from smmkit.console.verb import Declared, Purpose, spoken_help, translate_help
from smmkit.errors import SIGNALS, SmmError, StoppedError, reason
from smmkit.words import Message, harmless, language, say

COMMANDS = sorted(
    module.name.replace("_", "-")
    for module in iter_modules(commands.__path__)
    if module.name != "smm"
)
"""Every verb: each is a module of `commands`; `smm.py` answers where none is named."""

DONE, FOUND, MISUSE, BUG, INTERRUPTED, CLOSED_PIPE, SIGNAL = 0, 1, 2, 3, 130, 141, 128
"""Exit codes: fine; faults were found; called wrongly, or nothing to check; a fault of smmkit."""


class Verbs(TyperGroup):
    """The commands, each imported when it is called."""

    format_options = click.Group.format_options

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        translate_help(self)
        self.subcommand_metavar = here("COMMAND [ARGS]...")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        purposes = [*Purpose]
        places = {name: declared(name) for name in COMMANDS}
        return sorted(
            COMMANDS, key=lambda name: (purposes.index(places[name].purpose), places[name].order)
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs by what they are for, in a line each; none is built for that."""
        longest = max(map(len, COMMANDS))
        room = formatter.width - longest - 6
        for purpose, names in groupby(self.list_commands(ctx), lambda name: declared(name).purpose):
            with formatter.section(spoken_help(purpose.value.text) or ""):
                rows = [(name, cut(declared(name).summary, room)) for name in names]
                formatter.write_dl([(name.ljust(longest), text) for name, text in rows])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(declared(cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called.

        Raises:
            click.UsageError: there is none; with what was meant, where that is known.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from smmkit.console.meant import meant_verb

            told = here("No such command '{name}'.").format(name=args[0])
            ctx.fail(told + meant_verb(args[0], args[1:], COMMANDS))
        return super().resolve_command(ctx, args)


def cut(text: str, room: int) -> str:
    """The first sentence, if it fits; else as much as ends where one may take a breath."""
    first = text.split(". ", maxsplit=1)[0].removesuffix(".")
    if len(first) <= room:
        return first
    for breath in ";:,":
        for end in range(room, room // 4, -1):
            if first[end] == breath and first.count("(", 0, end) == first.count(")", 0, end):
                return first[:end]
    return first[: room - 3].rsplit(" ", 1)[0] + "..."


def declared(name: str) -> Declared:
    """The verb of this name, imported when it is asked for."""
    module = import_module(f"smmkit.commands.{name.replace('-', '_')}")
    return cast("Declared", module.command)


app = typer.Typer(
    cls=Verbs,
    epilog="Leaves with 0 when all is well, 1 when faults were found, 2 when called wrongly or "
    "with nothing to check, 3 on a fault of smmkit.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    add_completion=False,
    rich_markup_mode=None,
)


def show_version(wanted: bool) -> None:
    """Answer `--version`, and leave."""
    if wanted:
        typer.echo(f"smmkit {__version__}")
        raise typer.Exit


@app.callback()
def smm(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option(
            "--version", callback=show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> int:
    """Run an ISO 9001 quality management system as a folder of text files."""
    if ctx.invoked_subcommand is not None:
        return DONE
    from smmkit.commands.smm import show_next_steps

    return show_next_steps()


def run(arguments: list[str]) -> int:
    """Do what the arguments ask; never a traceback for what a person did.

    Why no garbage is collected: a command is short and keeps what it reads; sweeping ten thousand
    documents again and again costs a third of the time and frees nothing.
    """
    gc.disable()
    code = language_of(arguments)
    speak_like(code)
    speech = language(code)
    try:
        return obey(with_language_behind(arguments, COMMANDS))
    except click.ClickException as error:
        shown = StringIO()
        error.show(shown)
        complain(shown.getvalue().rstrip("\n"))
        return MISUSE
    except SmmError as error:
        complain(harmless(speech.say(say("Error: {message}", message=error.message))))
        return MISUSE
    except StoppedError as stop:
        complain(speech.say(say("Stopped by the system; nothing was left half done.")))
        return SIGNAL + stop.number
    except (click.Abort, EOFError, KeyboardInterrupt):
        complain(speech.say(say("Interrupted; nothing was left half done.")))
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return CLOSED_PIPE
    except (OSError, MemoryError) as error:
        complain(harmless(speech.say(say("Error: {message}", message=refusal(error)))))
        silence()
        return MISUSE
    except Exception as error:
        if SIGNALS:  # a library has made this of an interrupt
            raise KeyboardInterrupt from error
        if os.environ.get("SMM_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}"
        complain(speech.say(say("This is a fault of smmkit, not yours: {fault}", fault=fault)))
        complain(speech.say(say("Please report it, with what SMM_TRACEBACK=1 shows.")))
        return BUG


def obey(arguments: list[str]) -> int:
    """Find the verb, hand it its options, and do it; the exit code.

    Why not `main` of typer: it would answer an interrupt and a closed pipe in its own way.
    """
    group = typer.main.get_command(app)
    try:
        with group.make_context("smm", list(arguments)) as ctx:
            code: int = group.invoke(ctx)
            return code
    except typer.Exit as done:
        return done.exit_code


def refusal(error: OSError | MemoryError) -> Message:
    """What the system did not give, and where."""
    if isinstance(error, MemoryError):
        return say("this machine has not enough memory for it")
    try:
        os.getcwd()  # noqa: PTH109 - no path is wanted
    except OSError:
        return say("the folder that you are in is gone; go into another one with cd")
    why = reason(error)
    if error.filename is None:
        return say("the system refuses: {reason}", reason=why)
    return say("{path}: {reason}", path=os.fsdecode(error.filename), reason=why)
