"""Problems as a page in Markdown: for the summary of a run, for a comment, for an issue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from smmkit.diagnostics import Checked, Surroundings, by_rule, from_here, set_aside
from smmkit.problem import Diagnostic, Severity
from smmkit.words import Language, harmless, say, say_n

SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
"""What catches the eye at each weight; the word stands beside it."""

MOST = 1000
"""So many problems stand in a page; it says how many more there are. Why: services cut longer ones off."""


def markdown(checked: Checked, language: Language, around: Surroundings) -> str:
    """What was judged, how much of what, and a table of problems for each file."""
    lines = [f"# {language.say(verdict(checked))}", "", language.say(counted(checked)), ""]
    if around.statistics:
        lines += statistics(checked, language)
    else:
        lines += tables(checked, from_here(checked.root, around.top), language)
    return "\n".join(lines).rstrip("\n") + "\n"


def verdict(checked: Checked) -> object:
    """Whether the folder stands."""
    return say("The QMS has faults") if checked.failed else say("The QMS stands")


def counted(checked: Checked) -> object:
    """How much was judged, on which day, and how much was found."""
    counts = [
        say_n("{n} error", "{n} errors", checked.count(Severity.ERROR)),
        say_n("{n} warning", "{n} warnings", checked.count(Severity.WARNING)),
        say_n("{n} note", "{n} notes", checked.count(Severity.NOTE)),
        *set_aside(checked),
    ]
    return say(
        "{judged} of {documents} documents judged as of {day}: {counts}",
        judged=checked.judged,
        documents=checked.documents,
        day=checked.as_of,
        counts=counts,
    )


def tables(checked: Checked, base: str, language: Language) -> Iterator[str]:
    """A table for each file."""
    every = sorted(checked.every, key=lambda diagnostic: diagnostic.at)
    heads = (say("Line"), say("Weight"), say("Rule"), say("What is wrong"), say("What to do"))
    for path, found in groupby(every[:MOST], key=lambda diagnostic: diagnostic.at.path):
        yield from (f"## {cell(base + path)}", "")
        yield from ("| " + " | ".join(map(language.say, heads)) + " |", "|---:|---|---|---|---|")
        yield from (row(diagnostic, language) for diagnostic in found)
        yield ""
    if left := len(every) - MOST if len(every) > MOST else 0:
        yield language.say(say_n("and {n} more", "and {n} more", left))


def row(diagnostic: Diagnostic, language: Language) -> str:
    """One problem."""
    rule, problem = diagnostic.rule, diagnostic.problem
    weight = f"{SIGNS[rule.severity]} {language.word(rule.severity.value)}"
    texts = (cell(language.say(problem.message)), cell(language.say(problem.hint)))
    return f"| {diagnostic.at.line} | {weight} | {rule.code} | {' | '.join(texts)} |"


def statistics(checked: Checked, language: Language) -> Iterator[str]:
    """How many problems of each rule there are."""
    heads = (say("Count"), say("Rule"), say("What is promised"))
    yield from ("| " + " | ".join(map(language.say, heads)) + " |", "|---:|---|---|")
    for rule, count in by_rule(checked):
        yield f"| {count} | {rule.code} {rule.name} | {cell(language.word(rule.summary))} |"


def cell(text: str) -> str:
    """A text in which no sign means anything to Markdown or HTML, in one line.

    Behind an @ stands a comment, so that GitHub and GitLab call nobody, whatever a file says.
    """
    one_line = " ".join(harmless(text, lines=True).split())
    for sign in "\\`*_[]#|~$":
        one_line = one_line.replace(sign, f"\\{sign}")
    escaped = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("@", "@<!-- -->")
