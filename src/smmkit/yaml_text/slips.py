"""Slips of the hand in a line of YAML: what a person typed, and how the same line is written right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from smmkit.location import Location, SourceError
from smmkit.words import Message, harmless, say
from smmkit.yaml_text.flow_slips import flow_slips
from smmkit.yaml_text.misread import OF_PRINT
from smmkit.yaml_text.text_slips import MOST, OR_ITEM, text_slips

SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none to YAML, as a class of a regular expression has them."""

SPACE: Final = re.compile(f"[{SPACES}]")
TAB_BEHIND_HYPHEN: Final = re.compile(r"^( *- *)\t\s*(?=\S)")
LEADING: Final = re.compile(rf"^[ \t{SPACES}]+")
BEHIND_COLON: Final = re.compile(rf"^(\s*(?:- )?[\w-]{{1,40}}):[ ]*[\t{SPACES}][\s]*")
BULLET: Final = re.compile(
    r"^( *)([\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\uf0b7*])\s*(?=\S)"
)
GREAT_COLON: Final = re.compile(r"^(\s*(?:- )?[\w-]{1,40})\s*([\uff1a\ufe55\ua789\u2236])\s*")
NO_SPACE: Final = re.compile(r"^(\s*(?:- )?[A-Za-z_]\w{1,39}):(?=[^\s/:])")
SECOND_COLON: Final = re.compile(r"^ *(?:- )?[\w-]{1,40} {0,3}: +(?=[^\"'\[{>|&*!#\s%@`][^#]*: )")
FIELDS: Final = re.compile(r"[a-z_]{2,40}: [^,:{}\[\]\"']{1,60}, [a-z_]{2,40}: ")
"""Two fields with a comma between them, as they stand within braces."""

NO_SPACE_BEHIND_DASH: Final = re.compile(r"^( *)-(?=[A-Za-z_]\w{1,39}: )")
NUMBERED: Final = re.compile(r"^( *)(\d{1,2}[.)]|[a-z][.)]|--+)[ \t]+(?=[A-Za-z_]\w{1,39}: |[{\[])")
NO_COLON: Final = re.compile(r"^( *(?:- )?[A-Za-z_]{2,40})(?: ?[=;] ?|\uff1d)(?=[^\s=;]|$)")
ONLY_SPACE: Final = re.compile(
    r"^( *(?:- )?(?:kind|smmkit|id|title|version|owner|role|person|unit|date|since|actor"
    r"|[a-z]{2,20}_[a-z_]{2,20})) +(?=[^\s:=])"
)
"""A field without its colon; only of words that begin no sentence."""

BAD_START: Final = re.compile(rf"{OR_ITEM}((?:[@%`*&!]|[?](?= )|[|>](?=[^\W_]| [^\W_]))[^\n]*)$")
COLONS_IN_ITEM: Final = re.compile(
    r"^( *- +)([^\W_\d][^:\n (]{0,60}[ (][^:\n]{0,200}+: [^:\n]{0,200}+: [^\n]*)$"
)
"""An item that is a sentence with several colons in it."""

DRAWN: Final = re.compile(r"^ *(?:={4,}|_{4,}|\*{4,}|~{4,}|-{4,}|\+{4,}|\.{4,}) *$")
"""A line that only draws one."""

OPEN_QUOTE: Final = re.compile(rf"""{OR_ITEM}(["'])([^"'\n]++)["']?+ *+$""")
FOREIGN_REMARK: Final = re.compile(r"^( *)(//|/\*|<!--)([^\n]*)$")
REMARK: Final = " \t*/->"
"""What stands around a remark in other languages."""

CODE: Final = re.compile(r"^ *(?:`{3}|~{3})\w{0,12} *$")
END: Final = re.compile(r"^\.\.\.[ \t]*$")
BEHIND_QUOTE: Final = re.compile(
    r"""^( *(?:- )?["']?[\w-]{1,40}["']? {0,3}: +(?:"[^"\n]*"|'[^'\n]*'))[ \t]*([,;])[ \t]*$"""
)
BACK_SLASH: Final = re.compile(r"""^( *(?:- )?[\w-]{1,40}: +)"([^"'\n\\]*\\[^"'\n]*)" *$""")
ONLY_HYPHEN: Final = re.compile(r"^( *(?:- )?[\w-]{1,40}: +)-+ *$")
MARKS: Final = re.compile(r"^(?:(?:<{7}|>{7}|[|]{7})(?: [^\n]*)?|={7})$", re.MULTILINE)
LEFT: Final = re.compile(r"^(?:<{7}|>{7}) [^\n]+$", re.MULTILINE)


class Slip(NamedTuple):
    """A line that is written wrong: which (from 1), where in it, what, and how it is right."""

    line: int
    column: int
    message: Message
    right: str
    is_certain: bool = True
    """Whether nothing else can have been meant."""
    hint: Message | None = None
    """What to write, where one line that is right does not say it; then only a person can mend it."""


def merged_or_refused(path: str, text: str) -> None:
    """See that no two versions of a file stand in it side by side, and no mark of that is left.

    Raises:
        SourceError: git has left both, and its three marks, or four; or somebody has left one.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    marks = list(MARKS.finditer(text))
    kinds = "".join(mark[0][0] for mark in marks)
    if {"<", "=", ">"} <= set(kinds) and kinds[0] == "<":
        first = marks[: kinds.index(">") + 1]
        lines = [text.count("\n", 0, mark.start()) + 1 for mark in first]
        raise SourceError(
            Location(path, lines[0]),
            say("two versions of this file were not merged: both stand here, one below the other"),
            say(
                "keep the lines of one of the two, and delete the marks in the lines {lines}",
                lines=", ".join(map(str, lines)),
            ),
        )
    if left := LEFT.search(text):
        line = text.count("\n", 0, left.start()) + 1
        raise SourceError(
            Location(path, line, 1, line, len(left[0]) + 1),
            say("a mark of git is left here: two versions of this file were merged by hand"),
            say("delete this line, and see that only one of the two versions is left"),
        )


def slips_in(text: str, number: int) -> Iterator[Slip]:
    """What one line may have been meant to be, without what stands around it."""
    for slip in text_slips(text):
        yield Slip(number, slip.column + 1, *slip[1:])
    start = LEADING.match(text)
    if start and (odd := SPACE.search(start[0])):
        right = SPACE.sub(" ", start[0]) + text[start.end() :]
        yield Slip(number, odd.start() + 1, no_break(odd[0]), right)
    if found := BEHIND_COLON.match(text):
        behind = text[found.end(1) + 1 : found.end()]
        right = f"{found[1]}: {text[found.end() :]}"
        odd = SPACE.search(behind)
        message = no_break(odd[0]) if odd else say("a tab stands behind the colon")
        at = found.end(1) + 1 + (odd.start() if odd else behind.index("\t"))
        yield Slip(number, at + 1, message, right)
    if found := TAB_BEHIND_HYPHEN.match(text):
        message = say("a tab stands in the indentation")
        yield Slip(number, found.end(1) + 1, message, f"{found[1].rstrip()} {text[found.end() :]}")
    if found := BULLET.match(text):
        message = say(
            "the item begins with {sign} (U+{code}), which is no hyphen",
            sign=found[2],
            code=f"{ord(found[2]):04X}",
        )
        yield Slip(number, found.start(2) + 1, message, f"{found[1]}- {text[found.end() :]}")
    if found := GREAT_COLON.match(text):
        message = say("this colon is not the plain one (U+{code})", code=f"{ord(found[2]):04X}")
        yield Slip(number, found.start(2) + 1, message, f"{found[1]}: {text[found.end() :]}")
    if found := NO_SPACE.match(text):
        message = say("there is no space behind the colon")
        yield Slip(number, found.end() + 1, message, f"{found[1]}: {text[found.end() :]}")
    if found := SECOND_COLON.match(text):
        yield behind_colon(number, text, found.end())
    if found := NO_SPACE_BEHIND_DASH.match(text):
        message = say("there is no space behind the hyphen")
        yield Slip(number, found.end() + 1, message, f"{found[1]}- {text[found.end() :]}")
    yield from unusual(text, number)
    for slip in flow_slips(text):
        yield Slip(number, slip.column + 1, *slip[1:])


def behind_colon(number: int, text: str, start: int) -> Slip:
    """What stands behind a colon, from this letter on, with another colon in it: fields, or a text."""
    value = text[start:].rstrip()
    if FIELDS.match(value):
        message = say("fields stand behind a name in one line, without braces around them")
        return Slip(number, start + 1, message, f"{text[:start]}{{{value}}}", is_certain=False)
    message = say("a second `:` in one line: the value must stand in quotes")
    at = f"{value} ".index(": ")  # also where nothing stands behind it
    in_print = len(value) > 1 and {value[0], value[-1]} <= {*OF_PRINT}
    right = text[:start] + json.dumps(value[1:-1] if in_print else value, ensure_ascii=False)
    return Slip(number, start + at + 1, message, right)


def unusual(text: str, number: int) -> Iterator[Slip]:
    """What one line may have been meant to be where it is written as on paper, or left unfinished."""
    if found := NUMBERED.match(text):
        message = say("an item begins with a hyphen, not with {sign}", sign=found[2])
        yield Slip(number, found.start(2) + 1, message, f"{found[1]}- {text[found.end() :]}")
    signed = NO_COLON.match(text)
    if found := signed or ONLY_SPACE.match(text):
        message = say("there is no colon behind the name of the field")
        right = f"{found[1]}: {text[found.end() :]}".rstrip()
        yield Slip(number, found.end(1) + 1, message, right, is_certain=bool(signed))
    if found := BAD_START.match(text.rstrip(" ")):
        message = say("a text that begins with {sign} must stand in quotes", sign=found[2][0])
        right = found[1] + json.dumps(found[2], ensure_ascii=False)
        yield Slip(number, found.start(2) + 1, message, right)
    if found := COLONS_IN_ITEM.match(text.rstrip(" ")):
        message = say("a second `:` in one line: the value must stand in quotes")
        at = text.index(": ", text.index(": ") + 1)
        right = found[1] + json.dumps(found[2], ensure_ascii=False)
        yield Slip(number, at + 1, message, right)
    if DRAWN.match(text):
        message = say("a line is drawn here, and no field stands in it")
        yield Slip(number, 1, message, "", False, say("delete this line"))
    if found := FOREIGN_REMARK.match(text):
        message = say("a remark begins with #, not with {sign}", sign=found[2])
        yield Slip(number, found.end(1) + 1, message, f"{found[1]}# {found[3].strip(REMARK)}")
    if CODE.match(text):
        message = say("this mark begins or ends a block of code in Markdown; here it is none")
        yield Slip(number, 1, message, "", False, say("delete this line"))
    if END.match(text):
        message = say(
            "three dots in a line of their own end the document, and the rest is not read"
        )
        yield Slip(number, 1, message, "", False, say("delete this line"))
    if found := BEHIND_QUOTE.match(text):
        message = say("a {sign} stands behind the value", sign=found[2])
        yield Slip(number, found.start(2) + 1, message, found[1])
    if found := BACK_SLASH.match(text):
        message = say("a back slash in double quotes has a meaning of its own")
        right = f"{found[1]}'{found[2]}'"
        yield Slip(number, found.start(2) + found[2].index("\\") + 1, message, right)
    if found := ONLY_HYPHEN.match(text):
        message = say("a hyphen alone is no value")
        hint = say("write its value; where it may be missing, delete the line until there is one")
        yield Slip(number, found.end(1) + 1, message, found[1].rstrip(), False, hint)
    if found := OPEN_QUOTE.match(text):
        message = say("a quote is opened here and never closed")
        right = f"{found[1]}{found[2]}{found[3].rstrip()}{found[2]}"
        yield Slip(number, found.start(2) + 1, message, right, False)


def no_break(sign: str) -> Message:
    """What is said of a space that is none to YAML."""
    if sign in "\xa0\u202f":
        return say(
            "a no-break space (U+{code}) stands here; it looks like a space and is none",
            code=f"{ord(sign):04X}",
        )
    return say(
        "a space of print (U+{code}) stands here; YAML knows only the plain one",
        code=f"{ord(sign):04X}",
    )


WHOLE: Final = 200
"""So many signs of a line are shown as they are; of a longer one its begin and its end."""

LAST: Final = 40


def slip_error(path: str, slip: Slip) -> SourceError:
    """A slip as the reason why a file cannot be read."""
    right = slip.right.rstrip()
    if len(right) > WHOLE:
        right = f"{right[:MOST]} ... {right[-LAST:]}"  # how it ends is what may be wrong
    bare = right.lstrip()
    if slip.is_certain and slip.column > len(right) - len(bare):
        right = bare  # how far it is indented is not what is wrong
    hint = slip.hint or say("write {words}", words=f"`{harmless(right)}`")
    at = Location(path, slip.line, slip.column, slip.line, slip.column)
    return SourceError(at, slip.message, hint)
