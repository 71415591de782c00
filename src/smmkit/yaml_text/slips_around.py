"""The slip of the hand that broke a text off: looked for in the lines around the place, by mending it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
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
from smmkit.yaml_text.pasted import pasted_table
from smmkit.yaml_text.slips import Slip, slips_in
from smmkit.yaml_text.slips_between import (
    VALUE,
    bare_dash,
    begins_again,
    below_its_field,
    fields_below,
    first_item,
    group_in_line,
    headless,
    item_too_far_out,
    nameless,
    unclosed,
    unnamed,
)
from smmkit.yaml_text.text_slips import MOST

BACK: Final = 4
"""So many lines before the place where reading broke off are looked at."""


EMPTY: Final = re.compile(r"^( *(?:- +)?[\w-]{1,40}:) +(?:\[ *\]|\{ *\}) *")
"""A field that is said to have nothing."""


def slips_near(text: str, line: int, reads: Reads) -> Iterator[Slip]:
    """The slip that broke a text off at a line (from 1), if mending it lets the text be read further.

    `reads` says at which line a text breaks off; None where it can be read.
    """
    lines = text.split("\n")
    if found := next(group_in_line(lines, line, reads), None) or pasted_table(lines, line):
        yield found
        return
    for number in range(max(1, line - BACK), min(line, len(lines)) + 1):
        for slip in slips_in(lines[number - 1], number):
            if further(reads, with_line(lines, slip.line, slip.right), line):
                yield slip
                return
    if found := several(lines, line, reads):
        yield found
        return
    for look in (
        first_item,
        headless,
        unnamed,
        bare_dash,
        below_its_field,
        item_too_far_out,
        fields_below,
        indented,
        joined,
        nameless,
        unclosed,
    ):
        if found := next(look(lines, line, reads), None):
            yield found
            return


def several(lines: list[str], line: int, reads: Reads) -> Slip | None:
    """The first of some slips in lines below one another, all of which have to be mended to be read on."""
    here = range(max(1, line - BACK), min(line, len(lines)) + 1)
    slips = [slip for n in here if (slip := next(slips_in(lines[n - 1], n), None)) and slip.right]
    mended = lines
    for slip in slips:
        mended = with_line(mended, slip.line, slip.right)
    return slips[0] if len(slips) > 1 and further(reads, mended, line) else None


def indented(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """The line where a text breaks off, begun in a column where it can be read."""
    here = line_at(lines, line)
    bare = here.lstrip(" \t")
    if not bare or not re.match(r"- |[\w-]{1,40}:(?: |$)", bare):
        return
    now = len(here) - len(bare)
    if begins_again(lines, line):
        return
    above = next((one for one in reversed(lines[: line - 1]) if one.strip()), "")
    into = re.match(r" *(?:- )?", above)
    below = next_below(lines, line)
    wanted = [len(into[0]) if into else 0, indent(below)]
    if slip := id_as_name(lines, line, reads) or without_hyphen(lines, line, reads):
        yield slip
        return
    if bare.startswith("- "):
        wanted = [*hyphens_above(lines, line), *wanted]
    elif "\t" in here[:now] and not FIELD.match(above):
        wanted.reverse()  # above stands a text that goes on, and this field could seem to belong to it
    if slip := beside_fields(lines, line, reads) or further_out(lines, line, reads):
        yield slip
        return
    for column in dict.fromkeys(wanted):
        right = " " * column + bare
        if right == here:
            continue
        if further(reads, with_line(lines, line, right), line):
            has_tab = "\t" in here[:now]
            message = say("a tab stands in the indentation") if has_tab else stands_out(now, column)
            sure = has_tab and len(set(wanted)) == 1
            yield Slip(line, 1 if has_tab else now + 1, message, right, is_certain=sure)
            return


def beside_fields(lines: list[str], line: int, reads: Reads) -> Slip | None:
    """A field with a hyphen before it, where the items above have no fields: it belongs to none of them."""
    bare = lines[line - 1].lstrip(" ")
    items = [one for one in reversed(lines[: line - 1]) if one.lstrip(" ").startswith("- ")]
    if not bare.startswith("- ") or not FIELD.match(bare[2:]):
        return None
    if any(FIELD.match(one.lstrip(" ")[2:]) for one in items[:1]):
        return None
    column = indent(lines[line - 1])
    beside = [one for one in lines[: line - 1] if FIELD.match(one) and indent(one) == column]
    if not beside or beside[-1].lstrip(" ").startswith("- "):
        return None
    right = " " * column + bare[2:].lstrip(" ")
    if not further(reads, with_line(lines, line, right), line):
        return None
    message = say("a hyphen begins an item of a list, and here stands a field beside others")
    return Slip(line, indent(lines[line - 1]) + 1, message, right, is_certain=False)


def further_out(lines: list[str], line: int, reads: Reads) -> Slip | None:
    """The field above, where it begins further out than those above and below it, which agree."""
    number = above_of(lines, line)
    column = indent(line_at(lines, line))
    out = lines[number - 1] if number else ""
    before = above_of(lines, number) if number else 0
    if not before or not FIELD.match(out) or out.lstrip(" ").startswith("- "):
        return None
    into = re.match(r" *(?:- )?", lines[before - 1])
    right = " " * column + out.lstrip(" ")
    if into is None or not len(into[0]) == column > indent(out):
        return None
    if not further(reads, with_line(lines, number, right), line):
        return None
    message = stands_out(indent(out), column)
    return Slip(number, indent(out) + 1, message, right, is_certain=False)


def hyphens_above(lines: list[str], line: int) -> list[int]:
    """The columns where the items above begin: first of those with the same first field, and the nearest."""
    above = lines[max(0, line - 1 - ABOVE) : line - 1]
    name = lines[line - 1].strip(" \t").removeprefix("- ").partition(":")[0]
    items = [one for one in reversed(above) if one.lstrip(" ").startswith("- ")]
    alike = [one for one in items if one.lstrip(" ").startswith(f"- {name}:")]
    return list(dict.fromkeys(indent(one) for one in (*alike, *items)))


def id_as_name(lines: list[str], line: int, reads: Reads) -> Slip | None:
    """An item that begins with its id as if that were a field: `R-02:`."""
    found = re.fullmatch(r"( *)([A-Z][\w.]*-[\w.-]*\d): *", lines[line - 1])
    if found is None or len(found[1]) not in hyphens_above(lines, line):
        return None
    right = f"{found[1]}- id: {found[2]}"
    if not further(reads, with_line(lines, line, right), line):
        return None
    message = say("a new item of the list begins with a hyphen")
    return Slip(line, found.end(1) + 1, message, right, is_certain=False)


def without_hyphen(lines: list[str], line: int, reads: Reads) -> Slip | None:
    """An item without its hyphen: it begins with the field with which the item above begins."""
    here = lines[line - 1]
    bare = here.lstrip(" ")
    start = f"- {bare.partition(':')[0]}:"
    for column in [] if bare.startswith("- ") else hyphens_above(lines, line)[:1]:
        begins = " " * column + start
        right = f"{' ' * column}- {bare}"
        above = lines[max(0, line - 1 - ABOVE) : line - 1]
        mended = with_line(lines, line, right)
        if any(one.startswith(begins) for one in above) and further(reads, mended, line):
            message = say("a new item of the list begins with a hyphen")
            return Slip(line, len(here) - len(bare) + 1, message, right, is_certain=False)
    return None


def joined(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """The field above, where its text or what seems to be its value goes on in this line."""
    here = line_at(lines, line)
    number = above_of(lines, line)
    above = VALUE.fullmatch(lines[number - 1]) if number else None
    if (
        number
        and (empty := EMPTY.fullmatch(lines[number - 1]))
        and (further(reads, with_line(lines, number, empty[1]), line))
    ):
        message = say("a value stands here, and below it a list begins")
        yield Slip(number, empty.end(1) + 2, message, empty[1], is_certain=False)
        return
    if above is None or len(above[0]) + len(here.strip()) > 2 * MOST:
        return
    bare = here.lstrip(" ")
    if bare.startswith("- ") and FIELD.match(bare[2:]) and indent(here) == indent(above[0]):
        right = " " * indent(here) + bare[2:].lstrip(" ")
        if further(reads, with_line(lines, line, right), line):
            message = say(
                "a hyphen begins an item of a list, and here stands a field beside others"
            )
            yield Slip(line, indent(here) + 1, message, right, is_certain=False)
            return
    if bare.startswith("- "):
        right = above[1].rstrip()
        if further(reads, with_line(lines, number, right), line):
            message = say("a value stands here, and below it a list begins")
            yield Slip(number, above.end(1) + 1, message, right, is_certain=False)
        return
    if indent(here) <= indent(above[0]):
        return
    text = f"{above[2].strip()} {here.strip()}"
    right = above[1] + json.dumps(text, ensure_ascii=False)
    if ": " in here and further(reads, [*lines[: number - 1], right, *lines[line:]], line):
        hint = say(
            "if it goes on with the text above, write {words}", words=f"`{harmless(right.strip())}`"
        )
        message = say("a text that goes on in this line has a `:` in it")
        yield Slip(line, here.index(": ") + 1, message, "", False, hint)
