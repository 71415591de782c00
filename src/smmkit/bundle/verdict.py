"""What came of reading a bag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smmkit.bundle.faults import Fault


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

    schema: ClassVar = "smmkit-verify/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "sound": "sound",
        "identity": "identity",
        "files": "files",
        "bytes": "size",
        "info": "info",
        "faults": "faults",
    }

    @property
    def sound(self) -> bool:
        """Whether every file is what the bag says, and none is missing or added."""
        return not self.faults

    @property
    def info(self) -> dict[str, str]:
        """What bag-info.txt says; of a label that stands there twice, the last."""
        return dict(self.lines)
