"""Formulas and scales as data: every known number, what holds for all, and what a folder changes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smmkit.analyses.kpis.expressions import FormulaError, formula
from smmkit.analyses.kpis.formulas import achievement, formulas
from smmkit.analyses.kpis.kpi import results
from smmkit.analyses.kpis.printed import printed, side
from smmkit.analyses.kpis.scales import as_scale, band_at, holes, scale_of
from smmkit.analyses.kpis.targets import aggregated
from smmkit.documents.objective import Aggregation, Formula, Kpi
from smmkit.rules import examine
from smmkit.standards.measures import shipped_measures
from smmkit.words import rounded

VECTORS = yaml.load((Path(__file__).parent / "kpi_vectors.yaml").read_text(), yaml.BaseLoader)
SCALES = {one.id: as_scale(one) for one in shipped_measures().scales}


def number(text):
    return None if text in (None, "null") else Decimal(text)


def kpi(word, **more):
    facts = {"cap": None, "worst": None, "at_zero": None, **more}
    return Kpi.model_construct(id="K", title="K", measured_in="x", formula=Formula(word), **facts)


@pytest.mark.parametrize("one", VECTORS["kpi"], ids=[one["id"] for one in VECTORS["kpi"]])
def test_every_known_achievement(one):
    asked = kpi(
        one["formula"],
        cap=number(one.get("cap")),
        worst=number(one.get("W")),
        at_zero=number(one.get("at_zero")),
    )
    found = achievement(asked, Decimal(one["R"]), Decimal(one["T"]))
    assert (None if found is None else rounded(found)) == number(one["expect"])


UNMEASURED = """\
kind: objective
id: O
title: T
version: "1"
statement: T
policy_point: P
units: [U-1]
kpis:
  - {{id: K, title: T, measured_in: x, formula: {formula}, aggregation: last, frequency: yearly,
     targets: [{{period: "2019", value: {T}}}], series: k.csv}}
"""


@pytest.mark.parametrize("cell", ["2019;", "2018;60"])
@pytest.mark.parametrize("one", VECTORS["unmeasured"], ids=lambda one: one["id"])
def test_what_was_not_measured_is_missing_and_no_nought(folder, one, cell):
    """A value that is not there makes neither an actual value nor an achievement."""
    text = UNMEASURED.format(formula=one["formula"], T=one["T"])
    (found,) = results(
        folder({"o.yaml": text, "k.csv": f"period;value\n{cell}\n"}, date(2020, 6, 1)), "2019"
    )
    assert (found.actual, found.achievement) == (None, number(one["expect"]))


@pytest.mark.parametrize("one", VECTORS["consolidation"], ids=lambda one: one["rule"])
def test_every_known_consolidation(one):
    values = [Decimal(text) for text in one["values"]]
    assert aggregated(Aggregation(one["rule"]), values) == Decimal(one["expect"])


@pytest.mark.parametrize("one", VECTORS["scales"], ids=lambda one: f"{one['scale']} {one['value']}")
def test_every_known_name(one):
    band = band_at(SCALES[one["scale"]], Decimal(one["value"]))
    assert band.label.id.split(" (")[0] == one["expect"]


NAMING = {id_: one for id_, one in SCALES.items() if one.bands}


@pytest.mark.parametrize("scale", NAMING.values(), ids=NAMING)
def test_every_scale_names_every_number_once_it_begins(scale):
    assert not list(holes(scale))
    for value in range(-100, 500):
        assert band_at(scale, Decimal(value))
        assert band_at(scale, Decimal(value) + Decimal("0.5"))


def test_every_formula_is_defined_once_with_its_source():
    data = shipped_measures().formulas
    assert [one.id for one in data] == list(dict.fromkeys(one.id for one in data))
    assert {one.id for one in data} == set(Formula)
    assert all(one.written.id and one.sources for one in data)


POSITIVE = st.decimals("0.01", "9999", places=2)
ANY = st.decimals("-9999", "9999", places=2)


@given(ANY, ANY, POSITIVE)
@pytest.mark.parametrize("word", ["maximize", "ordinal"])
def test_more_is_never_less_where_more_is_better(word, one, other, target):
    low, high = sorted((one, other))
    asked = kpi(word)
    assert achievement(asked, low, target) <= achievement(asked, high, target)


@given(POSITIVE, POSITIVE, POSITIVE)
@pytest.mark.parametrize("word", ["minimize", "minimize-ratio"])
def test_more_is_never_more_where_less_is_better(word, one, other, target):
    low, high = sorted((one, other))
    asked = kpi(word)
    assert achievement(asked, low, target) >= achievement(asked, high, target)


@given(ANY, ANY, st.sampled_from(list(Formula)), st.decimals("0", "150", places=0))
def test_a_cap_bounds_every_formula(actual, target, word, cap):
    found = achievement(kpi(word, cap=cap, worst=Decimal(10)), actual, target)
    assert found is None or 0 <= found <= cap


@given(POSITIVE)
def test_on_target_is_a_hundred(target):
    for word in ("maximize", "minimize", "minimize-ratio"):
        assert achievement(kpi(word), target, target) == 100


@given(st.lists(ANY, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_sum_and_mean_know_no_order(values, chance):
    mixed = list(values)
    chance.shuffle(mixed)
    for how in (Aggregation.SUM, Aggregation.AVERAGE):
        assert aggregated(how, values) == aggregated(how, mixed)


@given(ANY, st.sampled_from([Decimal(n) for n in (51, 66, 76, 91, 100)]))
def test_what_is_printed_lies_on_its_own_side(value, mark):
    assert side(printed(value, lambda one: side(one, mark)), mark) == side(value, mark)


def test_as_few_places_as_do_not_lie():
    def print_(text):
        return str(printed(Decimal(text), lambda one: side(one, Decimal(100))))

    assert [print_(text) for text in ("99.996", "99.99996", "99.5", "100", "100.001")] == [
        "99.996", "99.99996", "99.50", "100.00", "100.001",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["__import__('os')", "R.real", "R ** T", "R if T else W", "X", "'a'", "(lambda: 1)()", "R < T < W",
     "", "R +", "1_000_000 * [1]", "True", "R" + "+R" * 200, "(" * 90 + "R" + ")" * 90],
)  # fmt: skip
def test_a_formula_says_nothing_else(text):
    if text.startswith("(("):
        assert formula(text)({"R": Decimal(1)}) == 1
        return
    with pytest.raises(FormulaError):
        formula(text)


def test_a_formula_has_two_hundred_characters_at_most():
    text = "R+" + "0" * 198
    assert formula(text)({"R": Decimal(5)}) == 5
    with pytest.raises(FormulaError):
        formula(text + "0")


@pytest.mark.parametrize("text", ["R / T", "R / (T - T)", "W + R"])
def test_what_cannot_be_counted_is_missing(text):
    assert formula(text)({"R": Decimal(1), "T": Decimal(0), "W": None}) is None


OWN = """\
kind: measures
id: ours
formulas:
  - id: minimize
    needs: ["T > 0"]
    cases: [{result: "(T - R) / T * 100"}]
    written: {en: (T - R) / T x 100, id: (T - R) / T x 100}
    version: "selisih"
    sources: [{text: Perbup 1/2020, since: 2020-01-01}]
scales:
  - id: ip-asn
    title: Ours
    names: value
    source: Perbup 1/2020
    bands: [{at_least: 0, label: {en: all, id: semua}}]
"""


def test_a_folder_puts_its_own_in_their_place(folder):
    qms = folder({"standards/measures.yaml": OWN}, date(2021, 1, 1))
    known = formulas(qms)
    assert achievement(kpi("minimize"), Decimal(8), Decimal(10), known) == 20
    assert achievement(kpi("maximize"), Decimal(8), Decimal(10), known) == 80
    before = qms.on(date(2019, 1, 1))
    assert (known["minimize"].sources(before), known["minimize"].sources(qms)) == (
        [],
        ["Perbup 1/2020"],
    )
    assert scale_of(qms, "ip-asn").title == "Ours"
    assert scale_of(qms, "sakip-88-2021")
    assert scale_of(qms, "no-such-scale") is None


def test_words_are_counted_by_a_scale_that_need_not_stand_in_the_folder(folder):
    objective = """\
kind: objective
id: O
title: T
version: "1"
statement: T
policy_point: P
units: [U-1]
kpis:
  - {id: K, title: T, measured_in: opini, formula: ordinal, aggregation: last, frequency: yearly,
     words: opini-bpk, targets: [{period: "2024", word: WTP}], series: k.csv}
"""
    qms = folder({"o.yaml": objective, "k.csv": "period,value\n2024,WDP\n"})
    (found,) = results(qms, "2024")
    assert (found.actual_word, found.achievement) == ("WDP", 75)
    assert "opini-bpk" not in str([one.problem for one in examine(qms)])
    assert not [one for one in examine(qms) if one.rule.code in {"SMM401", "SMM402"}]


@pytest.mark.parametrize(
    ("actual", "target", "parts", "expected"),
    [(299, 160, 11, "186.88"), (9, 10, 7, "90.00"), (100, 100, 3, "100.00"), (1, 3, 1, "33.33")],
)
def test_means_make_no_digits_of_their_own(actual, target, parts, expected):
    found = achievement(kpi("maximize"), Decimal(actual) / parts, Decimal(target) / parts)
    assert str(rounded(found)) == expected
    assert found == Decimal(expected) or actual * 100 % target
