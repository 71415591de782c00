"""Problems for people and for editors: one line each, with what to do below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from smmkit.diagnostics import Checked, Detail, Surroundings, by_rule, from_here, set_aside, untold
from smmkit.location import Location
from smmkit.new.placeholders import FILL_IN
from smmkit.problem import Diagnostic, More, Severity
from smmkit.words import Language, Message, harmless, say, say_n

FEW = 6
"""How many files are named of those that are not filled in."""

BROAD = 100
"""Of a longer line so many signs are shown."""

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def text(checked: Checked, language: Language, around: Surroundings) -> str:
    """`path:line:column: error SMM201 message`, paths as from the folder the reader stands in."""
    base = from_here(checked.root, around.here)
    lines = [
        *(
            counted(checked, language)
            if around.statistics
            else problem_lines(checked, base, language, around)
        )
    ]
    if around.detail is not Detail.QUIET:
        if around.detail is Detail.VERBOSE:
            lines += passed_over(checked, base, language)
        lines.append(language.say(summary(checked)))
        if checked.unfilled:
            most = len(checked.unfilled) if around.detail is Detail.VERBOSE else FEW
            lines.append(language.say(unfilled(checked.unfilled, most)))
        if checked.mended:
            lines.append(language.say(mended(checked.mended)))
    return "".join(f"{line}\n" for line in lines)


def problem_lines(
    checked: Checked, base: str, language: Language, around: Surroundings
) -> Iterator[str]:
    """Every problem, file by file."""
    for path, found in groupby(checked.diagnostics, key=lambda diagnostic: diagnostic.at.path):
        text = around.lines_of(path) if around.full else []
        for diagnostic in found:
            yield from lines_of(
                diagnostic,
                base,
                language,
                colour=around.colour,
                text=text,
                hinted=around.detail is not Detail.QUIET,
            )
        yield from (left(m, base, language) for m in checked.more if m.path == path)
    shown = {diagnostic.at.path for diagnostic in checked.diagnostics}
    yield from (left(m, base, language) for m in checked.more if m.path not in shown)


def lines_of(
    diagnostic: Diagnostic,
    base: str,
    language: Language,
    *,
    colour: bool,
    text: Sequence[str] = (),
    hinted: bool = True,
) -> Iterator[str]:
    """The line of one problem, that of the text where it is given, and the hint."""
    rule, at, problem = diagnostic.rule, diagnostic.at, diagnostic.problem
    word = language.word(rule.severity.value)
    place = f"{harmless(base + at.path)}:{at.line}:{at.column}:"
    if colour:
        place = f"\x1b[1m{place}\x1b[0m"
        word = f"\x1b[{COLOURS[rule.severity]}m{word}\x1b[0m"
    yield f"{place} {word} {rule.code} {harmless(language.say(problem.message))}"
    if at.line <= len(text) and text[at.line - 1].strip():
        yield from excerpt(text[at.line - 1], at, COLOURS[rule.severity] if colour else "")
    if problem.hint and hinted:
        yield f"    {harmless(language.say(problem.hint))}"


def excerpt(line: str, at: Location, colour: str) -> Iterator[str]:
    """A line of a file, and a mark below what is meant; of a long line the part around it."""
    first = max(0, at.column - 1 - BROAD // 2) if len(line) > BROAD else 0
    shown = line[first : first + BROAD]
    before = harmless(shown[: at.column - 1 - first])
    meant = harmless(line[at.column - 1 : at.end_column - 1] if at.end_line == at.line else "")
    number = f"{at.line:>6}"
    mark = "^" * max(1, min(len(meant), BROAD - len(before)))
    yield f"{number} | {harmless(shown)}"
    marked = f"\x1b[{colour}m{mark}\x1b[0m" if colour else mark
    yield f"{' ' * len(number)} | {' ' * len(before)}{marked}"


def counted(checked: Checked, language: Language) -> Iterator[str]:
    """How many problems of each rule there are."""
    for rule, count in by_rule(checked):
        word = language.word(rule.severity.value)
        yield f"{count:>6}  {word} {rule.code} {rule.name}: {language.word(rule.summary)}"


def passed_over(checked: Checked, base: str, language: Language) -> Iterator[str]:
    """What is not counted among the problems: waived with its reason, or known to the baseline."""
    for waived in checked.waived:
        said = say("waived until {day}: {reason}", day=waived.until, reason=harmless(waived.reason))
        yield from beside(waived.diagnostic, said, base, language)
    for diagnostic in checked.old:
        yield from beside(diagnostic, say("in the baseline"), base, language)


def beside(diagnostic: Diagnostic, why: Message, base: str, language: Language) -> Iterator[str]:
    """A problem that fails nothing, and why."""
    at = diagnostic.at
    said = harmless(language.say(diagnostic.problem.message))
    yield f"{harmless(base + at.path)}:{at.line}:{at.column}: {diagnostic.rule.code} {said}"
    yield f"    {language.say(why)}"


def left(more: More, base: str, language: Language) -> str:
    """The line that says how many problems of a rule are not shown."""
    word = language.word(more.rule.severity.value)
    return f"{harmless(base + more.path)}: {word} {more.rule.code} {language.say(untold(more))}"


def unfilled(paths: tuple[str, ...], most: int) -> Message:
    """Which forms are still to be filled in; of many, the first, and what names all."""
    more = [say("... (all of them: smm validate --verbose)")] if len(paths) > most else []
    return say_n(
        "{n} form still holds {mark}: {files}",
        "{n} forms still hold {mark}: {files}",
        len(paths),
        mark=FILL_IN,
        files=[*map(harmless, paths[:most]), *more],
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
        counts=[*counts, *set_aside(checked)],
    )


def mended(count: int) -> Message:
    """That the baseline may shrink."""
    return say_n(
        "{n} entry of the baseline is mended; smm baseline --update takes it out",
        "{n} entries of the baseline are mended; smm baseline --update takes them out",
        count,
    )
