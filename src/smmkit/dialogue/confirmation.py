"""The question before something is written: shown first, then asked, in the reader's language."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import typer

from smmkit.console.completion import refresh_ids
from smmkit.console.opening import Opened
from smmkit.console.output import show_lines
from smmkit.words import Language, Message, harmless, say, say_n

YES = frozenset({"y", "yes", "ya"})
NO = frozenset({"n", "no", "t", "tidak", ""})
"""Answers that are understood, whichever language is spoken."""


def confirm_writing(question: Message, yes: bool, speech: Language) -> bool:
    """Whether to write: as the option says, else as a person at the terminal does."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        show_lines([say("Nothing was written; with --yes it will be.")], speech)
        return False
    if ask_yes_or_no(question, speech):
        return True
    show_lines([say("Nothing was written.")], speech)
    return False


def ask_yes_or_no(question: Message, speech: Language) -> bool:
    """Whether a person at the terminal says yes; what is neither yes nor no is asked again."""
    asked = harmless(speech.say(say("{question} (y/n)", question=question)))
    while True:
        answer = typer.prompt(asked, default="", show_default=False).strip().casefold()
        if answer in YES | NO:
            return answer in YES


WRITTEN = say("It is written; smm undo puts it back. Next: smm validate")
"""What is said once something is written."""


def write_if_confirmed(
    found: Opened, files: Mapping[str, bytes], verb: str, yes: bool, speech: Language
) -> bool:
    """Write all files or none, if that is wanted; whether it was done."""
    from smmkit.writing import lay_down

    if not confirm_writing(whether_to_write(found, len(files)), yes, speech):
        return False
    lay_down(found.root, files, verb)
    return True


def exchange_if_confirmed(
    found: Opened,
    before: Mapping[str, bytes],
    after: Mapping[str, bytes | None],
    verb: str,
    yes: bool,
    speech: Language,
) -> bool:
    """Put other files into the place of some, all or none, if that is wanted; whether it was done."""
    from smmkit.writing import exchange

    written = sum(data is not None for data in after.values())
    if not confirm_writing(whether_to_write(found, written), yes, speech):
        return False
    exchange(found.root, before, after, verb)
    refresh_ids(found.root)
    show_lines([WRITTEN], speech)
    return True


def whether_to_write(found: Opened, n: int) -> Message:
    """The question with the number of files."""
    return say_n(
        "Write {n} file into {folder}?",
        "Write {n} files into {folder}?",
        n,
        folder=str(found.root),
    )
