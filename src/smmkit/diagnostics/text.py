"""Problems for people and for editors: one line each, with what to do below it."""

from __future__ import annotations

from itertools import groupby

from smmkit.diagnostics import Checked, Surroundings, from_here, untold
from smmkit.placeholders import FILL_IN
from smmkit.problem import Diagnostic, More, Severity
from smmkit.words import Language, Message, harmless, say, say_n

FEW = 6
"""How many files are named of those that are not filled in."""

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def text(checked: Checked, language: Language, around: Surroundings) -> str:
    """`path:line:column: error SMM201 message`, paths as from the folder the reader stands in."""
    base = from_here(checked.root, around.here)
    lines: list[str] = []
    for path, found in groupby(checked.diagnostics, key=lambda diagnostic: diagnostic.at.path):
        lines += (line for d in found for line in lines_of(d, base, language, around.colour))
        lines += (left(m, base, language) for m in checked.more if m.path == path)
    lines.append(language.say(summary(checked)))
    if checked.unfilled:
        lines.append(language.say(unfilled(checked.unfilled)))
    return "\n".join(lines) + "\n"


def lines_of(diagnostic: Diagnostic, base: str, language: Language, colour: bool) -> list[str]:
    """The line of one problem, and the line of its hint."""
    rule, at, problem = diagnostic.rule, diagnostic.at, diagnostic.problem
    word = language.word(rule.severity.value)
    place = f"{harmless(base + at.path)}:{at.line}:{at.column}:"
    if colour:
        place = f"\x1b[1m{place}\x1b[0m"
        word = f"\x1b[{COLOURS[rule.severity]}m{word}\x1b[0m"
    lines = [f"{place} {word} {rule.code} {harmless(language.say(problem.message))}"]
    if problem.hint:
        lines.append(f"    {harmless(language.say(problem.hint))}")
    return lines


def left(more: More, base: str, language: Language) -> str:
    """The line that says how many problems of a rule are not shown."""
    word = language.word(more.rule.severity.value)
    return f"{harmless(base + more.path)}: {word} {more.rule.code} {language.say(untold(more))}"


def unfilled(paths: tuple[str, ...]) -> Message:
    """Which forms are still to be filled in; of many, the first."""
    return say_n(
        "{n} form still holds {mark}: {files}",
        "{n} forms still hold {mark}: {files}",
        len(paths),
        mark=FILL_IN,
        files=[*map(harmless, paths[:FEW]), *(["…"] if len(paths) > FEW else [])],
    )


def summary(checked: Checked) -> object:
    """One sentence: how much was judged, on which day, and how much is wrong."""
    counts = [
        say_n("{n} error", "{n} errors", checked.count(Severity.ERROR)),
        say_n("{n} warning", "{n} warnings", checked.count(Severity.WARNING)),
    ]
    if notes := checked.count(Severity.NOTE):
        counts.append(say_n("{n} note", "{n} notes", notes))
    return say(
        "{judged} of {documents} documents judged as of {day}: {counts}",
        judged=checked.judged,
        documents=checked.documents,
        day=checked.as_of,
        counts=counts,
    )
