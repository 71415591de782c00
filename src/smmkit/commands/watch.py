"""smm watch: judge a folder again whenever something in it is saved, and show what has changed by that."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.language import reader
from smmkit.console.opening import Opened, root_with_home, time_of_day
from smmkit.console.options import Folder, Ignore, Lang, Select
from smmkit.console.output import coloured, show_lines, show_text
from smmkit.console.streams import complain, to_stdout
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Language, harmless, say, say_n

if TYPE_CHECKING:
    from smmkit.console.watching import Judging
    from smmkit.problem import Diagnostic

EMPTY = b"\x1b[H\x1b[2J\x1b[3J"
"""What empties the screen of a terminal."""

FIRST = 40
"""So many problems are shown at the beginning; of the others their number."""


@verb("watch", Purpose.DAY, order=4)
def command(
    folder: Folder = Path(), select: Select = None, ignore: Ignore = None, lang: Lang = None
) -> int:
    """Judge the folder again whenever something in it is saved; Ctrl-C ends it."""
    from smmkit.console import checking
    from smmkit.console.watching import Judging, bursts

    root = root_with_home(folder)
    codes = checking.chosen(select or (), ignore or ())
    choice = checking.Choice(codes, every=True)

    def check(found: Opened) -> tuple[Diagnostic, ...]:
        return checking.check(found, choice).diagnostics

    judging = Judging(root, check)
    for number, saved in enumerate(bursts(root)):
        before = judging.found.qms.tree.paths() if judging.found else ()
        try:
            new, gone = judging.again(saved)
        except SmmError as error:
            if not number:
                raise
            said = say("Error: {message}", message=error.message)
            complain(harmless(reader(lang).say(said)))
            continue
        if judging.found is None:
            continue
        saved &= {*before, *judging.found.qms.tree.paths()}  # not what lay there for a moment
        if number and not saved and not new and not gone:
            continue
        speech = reader(lang, judging.found.qms)
        show(judging, saved, new, gone, speech)
    return 0


def show(
    judging: Judging,
    saved: set[str],
    new: list[Diagnostic],
    gone: list[Diagnostic],
    speech: Language,
) -> None:
    """What a burst of saves has changed; on a terminal also what is left in the files that were saved."""
    is_terminal = sys.stdout.isatty()
    if is_terminal:
        to_stdout(EMPTY)
    if saved:
        files = ", ".join(harmless(path) for path in sorted(saved))
        show_text(f"{time_of_day()} {files}\n")
    told = set(map(id, new))
    left = [d for d in judging.seen.values() if d.at.path in saved and id(d) not in told]
    lines = [*of_new(new[: None if saved else FIRST], judging, speech, full=is_terminal)]
    lines += [f"- {of_one(d, speech)}" for d in gone]
    if is_terminal:
        lines += [f"  {of_one(d, speech)}" for d in left]
    show_text("".join(f"{line}\n" for line in lines))
    if not saved and len(new) > FIRST:
        show_lines([say_n("and {n} more", "and {n} more", len(new) - FIRST)], speech)
    total = sum(judging.counts.values())
    show_lines(
        [
            say_n("{n} problem", "{n} problems", total) if total else say("No problem is left."),
            *([] if saved else [say("Waiting for what is saved; Ctrl-C ends it.")]),
        ],
        speech,
    )


def of_new(
    new: list[Diagnostic], judging: Judging, speech: Language, *, full: bool
) -> Iterator[str]:
    """Problems that were not there before, with what to do."""
    from smmkit.diagnostics.text import lines_of
    from smmkit.location import SourceError
    from smmkit.yaml_text.decoding import decoded

    for diagnostic in new:
        text: list[str] = []
        path = diagnostic.at.path
        if full and judging.found:
            try:
                text = decoded(path, judging.found.qms.tree.read(path)).split("\n")
            except (OSError, SourceError):
                text = []
        first, *rest = lines_of(diagnostic, "", speech, colour=coloured(), text=text)
        yield f"+ {first}"
        yield from rest


def of_one(diagnostic: Diagnostic, speech: Language) -> str:
    """A problem in one line."""
    from smmkit.diagnostics.text import lines_of

    return next(lines_of(diagnostic, "", speech, colour=coloured(), hinted=False))
