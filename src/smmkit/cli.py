"""The `smm` command: what it can do, how it speaks, and with which code it leaves."""

from __future__ import annotations

import gc
import gettext
import os
import sys
from importlib import import_module

import click

from smmkit import __version__
from smmkit.commands.options import here
from smmkit.errors import SmmError
from smmkit.words import DOMAIN, LANGUAGES, LOCALES, Language, harmless, language, say, spoken_here

COMMANDS = (
    "init",
    "new",
    "adopt",
    "import",
    "approve",
    "validate",
    "list",
    "show",
    "gap-report",
    "kpi",
    "bundle",
    "verify",
    "migrate",
    "schema",
)
"""Every verb, in the order of a working day; each is a module of `commands`."""

DONE, FOUND, MISUSE, BUG, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 3, 130, 141
"""Exit codes: fine; faults were found; called wrongly, or nothing to check; a fault of smmkit."""


class Verbs(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module("smmkit.commands." + cmd_name.replace("-", "_"))
        command: click.Command = module.command
        command.options_metavar = here("[OPTIONS]")
        return command


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
        return group(speech).main(arguments, "smm", standalone_mode=False) or DONE
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return MISUSE
    except SmmError as error:
        complain(harmless(speech.say(say("Error: {message}", message=error.message))))
        return MISUSE
    except (click.Abort, KeyboardInterrupt):
        complain(speech.say(say("Interrupted; nothing was left half done.")))
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except Exception as error:
        if os.environ.get("SMM_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}"
        complain(speech.say(say("This is a fault of smmkit, not yours: {fault}", fault=fault)))
        complain(speech.say(say("Please report it, with what SMM_TRACEBACK=1 shows.")))
        return BUG


@click.pass_context
def alone(ctx: click.Context) -> int | None:
    """What `smm` does without a command: say what to do next."""
    if ctx.invoked_subcommand is not None:
        return None
    from smmkit.commands.alone import tell

    return tell()


def group(speech: Language) -> click.Group:
    """The command with all its verbs."""
    verbs = Verbs(
        "smm",
        help=speech.say(
            say("Run an ISO 9001 quality management system as a folder of text files.")
        ),
        epilog=speech.say(
            say(
                "Leaves with 0 when all is well, 1 when faults were found, 2 when called wrongly or "
                "with nothing to check, 3 on a fault of smmkit."
            )
        ),
        options_metavar=here("[OPTIONS]"),
        subcommand_metavar=here("COMMAND [ARGS]..."),
        callback=alone,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    return click.version_option(__version__, prog_name="smmkit", message="%(prog)s %(version)s")(
        verbs
    )


def language_of(arguments: list[str]) -> str:
    """The language that this call is answered in: `--lang`, else that of the environment."""
    asked = ""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked in LANGUAGES:
        return asked
    return spoken_here()


def speak_like(code: str) -> None:
    """Let click speak this language too; its sentences stand in our catalogue."""
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


def complain(text: str) -> None:
    """Say something on stderr."""
    click.echo(text, err=True)
