"""The question before something is written: shown first, then asked, in the reader's language."""

from __future__ import annotations

import sys

import typer

from smmkit.words import Language, Message, say

YES = frozenset({"y", "yes", "ya"})
NO = frozenset({"n", "no", "t", "tidak", ""})
"""Answers that are understood, whichever language is spoken."""


def wanted(question: Message, yes: bool, speech: Language) -> bool:
    """Whether to write: as the option says, else as a person at the terminal does."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        typer.echo(speech.say(say("Nothing was written; with --yes it will be.")))
        return False
    if agreed(question, speech):
        return True
    typer.echo(speech.say(say("Nothing was written.")))
    return False


def agreed(question: Message, speech: Language) -> bool:
    """Whether a person at the terminal says yes; what is neither yes nor no is asked again."""
    asked = speech.say(say("{question} (y/n)", question=question))
    while True:
        answer = typer.prompt(asked, default="", show_default=False).strip().casefold()
        if answer in YES | NO:
            return answer in YES
