"""How many of many have to be asked."""

from __future__ import annotations

from decimal import Decimal

CHI_SQUARE = Decimal("3.841")
"""For one degree of freedom and 95 percent confidence."""
EVEN = Decimal("0.25")
"""The spread where half says yes, the widest there is."""
MARGIN = Decimal("0.0025")
"""The square of the error that is borne, five percent."""


def sample(population: int) -> int:
    """How many answers make a sample of a population (Krejcie and Morgan, 1970).

    The formula, rounded to the nearest, gives every value of their table but that of 100,000,
    where they print one more.
    """
    people = Decimal(max(population, 0))
    spread = CHI_SQUARE * EVEN
    return int((spread * people / (MARGIN * (people - 1) + spread)).to_integral_value())
