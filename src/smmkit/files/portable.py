"""Names of files that every system can have, Windows above all."""

from __future__ import annotations

import re

from smmkit.words import UNSEEN, Message, say

RESERVED = frozenset(
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        *(port + digit for port in ("COM", "LPT") for digit in "0123456789"),
    ]
)
"""Names that are devices to Windows, whatever the extension."""

FORBIDDEN = re.compile(r'[<>:"|?*\\]')
"""Characters that Windows refuses in a name."""


def trouble(path: str) -> Message | None:
    """Why a file of this name cannot be on a Windows disk, or be found again; None if it can."""
    if UNSEEN.search(path):
        return say("{path}: the name holds a sign that no eye can see", path=path)
    if why := refused_by_windows(path):
        return say("{path}: {message}", path=path, message=why)
    return None


def refused_by_windows(path: str) -> Message | None:
    """Why a file of this name cannot be on a Windows disk; None if it can."""
    parts = path.split("/")
    if found := FORBIDDEN.search(path):
        return say("Windows has no names with {sign}", sign=found[0])
    if any(part.endswith((".", " ")) for part in parts):
        return say("Windows has no names that end in a dot or a space")
    if any(is_reserved(part) for part in parts):
        return say("Windows keeps this name for a device")
    return None


def is_reserved(part: str) -> bool:
    """Whether a part of a path is a device to Windows."""
    return part.partition(".")[0].rstrip().upper() in RESERVED
