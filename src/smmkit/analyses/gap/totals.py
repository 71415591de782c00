"""The numbers that say how far a standard is met, and the formula that they carry."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.words import say

FORMULA = say(
    "sum(weight x score) / sum(weight); conform 1, partial 0.5, nonconform 0;"
    " no claim counts more than its proof: in part 0.5, none 0"
)

VERSION = "2"
"""The formula by which every number is counted, and its version."""

NUMBERS = (
    *("applicable", "assessed", "proved", "claimed", "beyond"),
    *("coverage", "conformity", "floor"),
)
"""What is counted of a whole, and of each of its parts."""

WHOLE = 100
"""All of it, in percent."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers that are only shown together, in percent, unrounded; None where nothing counts."""

    applicable: int
    """Requirements that apply."""
    assessed: int
    conformity: Decimal | None
    """The weighted score of what is applicable and assessed, as far as it counts."""
    coverage: Decimal | None
    """Assessed of what is applicable."""
    floor: Decimal | None
    """The weighted score with everything that is not assessed counted as 0."""
    proved: Decimal | None = None
    """The weight of what applies and is proved by the folder itself, whatever is claimed of it."""
    claimed: Decimal | None = None
    """The weighted score of what applies as it is claimed, with what is not assessed as 0."""
    beyond: Decimal | None = None
    """The part of it that is claimed of what is not proved."""

    formula: ClassVar = FORMULA
    formula_version: ClassVar = VERSION

    FOR_PROGRAMS: ClassVar = {name: name for name in (*NUMBERS, "formula", "formula_version")}
