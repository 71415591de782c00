"""Slips of the hand between two lines: a group that begins in the line of its name, text not further in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from smmkit.words import harmless, say
from smmkit.yaml_text.lines_around import (
    ABOVE,
    FIELD,
    Reads,
    above_of,
    further,
    indent,
    line_at,
    next_below,
    stands_out,
    with_line,
)
from smmkit.yaml_text.slips import OPEN_QUOTE, Slip
from smmkit.yaml_text.text_slips import MOST

FIELD_IN_LINE: Final = re.compile(r"( *(?:- +)?)([\w-]{1,40}:) +([A-Za-z_]\w{1,39}: +\S[^\n]*)")
"""Two names of fields in one line: `correction: what: Dicari`."""

OPENS: Final = re.compile(r"( *)(?:- +)?[\w-]{1,40}:(?: +[|>][+-]?)? *")
"""A field whose value stands below it."""

VALUE: Final = re.compile(r"^( *(?:- +)?[\w-]{1,40}: +)([^\"'\[{>|&*!#\s%@`][^\n]*)")
"""A field and the text that stands at it, without quotes."""

NAME_ALONE: Final = re.compile(r" *(?:- +)?[A-Za-z_]{2,40} *")
DIGIT: Final = re.compile(r" *-\d")
BARE_DASH: Final = re.compile(r"( *)-(?=\w)")


def group_in_line(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A group whose first field stands behind its name, and whose others stand below, further in."""
    here = line_at(lines, line)
    found = FIELD_IN_LINE.fullmatch(here)
    below = next_below(lines, line)
    if found is None or indent(below) <= len(found[1]) or not FIELD.match(below):
        return
    inner = " " * indent(below) + found[3]
    if further(reads, [*lines[: line - 1], found[1] + found[2], inner, *lines[line:]], line):
        words = f"`{found[2]}`", f"`{harmless(found[3].strip())}`"
        hint = say(
            "write {name} alone, and {line} below it, further in", name=words[0], line=words[1]
        )
        message = say("two fields stand in one line")
        yield Slip(line, found.start(3) + 1, message, "", False, hint)


def item_too_far_out(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """An item whose hyphen stands too far to the left of its fields."""
    number = above_of(lines, line)
    here, item = line_at(lines, line), lines[number - 1] if number else ""
    wanted, now = indent(here) - len("- "), indent(item)
    right = " " * wanted + item.lstrip()
    is_item = FIELD.match(here) and item.lstrip().startswith("- ") and wanted > now
    if is_item and further(reads, with_line(lines, number, right), line):
        yield Slip(number, now + 1, stands_out(now, wanted), right, is_certain=False)


def fields_below(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A field that has a value, and below it fields that stand further in: `correction: Dicari`."""
    here = line_at(lines, line)
    number = above_of(lines, line)
    above = ONE_VALUE.fullmatch(lines[number - 1]) if number else None
    further_in = indent(here) > indent(above[0]) if above else False
    if above is None or not further_in or not FIELD.match(here):
        return
    before = lines[above_of(lines, number) - 1] if above_of(lines, number) else ""
    if indent(next_below(lines, line)) != indent(here) or indent(before) > indent(above[0]):
        return  # a field alone, or this one, is rather indented wrong
    if further(reads, with_line(lines, number, above[1]), line):
        words = f"`{above[1].strip()}`", f"`...: {harmless(above[2].strip())}`"
        hint = say(
            "write {name} alone, and {line} below it, further in", name=words[0], line=words[1]
        )
        message = say("a value stands here, and fields below it that are further in")
        yield Slip(number, above.start(2) + 1, message, "", False, hint)


ONE_VALUE: Final = re.compile(r"( *(?:- +)?[\w-]{1,40}:) +([^\s#|>&*!][^\n]{0,60})")
"""A field and its value in one line."""


def below_its_field(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A text below the field to which it belongs, and not further in; a name without its colon."""
    here = line_at(lines, line)
    bare = here.strip()
    if not bare or FIELD.match(here.lstrip("\t")):
        return
    below = next_below(lines, line)
    right = f"{here.rstrip()}:"
    opens = indent(below) > indent(here) or below.startswith(" " * indent(here) + "- ")
    if NAME_ALONE.fullmatch(here) and opens and further(reads, with_line(lines, line, right), line):
        message = say("there is no colon behind the name of the field")
        yield Slip(line, len(here.rstrip()) + 1, message, right, is_certain=False)
        return
    for number in range(line - 1, max(0, line - ABOVE), -1):
        above = lines[number - 1]
        if found := OPENS.fullmatch(above):
            first = next_below(lines, number)
            inner = indent(first) if indent(first) > len(found[1]) else len(found[1]) + 2
            right = " " * inner + bare
            if right != here and further(reads, with_line(lines, line, right), line):
                message = say(
                    "this text belongs to the field above, and does not stand further in than it"
                )
                yield Slip(line, indent(here) + 1, message, right, is_certain=False)
            return
        if FIELD.match(above):
            return


def begins_again(lines: list[str], line: int) -> bool:
    """Whether a block begins here that stands above already, beside it: one of them is too many."""
    here = lines[line - 1]
    if not OPENS.fullmatch(here):
        return False
    above = reversed(lines[: line - 1])
    beside = takewhile(lambda one: not one.strip() or indent(one) >= indent(here), above)
    return any(one.rstrip() == here.rstrip() for one in beside)


def bare_dash(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """An item without the space behind its hyphen, below one that has it, or the first of its list."""
    here = line_at(lines, line)
    found = BARE_DASH.match(here)
    number = above_of(lines, line)
    above = lines[number - 1] if number else ""
    opens = OPENS.fullmatch(above) and indent(above) <= indent(here) and not DIGIT.match(here)
    if found and (opens or above.startswith(f"{found[1]}- ")):
        right = f"{found[1]}- {here[found.end() :]}"
        if further(reads, with_line(lines, line, right), line):
            yield Slip(line, found.end() + 1, say("there is no space behind the hyphen"), right)


def unnamed(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """The line above, where it has no name of a field and this one has."""
    here = line_at(lines, line)
    number = above_of(lines, line)
    above = lines[number - 1] if number else ""
    value = above.lstrip(" ").removeprefix("- ").lstrip(" ")
    if not FIELD.match(here) or FIELD.match(above) or not value or value[0] in "#-{[":
        return
    start = above[: len(above) - len(value)]
    named = f"{start}x: {json.dumps(value, ensure_ascii=False)}"
    if indent(here) == len(start) and further(reads, with_line(lines, number, named), line):
        words = f"`{start.lstrip(' ')}...: {harmless(value[:MOST].strip())}`"
        hint = say("write the name of its field before it: {words}", words=words)
        message = say("this line has no name of a field")
        yield Slip(number, len(start) + 1, message, "", False, hint)


def first_item(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """The first item of a list without its hyphen, so that the others are read as its text."""
    here, number = line_at(lines, line), above_of(lines, line)
    above, before = lines[number - 1] if number else "", above_of(lines, number) if number else 0
    column = indent(here)
    if not here.lstrip(" ").startswith("- ") or not before or indent(above) != column:
        return
    if FIELD.match(above) or not lines[before - 1].rstrip().endswith(":"):
        return
    right = f"{' ' * column}- {NUMBER.sub('', above.strip())}"
    if not above.lstrip(" ").startswith("- ") and further(
        reads, with_line(lines, number, right), line
    ):
        message = say("a new item of the list begins with a hyphen")
        yield Slip(number, column + 1, message, right, is_certain=False)


NUMBER: Final = re.compile(r"^\d{1,2}[.)] +")
"""How an item is counted on paper."""


def headless(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """Lines of text above all fields, as a phone or a letter has them."""
    above = [n for n, one in enumerate(lines[:line], 1) if not REMARK.match(one)]
    text = list(takewhile(lambda n: not FIELD.match(lines[n - 1]), above))[:ABOVE]
    rest = lines
    for number in text:
        rest = with_line(rest, number, "")
    if text and further(reads, rest, line):
        first = harmless(line_at(lines, text[0]).strip()[:MOST])
        hint = say(
            "delete the text up to line {n}, or make remarks of it: {words}",
            n=text[-1],
            words=f"`# {first}`",
        )
        yield Slip(text[0], 1, say("text stands above the fields"), "", False, hint)


REMARK: Final = re.compile(r"^\s*+(?:#|%[A-Z]|---\s*+$|$)")
"""What may stand above the first field, or is told as what it is: a directive."""

TRIED: Final = 3
"""So many quotes above a place are tried."""


def unclosed(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A quote far above that ends only where the next one of another text begins."""
    opened = (n for n in range(min(line, len(lines)), 0, -1) if not CLOSED.search(lines[n - 1]))
    found = ((n, quote) for n in opened if (quote := OPEN_QUOTE.match(lines[n - 1])))
    for number, quote in islice(found, TRIED):
        right = f"{quote[1]}{quote[2]}{quote[3].rstrip()}{quote[2]}"
        if further(reads, with_line(lines, number, right), line):
            message = say("a quote is opened here and never closed")
            yield Slip(number, quote.start(2) + 1, message, right, is_certain=False)
            return


CLOSED: Final = re.compile(r"""["'] *$""")


def nameless(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A line among fields that is none: it goes on with the text above, or lacks its name."""
    here = line_at(lines, line).rstrip()
    number = above_of(lines, line)
    above = VALUE.fullmatch(lines[number - 1]) if number else None
    bare = here.lstrip(" ")
    if above is None or FIELD.match(here) or not bare[:1].isalnum() or len(bare) > MOST:
        return
    further_in = " " * (indent(above[0]) + 2) + bare
    if indent(here) <= indent(above[0]) and further(
        reads, with_line(lines, line, further_in), line
    ):
        hint = say(
            "if it goes on with the text above, write {words}; else the name of its field before it: "
            "{line}",
            words=f"`{harmless(further_in)}`",
            line=f"`...: {harmless(bare)}`",
        )
        message = say("this line has no name of a field")
        yield Slip(line, indent(here) + 1, message, "", False, hint)
