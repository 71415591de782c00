"""smm, without a verb: where one stands, and what to do next. It never fails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.language import reader
from smmkit.console.opening import opened, root_of
from smmkit.console.output import show_text
from smmkit.errors import SmmError, reason
from smmkit.layout import HOME, entries_in, has_home, home_otherwise, homes_below
from smmkit.words import Language, Message, harmless, say

if TYPE_CHECKING:
    from smmkit.page import Text

Commands = tuple[tuple[str, Message], ...]

STATUS: Commands = (
    ("smm status", say("shows where the organization stands, step by step")),
    ("smm agenda", say("names all that is overdue or due, and who sees to it")),
)


def show_next_steps() -> int:
    """Say what to do next; always 0."""
    speech = reader(None)
    try:
        speech, lines, commands = place_and_advice(Path.cwd())
    except SmmError as error:
        lines, commands = advice_unreadable(error.message)
    except OSError as error:
        lines, commands = advice_unreadable(reason(error))
    except Exception as error:
        if os.environ.get("SMM_TRACEBACK"):
            raise
        fault = say(
            "This is a fault of smmkit, not yours: {fault}",
            fault=f"{type(error).__name__}: {error}",
        )
        lines, commands = [fault, say("Please report it, with what SMM_TRACEBACK=1 shows.")], ()
    more = (*commands, ("smm --help", say("names all commands")))
    width = max(len(command) for command, _ in more)
    texts = [harmless(speech.say(line)) for line in lines]
    texts += [f"  {command:{width}}  {speech.say(doing)}" for command, doing in more]
    show_text("\n".join(texts) + "\n")
    return 0


def place_and_advice(folder: Path) -> tuple[Language, list[Text], Commands]:
    """The language of the answer, where one stands, and what leads on."""
    root = root_of(folder)
    if not has_home(root):
        speech = reader(None)
        return speech, *advice_outside(folder, speech)
    from smmkit.reports.next_steps import next_steps
    from smmkit.reports.status.brief import brief

    found = opened(root)
    settings = found.qms.settings
    name = settings.organization.name if settings else str(root)
    day = found.qms.as_of
    lines: list[Text] = [
        say("{name}, {n} documents, as of {day}.", name=name, n=found.count, day=day)
    ]
    advice = next_steps(found.qms)
    stands = brief(found.qms) if settings else ()
    more = STATUS if settings else ()
    return reader(None, found.qms), [*lines, *stands, advice.said], (*advice.commands, *more)


def advice_outside(folder: Path, speech: Language) -> tuple[list[Text], Commands]:
    """What to do where there is no QMS: go into one that lies here, or begin one."""
    if below := homes_below(folder):
        lines: list[Text] = [say("There is no QMS in this folder, but one lies in it.")]
        return lines, ((f'cd "{below[0]}"', say("goes there; then: smm")),)
    if name := home_otherwise(entries_in(folder)):
        lines = [
            say("There is no QMS here: no qms.yaml in this folder, nor above it."),
            say("rename {file} to {path}", file=name, path=HOME),
        ]
        return lines, (("smm", say("says what comes next, at any time")),)
    new = speech.say(say("my-qms"))
    return [say("There is no QMS here: no qms.yaml in this folder, nor above it.")], (
        (f"smm init {new}", say("begins one, with a few questions")),
        (f"smm adopt FOLDER {new}", say("then registers the documents that you have already")),
        ("smm migrate FOLDER", say("brings a QMS of an older smmkit up to date")),
    )


def advice_unreadable(why: Text) -> tuple[list[Text], Commands]:
    """What to say of a folder that cannot be looked at."""
    return [say("This folder cannot be read: {reason}.", reason=why)], (
        ("smm validate FOLDER", say("tells what is wrong with a QMS")),
    )
