"""A step from a format of the folder to the next, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from smmkit.words import Message

Values = dict[str, Any]
Texts = Mapping[str, str]
"""Files by path: their text as the bytes say it, with byte order mark and line ends."""


@dataclass(frozen=True, slots=True)
class Change:
    """The files that come out differently, and what a person should look at."""

    texts: Texts
    told: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Migration:
    """One step, from a format to the next."""

    before: int
    after: int
    what: Message
    values: Callable[[Values], Values]
    """qms.yaml as the next format would say it; for reading alone, in memory."""
    texts: Callable[[Texts, Collection[str]], Change]
    """The files as the next format wants them, for good; the ids are those that are taken."""
