"""Text that a person wrote, its values, and the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from smmkit.location import Location, Path, SourceError, Step
from smmkit.words import say
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.fences import (
    CLOSING,
    FENCE,
    Fault,
    closing_fault,
    opening_fault,
    second_front,
)
from smmkit.yaml_text.positions import locations_of
from smmkit.yaml_text.reading import read

HOLDING: Final = (dict, list)
"""What holds other values."""


class Source:
    """One file as read: its values, its prose, and where each value stands."""

    __slots__ = ("__weakref__", "_front", "_strings", "path", "prose", "prose_line", "values")

    def __init__(
        self, path: str, values: dict[str, Any], front: str, prose: str, prose_line: int
    ) -> None:
        self.path = path
        self.values = values
        self.prose = prose
        self.prose_line = prose_line
        self._front = front
        self._strings: tuple[str, ...] | None = None

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

    @property
    def strings(self) -> tuple[str, ...]:
        """Every text among the values, in no order; gathered once for all who look through them."""
        if self._strings is None:
            self._strings = tuple(strings_in(self.values))
        return self._strings

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

    def has_written(self, *texts: str) -> bool:
        """Whether one of some texts stands anywhere among the fields, as they are written."""
        return any(text in self._front for text in texts)

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
        return locations_of(self.path, self._front, map(self.in_file, wanted))

    def in_file(self, steps: Path) -> Path:
        """A key path of the document as it stands in the file; the same, unless only a part could be read."""
        return steps


def strings_in(values: dict[str, Any]) -> list[str]:
    """The texts in values, in no order.

    Why not with their key paths: these are wanted of few documents, and making them takes twice the time.
    """
    found: list[str] = []
    open_: list[Any] = [values]
    while open_:
        below = open_.pop()
        for one in below.values() if isinstance(below, dict) else below:
            if isinstance(one, str):
                found.append(one)
            elif one and isinstance(one, HOLDING):
                open_.append(one)
    return found


def split(path: str, text: str) -> tuple[str, str, int]:
    """The front matter (an empty line for its opening fence, so that lines still count), the prose
    and the line where the prose begins.
    """
    if not text.startswith(FENCE + "\n"):
        raise fault_error(path, opening_fault(text))
    end = CLOSING.search(text, len(FENCE))
    if not end:
        raise fault_error(path, closing_fault(text))
    front, prose = text[len(FENCE) : end.start() + 1], text[end.end() :]
    begins = front.count("\n") + 2
    if (second := second_front(prose)) is not None:
        raise SourceError(
            Location(path, begins + second),
            say("a second front matter begins here"),
            say("write all fields between the first two lines `---`, each once"),
        )
    return front, prose, begins


def fault_error(path: str, fault: Fault) -> SourceError:
    """A missing line `---` as the reason why a file cannot be read."""
    return SourceError(Location(path, fault.line), fault.message, fault.hint)
