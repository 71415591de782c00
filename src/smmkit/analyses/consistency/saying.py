"""A figure that a paper says, and what it comes to where it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.documents import Information
from smmkit.location import Path
from smmkit.serialized import finite
from smmkit.words import ClosedList, Message, rounded


class Verdict(ClosedList):
    """What comes out of comparing the two."""

    SAME = "same"
    DIFFERS = "differs"
    ALONE = "alone", "nothing to compare it with"


@dataclass(frozen=True, slots=True)
class Said:
    """One figure in one place."""

    document: Information
    steps: Path
    what: Message
    """What it is the figure of."""
    said: Decimal | str
    """As the paper says it."""
    source: str
    """The id of what it is counted from; empty where nothing is."""
    counted: Decimal | str | None
    """What it comes to, unrounded; None where it cannot be counted on the day."""

    FOR_PROGRAMS: ClassVar = {
        "document": "document.id",
        "place": "place",
        "what": "what",
        "said": "written",
        "source": "source",
        "counted": "for_programs",
        "verdict": "verdict",
    }

    @property
    def place(self) -> str:
        """Where in the document it stands."""
        return ".".join(map(str, self.steps))

    @property
    def verdict(self) -> Verdict:
        """Whether the two agree, by the places that the paper prints."""
        if self.counted is None:
            return Verdict.ALONE
        if isinstance(self.said, Decimal) and isinstance(self.counted, Decimal):
            return Verdict.DIFFERS if differs(self.said, self.counted) else Verdict.SAME
        return Verdict.SAME if str(self.said) == str(self.counted) else Verdict.DIFFERS

    @property
    def shown(self) -> Decimal | str | None:
        """What it comes to, with as many places as the paper prints."""
        if isinstance(self.said, Decimal) and isinstance(self.counted, Decimal):
            return rounded(self.counted, places(self.said))
        return self.counted

    @property
    def for_programs(self) -> float | str | None:
        """The same for programs, which get no fewer places."""
        return finite(self.shown) if isinstance(self.shown, Decimal) else self.shown

    @property
    def written(self) -> str:
        """The figure as text."""
        return str(self.said)


def differs(printed: Decimal, ours: Decimal) -> bool:
    """Whether two numbers differ by more than the rounding of the one that is printed."""
    return abs(printed - ours) >= Decimal(1).scaleb(-places(printed))


def places(number: Decimal) -> int:
    """How many places a number has behind its point."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
