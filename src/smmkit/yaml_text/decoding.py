"""The text of a file, from its bytes: UTF-8, without what no editor shows."""

from __future__ import annotations

import re
from typing import Final

from smmkit.location import Location, SourceError
from smmkit.words import Message, say
from smmkit.yaml_text.slips import merged_or_refused

WIDE: Final = {
    **dict.fromkeys((b"\xff\xfe\0\0", b"\0\0\xfe\xff"), "UTF-32"),
    **dict.fromkeys((b"\xff\xfe", b"\xfe\xff"), "UTF-16"),
}
"""How a text begins that says itself that it has two or four bytes for each letter; the longer one first."""

UNMARKED: Final = (("UTF-16LE", 2, 0), ("UTF-16BE", 2, 1), ("UTF-32LE", 4, 0), ("UTF-32BE", 4, 3))
"""Encodings of several bytes for each letter: how many, and which of them a plain letter fills."""

OTHER_PROGRAMS: Final = (
    *(b"%pdf-", b"pk\3\4", b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    *(b"<html", b"<!doctype html", b"<?xml"),
)
"""How files begin that Word, Excel, WordPad and browsers write, in small letters."""

FIRST: Final = 20

HEAD: Final = 4096
"""In so many bytes at its begin a file that is no text shows it: by a byte of nought, or a name."""

MAX_TEXT = 2 * 2**20
"""A document larger than this (bytes) is no document that a person wrote."""

MAX_READ = 2 * MAX_TEXT + 2
"""So many bytes of a file show that it is too large, whatever its letters take."""

UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, line breaks of Unicode on which readers of YAML disagree, and what turns text round."""

SHOWN: Final = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""The plain letters that are none of these."""


def decoded(path: str, data: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, lines ending in LF.

    Raises:
        SourceError: the bytes are in another encoding, or too many, or hold characters that no
            editor shows.
    """
    if len(data) > MAX_TEXT:
        raise SourceError(
            Location(path), say("the file is larger than {n} MB", n=MAX_TEXT // 2**20)
        )
    if encoding := said_encoding(data):
        raise SourceError(
            Location(path),
            say("the file is saved as {encoding}", encoding=encoding),
            as_utf_8(path),
        )
    if data[:FIRST].lower().startswith(OTHER_PROGRAMS):
        raise of_another_program(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data[:HEAD]:
            raise of_another_program(path) from None
        mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0  # the place is counted behind it
        before = data[mark : mark + error.start].decode("utf-8", "replace").splitlines() or [""]
        fresh = data[mark : mark + error.start].endswith((b"\n", b"\r"))
        line, column = (len(before) + 1, 1) if fresh else (len(before), len(before[-1]) + 1)
        raise SourceError(
            Location(path, line, column),
            say("the file is not saved as UTF-8 (it looks like a Windows code page)"),
            as_utf_8(path),
        ) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    merged_or_refused(path, text)
    if bad := first_unshown(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        raise SourceError(
            Location(path, line, column),
            say(
                "here stands a character that no editor shows (U+{code})", code=f"{ord(bad[0]):04X}"
            ),
            say("delete it and type the text again"),
        )
    return text


def of_another_program(path: str) -> SourceError:
    """That a file is none that an editor of texts has written."""
    return SourceError(
        Location(path),
        say("this is no text, but a file of another program, such as Word, Excel or a PDF"),
        say("put the text itself here; or give the file the ending that fits"),
    )


def said_encoding(data: bytes) -> str | None:
    """The encoding that a text shows of itself, if not UTF-8: by its mark, or noughts beside each letter."""
    marked = next((name for mark, name in WIDE.items() if data.startswith(mark)), None)
    return marked or (unmarked(data) if b"\0" in data[:HEAD] else None)


def unmarked(data: bytes) -> str | None:
    """The encoding of a text without a mark that has two or four bytes for each letter; None of all else."""
    head = data[:HEAD]
    for name, width, place in UNMARKED:
        letters = head[place::width]
        strange = len(letters.translate(None, SHOWN))
        noughts = head.count(0) - letters.count(0)
        is_mostly_plain = 4 * strange <= len(letters) and 4 * (
            len(head) - len(letters) - noughts
        ) <= len(letters)
        if len(data) % width == 0 and is_mostly_plain:
            return name
    return None


def first_unshown(text: str) -> re.Match[str] | None:
    """The first such sign of a text; in plain letters it is looked for ten times as fast."""
    if text.isascii() and not text.encode().translate(None, SHOWN):
        return None
    return UNSHOWN.search(text)


def as_utf_8(path: str) -> Message:
    """How a file is saved in the one encoding."""
    if path.endswith(".csv"):
        return say("in Excel, save it as `CSV UTF-8`; in an editor, as UTF-8")
    return say("save it as UTF-8 in your editor, or let `smm fix` do it")
