"""SMM895 swot-rating."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smmkit.documents.context import Swot
from smmkit.model.part import Number, Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Ratings(Part):
    """The scale on which the items of a SWOT analysis are rated."""

    lowest: Number = Decimal(1)
    """The lowest rating."""
    highest: Annotated[Number, Field(gt=0)] = Decimal(4)
    """The highest rating."""
    differ: Annotated[Whole, Field(ge=2)] = 6
    """So many items are not all rated the same."""


@rule(
    "SMM895",
    "swot-rating",
    of=Swot,
    severity=Severity.WARNING,
    source="own rule (IFAS and EFAS: 1 to 4)",
    clause="4.1",
    settings=Ratings,
)
def swot_rating(swot: Swot, qms: Qms, settings: Ratings) -> Problems:  # noqa: ARG001
    """The items of a SWOT analysis are rated on its scale, and not all the same.

    Why: a 40 among fours turns the position, and the strategy that follows from it is that of a slip. Where
    all are rated the same nobody has asked what matters most.
    """
    rated = {item.rating for item in swot.items}
    if len(swot.items) >= settings.differ and len(rated) == 1 and None not in rated:
        yield problem(
            swot,
            "items",
            message=say(
                "all {n} items of {id} are rated {rating}",
                n=len(swot.items),
                id=swot.id,
                rating=swot.items[0].rating,
            ),
            hint=say("rate each with those who know it: what weighs most?"),
        )
    for index, item in enumerate(swot.items):
        if item.rating is not None and not settings.lowest <= item.rating <= settings.highest:
            yield problem(
                swot,
                "items",
                index,
                "rating",
                message=say(
                    "{id} is rated {rating}, on a scale from {lowest} to {highest}",
                    id=item.id,
                    rating=item.rating,
                    lowest=settings.lowest,
                    highest=settings.highest,
                ),
                hint=say(
                    "correct it, or write your scale into qms.yaml: `rules: {code}: {example}`",
                    code="{SMM895",
                    example="{highest: 5}}",
                ),
            )
