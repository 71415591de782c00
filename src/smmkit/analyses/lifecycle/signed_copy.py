"""Whether a signed copy is one of a certain text: by the fingerprint that can be read on its pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Final

from smmkit.words import Message

DIGITS: Final = 16
"""Of a fingerprint on paper: enough to compare by eye."""

SLIPS: Final = 4
"""So many of these digits may be misread by a scanner; two texts differ in nearly all."""

LABELS: Final = ("fingerprint", "sidikdigital")
"""What stands before the digits on a sheet, in both languages, without its spaces."""

SHORT: Final = re.compile(rf"(?:{'|'.join(LABELS)})([0-9a-z]{{{DIGITS}}})")
WHOLE: Final = re.compile(r"[0-9a-f]{64}")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
MISREAD: Final = str.maketrans("olisgz", "011592")
"""Letters that a scanner takes for digits."""


class Verdict(Enum):
    """What a file says of the text that it is to be a signed copy of."""

    SAME = auto()
    OTHER = auto()
    WITHOUT = auto()
    SCAN = auto()
    UNSIGNED = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True)
class Compared:
    """The verdict; the digits of another text, the pages without any, or why nothing could be read."""

    verdict: Verdict
    other: str = ""
    bare: list[int] = field(default_factory=list)
    why: Message | None = None


def compared(name: str, data: bytes, hashes: Collection[str]) -> Compared:
    """Read a signed copy, and hold it against the fingerprints by which a text may be sealed."""
    from smmkit.office.reading import is_untouched, pages

    if PurePosixPath(name).suffix.lower() != ".pdf":
        return Compared(Verdict.SCAN)
    texts, why = pages(data)
    if why is not None:
        return Compared(Verdict.UNREAD, why=why)
    found = held_against(texts, {one.removeprefix("sha256:") for one in hashes})
    is_sheet = found.verdict is Verdict.SAME and is_untouched(data)
    return Compared(Verdict.UNSIGNED) if is_sheet else found


def held_against(texts: list[str], own: Collection[str]) -> Compared:
    """The same for the texts of pages, and fingerprints without what stands before them."""
    if not any(WORD.search(text) for text in texts):
        return Compared(Verdict.SCAN)
    bare: list[int] = []
    other, found = "", False
    for number, text in enumerate(map(squeezed, texts), 1):
        if any(one[:DIGITS] in text for one in own):
            found = True
            continue
        bare.append(number)
        strange = [digits for digits in digits_in(text) if not is_near(digits, own)]
        other = other or next(iter(strange), "")
    if other:
        return Compared(Verdict.OTHER, other)
    return Compared(Verdict.SAME, bare=bare) if found else Compared(Verdict.WITHOUT)


def squeezed(text: str) -> str:
    """A text without what the end of a line puts into it: spaces, hyphens, signs that are not seen."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in flat if c.isalnum())


def digits_in(text: str) -> list[str]:
    """Every fingerprint on a page, its first digits: behind its name, or in full."""
    named = (one.translate(MISREAD) for one in SHORT.findall(text))
    read = [one for one in named if re.fullmatch("[0-9a-f]+", one)]
    return [*read, *(one[:DIGITS] for one in WHOLE.findall(text))]


def is_near(digits: str, own: Collection[str]) -> bool:
    """Whether these are digits of one of our own, misread."""
    return any(sum(a != b for a, b in zip(digits, o, strict=False)) <= SLIPS for o in own)
