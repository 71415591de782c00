"""What the exact reader says of a text that it cannot read, in words for people who know no YAML."""

from __future__ import annotations

from typing import Any, Final

from smmkit.location import Location, SourceError
from smmkit.words import Message, say


def point(path: str, mark: Any) -> Location:
    """The place of a mark of the reader."""
    line, column = mark.line + 1, mark.column + 1
    return Location(path, line, column, line, column)


def in_our_words(path: str, error: Any) -> SourceError:
    """An error of the reader: where, what, and what to write instead."""
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    opened = problem in {
        "found unexpected end of stream",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "did not find expected alphabetic or numeric character",
        "could not find expected ':'",
    }
    if opened and error.context_mark:
        mark = error.context_mark
    if "directive" in f"{error.context} {problem}":
        problem = "found incompatible YAML document"
    message, hint = PROBLEMS.get(problem, (say("this is not YAML that can be read"), None))
    return SourceError(point(path, mark) if mark else Location(path), message, hint)


_QUOTE = say("put the whole value in quotes if it is text")
_INDENT = say("begin every field of one list or group in the same column, with spaces")

PROBLEMS: Final[dict[str, tuple[Message, Message | None]]] = {
    "mapping values are not allowed in this context": (
        say("a second `:` in one line, or a line that is indented too far"),
        _QUOTE,
    ),
    "block sequence entries are not allowed in this context": (
        say("a list cannot begin here"),
        say("put the first `- ` on a line of its own"),
    ),
    "block mapping keys are not allowed in this context": (
        say("a field cannot begin here"),
        _INDENT,
    ),
    "mapping keys are not allowed in this context": (say("a field cannot begin here"), _INDENT),
    "could not find expected ':'": (
        say("a field without `:`"),
        say(
            "write `name: value`, with a space after the colon; a line that goes on with the one above "
            "begins two spaces further in"
        ),
    ),
    "found character that cannot start any token": (
        say("a value cannot begin with this character (a tab, `@`, `%`, `>`, `|` or a back quote)"),
        say("use spaces instead of tabs; put text in quotes"),
    ),
    "found a tab character that violates indentation": (
        say("a tab stands in the indentation"),
        say("use spaces"),
    ),
    "found a tab character where an indentation space is expected": (
        say("a tab stands in the indentation"),
        say("use spaces"),
    ),
    "found unexpected end of stream": (
        say("a quote is opened here and never closed"),
        say("close it at the end of the value"),
    ),
    "found unknown escape character": (
        say("a back slash in double quotes has a meaning of its own"),
        say("use single quotes, or write `\\\\`"),
    ),
    "did not find expected key": (
        say("the indentation does not fit, or a quote ends too early"),
        _INDENT,
    ),
    "did not find expected '-' indicator": (say("an item of the list without `- `"), _INDENT),
    "did not find expected ',' or ']'": (
        say("a `{sign}` is opened here and never closed", sign="["),
        say("close it with `]`, or put the text in quotes"),
    ),
    "did not find expected ',' or '}'": (
        say("a `{sign}` is opened here and never closed", sign="{"),
        say("close it with `}}`, or put the text in quotes"),
    ),
    "did not find expected node content": (say("a value is missing here"), _QUOTE),
    "did not find expected alphabetic or numeric character": (
        say("a value cannot begin with `*` or `&`"),
        say("put the value in quotes if it is text"),
    ),
    "found undefined alias": (
        say("a value cannot begin with `*`"),
        say("put the value in quotes if it is text"),
    ),
    "found incompatible YAML document": (
        say("directives such as %YAML are not accepted"),
        say("delete this line"),
    ),
    "did not find expected comment or line break": (
        say("something stands in the line behind `|` or `>`"),
        say("write the text in the lines below, two spaces further in"),
    ),
    "did not find expected <document start>": (
        say("the file is not made of fields"),
        say("begin with a line such as `kind: procedure`"),
    ),
}
"""What the exact reader says, and what a person who does not know YAML should be told."""
