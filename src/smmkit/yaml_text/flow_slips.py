"""Slips of the hand within braces and brackets: `{period: 2026 value: 3}`, `["8.5" "9.1"]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from smmkit.words import Message, say

OPERATOR: Final = re.compile(r"([\w-]{1,40}:) +([<>]=?|[\u2264\u2265]) *(?=\d)")
"""A sign of comparison before a number, where the formula already says which way is good."""

NO_COMMA_OF_ITEMS: Final = re.compile(r"""(?<=["']) +(?=["'])""")
NO_COMMA_OF_FIELDS: Final = re.compile(r"""(?<=[^\s,{\[:]) +(?=[A-Za-z_]\w{0,39}: )""")
SEMICOLON: Final = re.compile(r"""(?<=[^\s,{\[:]) *; *(?=[A-Za-z_]\w{0,39}: )""")
ONLY_HYPHEN: Final = re.compile(
    r"(?:, *)?\b[\w-]{1,40}: +(-)+ *(?=[,}])|, +(-)+ *(?=[,\]])|(?<=\[) *(-)+ *(?:, *|(?=\]))"
)
RUPIAH: Final = re.compile(
    r"(: +)((?:Rp\.? ?)?(\d{1,3}(?:\.\d{3}){0,5})(?:,-|,--|,00)) *(?=[,}])", re.IGNORECASE
)
TWO_COMMAS: Final = re.compile(r",(?: *,)+ *")
OPEN_IN_LIST: Final = re.compile(r"""[\[,] *(["'])[^"',\]]{1,60}(?=[,\]])""")
PAIRS: Final = (("[", "]"), ("{", "}"))


class FlowSlip(NamedTuple):
    """Where in the line (from 0), what is wrong, how the line is right, whether that is certain; what is
    said to write, where that line does not say it.
    """

    column: int
    message: Message
    right: str
    is_certain: bool
    hint: Message | None = None


def flow_slips(text: str) -> Iterator[FlowSlip]:
    """What a line with braces or brackets may have been meant to be."""
    if "{" not in text and "[" not in text:
        return
    if found := OPERATOR.search(text):
        message = say("{sign} stands before the number; write the number alone", sign=found[2])
        yield FlowSlip(found.start(2), message, OPERATOR.sub(r"\1 ", text), True)
    if found := NO_COMMA_OF_ITEMS.search(text):
        message = say("a comma is missing between two items")
        yield FlowSlip(found.start(), message, NO_COMMA_OF_ITEMS.sub(", ", text), True)
    if found := SEMICOLON.search(text):
        message = say("a semicolon stands where a comma parts two fields")
        yield FlowSlip(found.start(), message, SEMICOLON.sub(", ", text), False)
    elif found := NO_COMMA_OF_FIELDS.search(text):
        message = say("a comma is missing between two fields")
        yield FlowSlip(found.start(), message, NO_COMMA_OF_FIELDS.sub(", ", text), False)
    if found := ONLY_HYPHEN.search(text):
        message = say("a hyphen alone is no value")
        right = text[: found.start()] + text[found.end() :]
        yield FlowSlip(found.start(found.lastindex or 0), message, right, False)
    if found := RUPIAH.search(text):
        message = say(
            "{value} stands with a comma, and a comma parts two fields here", value=found[2]
        )
        amount = found[3].replace(".", "")
        right = f"{text[: found.end(1)]}{amount}{text[found.end() :]}"
        yield FlowSlip(found.start(2), message, right, True)
    if found := TWO_COMMAS.search(text):
        message = say("between two commas stands nothing")
        yield FlowSlip(found.start(), message, TWO_COMMAS.sub(", ", text), True)
    if (found := OPEN_IN_LIST.search(text)) and found[1] not in text[found.end() :]:
        message = say("a quote is opened here and never closed")
        right = f"{text[: found.end()]}{found[1]}{text[found.end() :]}"
        yield FlowSlip(found.start(1), message, right, False)
    for opens, closes in PAIRS:
        if text.count(opens) == text.count(closes) + 1:
            message = say("a `{sign}` is opened here and never closed", sign=opens)
            yield FlowSlip(text.index(opens), message, text.rstrip(" ") + closes, False)
