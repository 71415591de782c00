"""What can be wrong with a bag, and with which file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from smmkit.few import Few
from smmkit.files.archives import ArchiveError
from smmkit.words import Message, harmless, say


class Kind(StrEnum):
    """What can be wrong with a bag."""

    CHANGED = "changed"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MISCOUNTED = "miscounted"
    MISSING = "missing"
    REMOTE = "remote"
    TWICE = "twice"
    UNKNOWN = "unknown"
    UNLISTED = "unlisted"
    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the file in the bag that it is wrong with."""

    path: str
    kind: Kind
    message: Message

    FOR_PROGRAMS: ClassVar = {"path": "path", "fault": "kind", "message": "message"}

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands in the list: by file, then kind, then words."""
        return (self.path, self.kind, self.message.text, str(self.message.values))


class Faults(Few[Fault]):
    """All that is wrong with a bag; of one kind of fault the first few, the others counted."""

    def sort_of(self, each: Fault) -> Kind:
        return each.kind


def fault(path: str, kind: Kind, message: Message) -> Fault:
    """A Fault whose path can be printed anywhere."""
    return Fault(harmless(path), kind, message)


def unread(path: str, error: Exception | None = None) -> Fault:
    """The Fault of a file whose bytes do not come, or are not those of a plain zip."""
    if isinstance(error, ArchiveError):
        return fault(path, Kind.UNREADABLE, error.message)
    return fault(path, Kind.DAMAGED, say("cannot be read to its end; it is damaged or locked"))


def a_link(path: str) -> Fault:
    """The Fault of a link."""
    return fault(path, Kind.UNSAFE, say("is a link; a bag holds the files themselves"))
