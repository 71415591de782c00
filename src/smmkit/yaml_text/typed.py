"""What is being typed at a place of a text that is still being written: a field, or the value of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smmkit.location import Path
from smmkit.yaml_text.spans import LONGEST, Span, spans


@dataclass(frozen=True, slots=True)
class Typed:
    """What is being typed at a place: a field (`steps` lead to what it stands in), or a value of one."""

    span: Span
    """The letters that are there already."""
    is_key: bool
    steps: Path
    beside: frozenset[str]
    """The other fields of the group that a field stands in."""
    has_colon: bool
    """Whether a field is followed by its colon."""
    in_brackets: bool
    """Whether it stands in a list or a group in one line: `[...]`, `{...}`."""


MARK: Final = "\ue0f1\ue0f2"
"""What is typed, for a moment, at the place that is asked about: two signs that no text has."""

BARE_LINE: Final = re.compile(r"[ \t]*[\w-]*")
ITEM_LINE: Final = re.compile(r"[ \t]*(?:- +)+[\w-]*")
COMMENT: Final = re.compile(
    r"""^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<=[^\s])#)*?(?:^|(?<=\s))#"""
)


def typed_at(text: str, line: int, column: int) -> Typed | None:
    """What is being typed at a place (from 1); None where that cannot be told, or is a comment."""
    lines = text.split("\n")
    if len(text) > LONGEST or not 1 <= line <= len(lines):
        return None
    here = lines[line - 1]
    before, behind = here[: column - 1], here[column - 1 :]
    if COMMENT.search(before):
        return None
    for attempt in _with_mark(before, behind):
        new = "\n".join([*lines[: line - 1], attempt, *lines[line:]])
        found = spans(new)
        span = next((one for one in found if MARK in one.text), None)
        if span and (span.line, span.end_line) == (line, line):
            return _typed(span, found, before, behind)
    return None


def _with_mark(before: str, behind: str) -> Iterator[str]:
    """A line with the mark in it, written so that it may be read, the most probable first."""
    if BARE_LINE.fullmatch(before) and re.fullmatch(r"[\w-]*\s*", behind):
        yield f"{before}{MARK}{behind.rstrip()}: "
    yield f"{before}{MARK}{behind}"
    if re.match(r"\S", behind) is None:
        yield f"{before}{MARK}{still_open(before)}"
    yield f" {before}{MARK}{behind}"


def still_open(text: str) -> str:
    """What closes the quotes and brackets that are open at the end of a line."""
    closing, quote = "", ""
    for sign, earlier in zip(text, f" {text}", strict=False):
        if quote:
            quote = "" if sign == quote and (earlier != "\\" or quote == "'") else quote
        elif sign in "\"'" and earlier in " [{,":
            quote = sign
        elif sign in "[{" and earlier in " [{,":
            closing = ("]" if sign == "[" else "}") + closing
        elif sign in "]}":
            closing = closing[1:]
    return quote + closing


def _typed(span: Span, found: list[Span], before: str, behind: str) -> Typed:
    """What the mark was typed into."""
    plain = Span(
        span.steps,
        span.line,
        span.column,
        span.line,
        max(span.end_column - len(MARK), span.column),
        span.text.replace(MARK, ""),
        span.quote,
    )
    is_item = bool(ITEM_LINE.fullmatch(before)) and not span.is_key
    group = span.steps[:-2] if span.is_key else span.steps
    beside = frozenset(
        str(one.steps[-2])
        for one in found
        if one.is_key and one.steps[:-2] == group and MARK not in one.text
    )
    has_colon = bool(re.match(r"[\w-]*[\"']?\s*:", behind))
    return Typed(plain, span.is_key, group, beside, has_colon, _in_brackets(before, is_item))


def _in_brackets(before: str, is_item: bool) -> bool:
    """Whether more brackets are opened than closed in a line before a place."""
    return not is_item and still_open(before)[-1:] in {"]", "}"}
