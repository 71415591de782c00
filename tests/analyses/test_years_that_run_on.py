"""Values of a year that run on, or of which only the last counts: told from exactly where it shows."""

from decimal import Decimal

import pytest

from smmkit.analyses.kpis.running import against, run_on
from smmkit.documents.objective import Aggregation, Formula, Kpi


def numbers(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


@pytest.mark.parametrize(
    ("aggregation", "values", "aims", "meant"),
    [
        (Aggregation.SUM, "14 20 30 36", "59 59", "36"),
        (Aggregation.SUM, "14 20 30 36", "60 60", None),  # the sum is as near as the last
        (Aggregation.SUM, "14 20 30 36", "0 0", None),
        (Aggregation.LAST, "20 0 10 10", "40 40", "40"),  # a quarter without any is one
        (Aggregation.LAST, "20 10 10 0", "40 40", "40"),
        (Aggregation.LAST, "21 0 10 10", "41 41", None),  # one is more than half of the target
        (Aggregation.LAST, "10 10 10 10", "40 40", None),
        (Aggregation.LAST, "20 -1 10 10", "40 40", None),
        (Aggregation.LAST, "0 0 0 0", "0 0", None),
    ],
)
def test_the_values_of_a_year_are_what_their_target_says(aggregation, values, aims, meant):
    kpi = Kpi.model_construct(
        aggregation=aggregation, formula=Formula.MAXIMIZE, measured_in="hours", targets=()
    )
    due, aim = numbers(aims)
    taken = against(kpi, "2025", numbers(values), (due, aim))
    assert (taken and taken.meant) == (meant and Decimal(meant))


@pytest.mark.parametrize(
    ("values", "is_so"),
    [
        ("14 20 20 35", True),
        ("14 20 20 34", False),
        ("14 20 19 35", False),
        ("0 20 30 40", False),  # how much it has grown nobody can say
        ("", False),
    ],
)
def test_what_runs_on_never_falls_and_ends_at_two_and_a_half_times_its_beginning(values, is_so):
    assert run_on(numbers(values)) is is_so
