"""IFAS and EFAS: what the quadrants of a SWOT analysis weigh, and which strategies follow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.documents.context import Pairing, Quadrant, Swot


@dataclass(frozen=True, slots=True)
class Scores:
    """Weight x rating, summed for each quadrant; None where an item has neither or only one."""

    strengths: Decimal | None
    weaknesses: Decimal | None
    opportunities: Decimal | None
    threats: Decimal | None

    FOR_PROGRAMS: ClassVar = {
        "strengths": "strengths",
        "weaknesses": "weaknesses",
        "opportunities": "opportunities",
        "threats": "threats",
        "across": "across",
        "up": "up",
        "position": "position",
    }

    @property
    def is_weighed(self) -> bool:
        """Whether any quadrant could be summed."""
        return any(
            one is not None
            for one in (self.strengths, self.weaknesses, self.opportunities, self.threats)
        )

    @property
    def across(self) -> Decimal | None:
        """Strengths less weaknesses (IFAS)."""
        return difference(self.strengths, self.weaknesses)

    @property
    def up(self) -> Decimal | None:
        """Opportunities less threats (EFAS)."""
        return difference(self.opportunities, self.threats)

    @property
    def position(self) -> Pairing | None:
        """The strategies that the position asks for first; none on an axis."""
        across, up = self.across, self.up
        if not across or not up:
            return None
        if across.is_signed():
            return Pairing.WT if up.is_signed() else Pairing.WO
        return Pairing.ST if up.is_signed() else Pairing.SO


def difference(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """One less the other; None where either is missing."""
    return None if one is None or other is None else one - other


def scores(swot: Swot) -> Scores:
    """The four sums of a SWOT analysis."""
    return Scores(
        summed(swot, Quadrant.STRENGTH),
        summed(swot, Quadrant.WEAKNESS),
        summed(swot, Quadrant.OPPORTUNITY),
        summed(swot, Quadrant.THREAT),
    )


def summed(swot: Swot, quadrant: Quadrant) -> Decimal | None:
    """Weight x rating of all items of a quadrant; None where one lacks a number, or there is none."""
    items = [item for item in swot.items if item.quadrant is quadrant]
    products = [
        item.weight * item.rating
        for item in items
        if item.weight is not None and item.rating is not None
    ]
    return sum(products, Decimal(0)) if items and len(products) == len(items) else None
