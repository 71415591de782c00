"""What came of reading a bag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from smmkit.analyses.leaving.submissions import is_named
from smmkit.bundle.faults import Fault, Kind
from smmkit.bundle.signature import Signed


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bag after it was read to the last byte.

    `identity` is the SHA-512 of its tagmanifest-sha512.txt, empty where it has none; `files` and
    `size` (bytes) count what lies below `data/`; `lines` are those of bag-info.txt.
    """

    faults: tuple[Fault, ...]
    identity: str = ""
    files: int = 0
    size: int = 0
    lines: tuple[tuple[str, str], ...] = ()
    more: Mapping[Kind, int] = field(default_factory=dict)
    """How many more faults of a kind there are than are told."""
    strays: tuple[str, ...] = ()
    """What a system has left there; it is no part of the bag and says nothing against it."""
    expected: str = ""
    """The identity that somebody was told of the bag, where it is to be compared."""
    listing: bytes = b""
    """The list that the identity is made from; it is what is signed."""
    only_said: bool = False
    """Whether it says who sent it, or anything else of itself, and no list of it covers that."""
    signature: Signed | None = None
    """What is known of its signature, where that was asked."""

    schema: ClassVar = "smmkit-verify/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "sound": "sound",
        "identity": "identity",
        "files": "files",
        "bytes": "size",
        "info": "info",
        "faults": "faults",
        "more": "more",
        "strays": "strays",
        "identity_as_expected": "as_expected",
        "signature": "signature",
    }

    @property
    def sound(self) -> bool:
        """Whether every file is what the bag says, and none is missing or added."""
        return not self.faults

    @property
    def locked(self) -> bool:
        """Whether it was not read at all, since it is encrypted."""
        return any(fault.kind is Kind.ENCRYPTED for fault in self.faults)

    @property
    def count(self) -> int:
        """How many faults there are, also those that are not told."""
        return len(self.faults) + sum(self.more.values())

    @property
    def as_expected(self) -> bool | None:
        """Whether the identity is the one that was expected; None where none was."""
        return is_named(self.identity, self.expected) if self.expected else None

    @property
    def info(self) -> dict[str, str]:
        """What bag-info.txt says; of a label that stands there twice, the last."""
        return dict(self.lines)
