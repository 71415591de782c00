"""Numbers that others have published, each with where they stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smmkit.analyses.kpis.workdays import working_days_after, working_days_between
from smmkit.analyses.risks.swot_scores import scores
from smmkit.analyses.surveys.counting import grade_of
from smmkit.documents.context import Quadrant, Swot, SwotItem
from smmkit.standards.survey_rules import shipped_survey_rules

MAYTAG = {
    Quadrant.STRENGTH: "0.15x5.0 0.05x4.2 0.10x3.9 0.05x3.0 0.15x2.8",
    Quadrant.WEAKNESS: "0.05x2.2 0.05x2.0 0.15x2.0 0.20x2.1 0.05x4.0",
    Quadrant.OPPORTUNITY: "0.20x4.1 0.10x5.0 0.05x1.0 0.05x2.0 0.10x1.8",
    Quadrant.THREAT: "0.10x4.3 0.10x4.0 0.15x3.0 0.05x1.2 0.10x1.6",
}
"""IFAS and EFAS of Maytag, Hunger and Wheelen, Strategic Management; also in Rangkuti's book on SWOT."""


def test_ifas_and_efas_of_maytag() -> None:
    items = [
        SwotItem.model_construct(quadrant=quadrant, weight=Decimal(weight), rating=Decimal(rating))
        for quadrant, several in MAYTAG.items()
        for weight, rating in (one.split("x") for one in several.split())
    ]
    found = scores(Swot.model_construct(items=tuple(items)))
    assert (found.strengths, found.weaknesses) == (Decimal("1.920"), Decimal("1.130"))
    assert (found.opportunities, found.threats) == (Decimal("1.650"), Decimal("1.500"))
    assert sum(one or 0 for one in (found.strengths, found.weaknesses)) == Decimal("3.05")
    assert sum(one or 0 for one in (found.opportunities, found.threats)) == Decimal("3.15")


THANKSGIVING, DECEMBER, KING = date(2012, 11, 22), date(2012, 12, 4), date(2013, 1, 21)


@pytest.mark.parametrize(
    ("free", "days"), [((), 110), ((THANKSGIVING,), 109), ((THANKSGIVING, DECEMBER, KING), 107)]
)
def test_days_of_work_as_excel_counts_them(free: tuple[date, ...], days: int) -> None:
    """The examples of NETWORKDAYS in Microsoft's help, which counts the first day, too."""
    assert working_days_between(date(2012, 9, 30), date(2013, 3, 1), frozenset(free)) == days


@pytest.mark.parametrize(
    ("free", "last"),
    [
        ((), date(2009, 4, 30)),
        ((date(2008, 11, 26), date(2008, 12, 4), date(2009, 1, 21)), date(2009, 5, 5)),
    ],
)
def test_so_many_days_of_work_later_as_excel_counts_them(
    free: tuple[date, ...], last: date
) -> None:
    """The examples of WORKDAY in Microsoft's help: 151 days after 1 October 2008."""
    assert working_days_after(date(2008, 10, 1), 151, frozenset(free)) == last


@pytest.mark.parametrize(
    ("index", "converted", "grade"),
    [
        ("1.00", "25.00", "D"), ("2.5996", "64.99", "D"), ("2.60", "65.00", "C"), ("3.064", "76.60", "C"),
        ("3.0644", "76.61", "B"), ("3.532", "88.30", "B"), ("3.5324", "88.31", "A"), ("4.00", "100.00", "A"),
    ],
)  # fmt: skip
def test_both_intervals_of_the_survey_of_2017_say_the_same(
    index: str, converted: str, grade: str
) -> None:
    """Table II of PermenPANRB 14/2017: the interval of the index, and that of its conversion."""
    value = Decimal(index) * 25
    assert value == Decimal(converted)
    found = grade_of(shipped_survey_rules()["skm-2017"], value)
    assert found is not None
    assert found.grade == grade
