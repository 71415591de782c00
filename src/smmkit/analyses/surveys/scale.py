"""Which answers a survey can have: whole numbers, from its lowest to its highest."""

from __future__ import annotations

from decimal import Decimal

from pydantic import ValidationError

from smmkit.model.part import Number, Part
from smmkit.qms import Qms

RULE = "SMM366"
"""The rule that holds answers to their scale, by which qms.yaml says what is usual."""


class Answering(Part):
    """The scale of the answers."""

    lowest: Number = Decimal(1)
    """The lowest answer."""
    highest: Number = Decimal(4)
    """The highest answer."""

    def has(self, number: object) -> bool:
        """Whether something is one of its answers: a whole number, from its lowest to its highest."""
        if not isinstance(number, Decimal):
            return False
        return number == number.to_integral_value() and self.lowest <= number <= self.highest


def usual(qms: Qms) -> Answering:
    """The scale of a survey that says none: that of qms.yaml, else from 1 to 4."""
    values = ((qms.settings.rules if qms.settings else None) or {}).get(RULE)
    try:
        return Answering.model_validate(values or {})
    except ValidationError:  # it is told where it stands
        return Answering()
