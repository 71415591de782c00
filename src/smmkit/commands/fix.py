"""smm fix: find what is certain, ask for each guess, show the difference, ask, write all or none.

Leaves with 1 while something would change and is not written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import Opened, opened, root_of
from smmkit.console.options import Folder, Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import ask_yes_or_no, exchange_if_confirmed
from smmkit.words import Language, Message, say, say_n

if TYPE_CHECKING:
    from smmkit.fixes.change import Change
    from smmkit.fixes.putting_right import Outcome


@verb("fix", Purpose.DAY, order=5)
def command(folder: Folder = Path(), yes: Yes = False, lang: Lang = None) -> int:
    """Put right what was certainly meant otherwise: quotes, dates, spaces, tabs, encodings; shows it first.
    What is only probable, such as the nearest id, is asked one by one at a terminal.
    """
    from smmkit.fixes.putting_right import put_right

    mend(root_of(folder))
    found = opened(folder)
    speech = reader(lang, found.qms)
    asks = not yes and sys.stdin.isatty() and sys.stdout.isatty()

    def agrees(path: str, change: Change, text: str) -> bool:
        return asks and asked(path, change, text, speech)

    outcome = put_right(found.qms, found.covers, agrees)
    if not outcome.after:
        show_lines([say("There is nothing that can be put right with certainty.")], speech)
        show_lines(guesses(outcome, asks=asks), speech)
        return 0
    lines = difference(outcome.texts_before, outcome.texts)
    show_text("".join(f"{line}\n" for line in lines) + "\n")
    show_lines([*warnings(outcome, found), *guesses(outcome, asks=asks)], speech)
    if not exchange_if_confirmed(found, outcome.before, outcome.after, "fix", yes, speech):
        return 1
    return 0


def asked(path: str, change: Change, text: str, speech: Language) -> bool:
    """Whether a person agrees to a guess."""
    where = f"{path}:{change.line}:{change.column}"
    lines: list[str | Message] = [
        say("{where}: {message}", where=where, message=change.message),
        f"  - {change.before(text).strip()}",
        f"  + {change.after(text).strip()}",
    ]
    show_lines(lines, speech)
    return ask_yes_or_no(say("Is that what is meant?"), speech)


def warnings(outcome: Outcome, found: Opened) -> Iterator[Message]:
    """What a person should know before saying yes: which texts are no longer those that were approved."""
    from smmkit.fixes.putting_right import sealed_among

    for path, encoding in outcome.recoded.items():
        yield say("{path} is saved as {encoding}; it becomes UTF-8", path=path, encoding=encoding)
    for path in sealed_among(outcome.texts, found.qms):
        yield say(
            "{path} is approved, and its approval does not cover the new text: raise its `version:` "
            "and have it approved again: smm approve",
            path=path,
        )


def guesses(outcome: Outcome, *, asks: bool) -> Iterator[Message]:
    """How many guesses are left, where nobody was asked."""
    if outcome.left and not asks:
        yield say_n(
            "{n} more place can only be guessed at; at a terminal smm fix asks for it.",
            "{n} more places can only be guessed at; at a terminal smm fix asks for each.",
            len(outcome.left),
        )
