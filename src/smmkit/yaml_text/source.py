"""Text that a person wrote, its values, and the place of everything in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import yaml_rs

from smmkit.location import Location, Path, SourceError, Step
from smmkit.words import Message, say
from smmkit.yaml_text.accepted import compare, refuse
from smmkit.yaml_text.ambiguity import is_ambiguous
from smmkit.yaml_text.positions import locations_of
from smmkit.yaml_text.slips import merged_or_refused, slip_error, slips_near

FENCE = "---"
"""The line that opens and closes the front matter of a Markdown document."""

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text begins that says itself that it is in UTF-16."""

MAX_TEXT = 2 * 2**20
"""A document larger than this (bytes) is no document that a person wrote."""


class Source:
    """One file as read: its values, its prose, and where each value stands."""

    __slots__ = ("_front", "path", "prose", "prose_line", "values")

    def __init__(
        self, path: str, values: dict[str, Any], front: str, prose: str, prose_line: int
    ) -> None:
        self.path = path
        self.values = values
        self.prose = prose
        self.prose_line = prose_line
        self._front = front

    @classmethod
    def parse(cls, path: str, data: bytes) -> Source:
        """Read YAML, or Markdown with YAML front matter, as the suffix says.

        Raises:
            SourceError: the text cannot be read as a mapping.
        """
        text = decoded(path, data)
        front, prose, line = split(path, text) if path.endswith(".md") else (text, "", 0)
        return cls(path, read(path, front), front, prose, line)

    @property
    def yaml(self) -> str:
        """The YAML of the file, its lines counted as in the file."""
        return self._front

    def is_written(self, data: bytes) -> bool:
        """Whether bytes are this text, letter for letter, so that they need not be read again."""
        try:
            text = data.decode()
            parts = split(self.path, text) if self.path.endswith(".md") else (text, "", 0)
        except (UnicodeDecodeError, SourceError):
            return False
        return parts[:2] == (self._front, self.prose)

    def holds(self, text: str) -> bool:
        """Whether a text stands anywhere in the file, comments included."""
        return text in self._front or text in self.prose

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether one of these, in small letters, stands anywhere in the file, however it is written."""
        texts = (self._front.lower(), self.prose.lower())
        return any(word in text for text in texts for word in words)

    def prose_at(self, offset: int) -> Location:
        """Where a letter of the prose stands, counted from 0."""
        before = self.prose[:offset]
        line = self.prose_line + before.count("\n")
        return Location(self.path, line, offset - before.rfind("\n"))

    def at(self, *steps: Step) -> Location:
        """Where the value at this key path stands; for a missing key, where its parent begins.

        Why: pydantic and the rules both name a place by its key path, so one door serves all.
        """
        return self.places([steps])[0]

    def written(self, *steps: Step) -> str:
        """A value as it is written, in one line; empty where it stands over several."""
        return self.all_written([steps])[0]

    def all_written(self, wanted: Iterable[Path]) -> list[str]:
        """Values as they are written, each in one line; the text is walked through once."""
        lines = self._front.split("\n")
        return [
            lines[at.line - 1][at.column - 1 : at.end_column - 1] if at.line == at.end_line else ""
            for at in self.places(wanted)
        ]

    def places(self, wanted: Iterable[Path]) -> list[Location]:
        """Where the values at key paths stand; the kept text is read again, once, exactly."""
        return locations_of(self.path, self._front, wanted)


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
    if data.startswith(UTF_16):
        raise SourceError(
            Location(path),
            say("the file is saved as UTF-16"),
            as_utf_8(path),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
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
    if bad := UNSHOWN.search(text):
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


def as_utf_8(path: str) -> Message:
    """How a file is saved in the one encoding."""
    if path.endswith(".csv"):
        return say("in Excel, save it as `CSV UTF-8`; in an editor, as UTF-8")
    return say("save it as UTF-8 in your editor, or let `smm fix` do it")


def split(path: str, text: str) -> tuple[str, str, int]:
    """The front matter (an empty line for its opening fence, so that lines still count), the prose
    and the line where the prose begins.
    """
    if not text.startswith(FENCE + "\n"):
        raise SourceError(
            Location(path),
            say("a Markdown document begins with a line `---`, then `kind:`, `id:` and `title:`"),
            say("or name the file in `ignore:` of qms.yaml if it is no document of the QMS"),
        )
    end = CLOSING.search(text, len(FENCE))
    if not end:
        raise SourceError(
            Location(path),
            say("the front matter is never closed"),
            say("write a line `---` below its last field"),
        )
    front = text[len(FENCE) : end.start() + 1]
    return front, text[end.end() :], front.count("\n") + 2


def read(path: str, text: str) -> dict[str, Any]:
    """The values of a YAML text in the accepted language (docs/decisions/0002).

    Raises:
        SourceError: it is not YAML, not a mapping, or uses what is not accepted; where a slip of
            the hand is the reason, it is that which is told.
    """
    try:
        return exactly(path, text)
    except SourceError as error:
        small = len(text) <= LOOKED_THROUGH
        slip = next(slips_near(text, error.at.line, breaks_off), None) if small else None
        if slip is None:
            raise
        raise slip_error(path, slip) from None


def breaks_off(text: str) -> int | None:
    """The line where a text cannot be read any further; None where it can be read."""
    try:
        exactly("", text)
    except SourceError as error:
        return error.at.line
    return None


def exactly(path: str, text: str) -> dict[str, Any]:
    """The values of a YAML text in the accepted language (docs/decisions/0002).

    Raises:
        SourceError: it is not YAML, not a mapping, or uses what is not accepted.
    """
    if doubtful := is_ambiguous(text):
        refuse(path, text)
    try:
        values = yaml_rs.loads(text if text.endswith("\n") else text + "\n", parse_datetime=False)
    except (ValueError, RecursionError) as error:
        refuse(path, text)
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = Location(path, int(at[1]), int(at[2])) if at else Location(path)
        raise SourceError(place, say("this is not YAML that can be read")) from None
    if len(max(text.split("\n"), key=len)) > MAX_DIGITS and (found := LONG.search(text)):
        line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
        at_number = Location(path, line, found.start() - start)
        raise SourceError(at_number, say("a number has more than {n} digits", n=MAX_DIGITS))
    if doubtful:
        compare(path, text, values)
    if not isinstance(values, dict):
        raise SourceError(
            Location(path),
            say("the file is empty")
            if values is None
            else say("expected fields, one on each line"),
            say("begin with a line such as `kind: procedure`"),
        )
    return values


def read_ours(text: str) -> dict[str, Any]:
    """The values of a text that comes with smmkit; a test holds each against the exact reader."""
    values: Any = yaml_rs.loads(text, parse_datetime=False)
    return dict(values)


LOOKED_THROUGH = 100_000
"""A longer text is not read again and again in search of the slip that broke it off."""

MAX_DIGITS = 1000
"""A number of more digits is none that a person wrote; Python refuses to print it."""

LONG: Final = re.compile(rf"[0-9]{{{MAX_DIGITS}}}")

UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, line breaks of Unicode on which readers of YAML disagree, and what turns text round."""

CLOSING: Final = re.compile(r"\n---[ \t]*(?:\n|\Z)")
