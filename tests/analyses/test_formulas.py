"""Achievement from actual and target, against published and derived numbers."""

from decimal import Decimal

import pytest

from smmkit.analyses.kpis.formulas import achievement
from smmkit.documents.objective import Aggregation, Formula, Kpi, Target
from smmkit.words import rounded


def kpi(formula: str, cap: int | None = None, worst: str | None = None) -> Kpi:
    return Kpi.model_construct(
        id="K-1",
        title="K",
        measured_in="x",
        formula=Formula(formula),
        aggregation=Aggregation.LAST,
        targets=(Target.model_construct(period="2026", value=Decimal(1), word=None),),
        cap=None if cap is None else Decimal(cap),
        at_zero=None,
        worst=None if worst is None else Decimal(worst),
    )


def reached(formula: str, actual: str, target: str, **more) -> Decimal | None:
    """The achievement as it is shown, half up to two places."""
    found = achievement(kpi(formula, **more), Decimal(actual), Decimal(target))
    return None if found is None else rounded(found)


DERIVED = [
    ("stabilize", "90", "100", "100.00"),
    ("stabilize", "95", "100", "110.00"),
    ("stabilize", "104", "100", "112.00"),
    ("stabilize", "110", "100", "100.00"),
    ("stabilize", "150", "100", "55.56"),
    ("stabilize", "45", "100", "50.00"),
    ("stabilize", "200", "100", "0.00"),
    ("stabilize", "300", "100", "0.00"),
    ("stabilize", "-5", "100", "0.00"),
    ("stabilize", "5", "0", None),
    ("stabilize", "5", "-1", None),
    ("maximize", "0", "10", "0.00"),
    ("maximize", "-5", "10", "-50.00"),
    ("maximize", "5", "-10", None),
    ("maximize-negative", "-10", "-10", "100.00"),
    ("maximize-negative", "-9", "-10", "110.00"),
    ("maximize-negative", "5", "10", None),
    ("maximize-negative", "5", "0", None),
    ("minimize", "10", "10", "100.00"),
    ("minimize", "0", "10", "200.00"),
    ("minimize", "30", "10", "-100.00"),
    ("minimize", "1", "0", None),
    ("minimize-ratio", "0", "10", None),
    ("minimize-ratio", "20", "10", "50.00"),
    ("ordinal", "80", "70", "114.29"),
]


@pytest.mark.parametrize(("formula", "actual", "target", "expected"), DERIVED)
def test_the_ends_of_each_formula(formula, actual, target, expected):
    found = reached(formula, actual, target)
    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("actual", "target", "worst", "expected"),
    [
        ("0", "0", "10", "100.00"),
        ("4", "0", "10", "60.00"),
        ("10", "0", "10", "0.00"),
        ("12", "0", "10", "-20.00"),
        ("4", "5", "10", None),
        ("4", "0", "0", None),
    ],
)
def test_down_to_zero_counts_from_the_worst_value(actual, target, worst, expected):
    found = reached("minimize-to-zero", actual, target, worst=worst)
    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("actual", "cap", "expected"),
    [("130", 120, "120"), ("119", 120, "119"), ("-5", 120, "0"), ("-5", None, "-5"), ("5", 0, "0")],
)
def test_a_cap_cuts_at_both_ends_and_its_absence_cuts_nowhere(actual, cap, expected):
    assert reached("maximize", actual, "100", cap=cap) == Decimal(expected)


def test_nothing_is_rounded_on_the_way():
    found = achievement(kpi("maximize"), Decimal(2), Decimal(3))
    assert str(found).startswith("66.666666666666")


def test_halves_are_rounded_up_as_a_person_does():
    assert [rounded(Decimal(n)) for n in ("0.125", "0.135", "2.675", "-0.125")] == [
        Decimal(n) for n in ("0.13", "0.14", "2.68", "-0.13")
    ]
