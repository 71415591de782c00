"""What proves on its last day, what is just enough to be copied down, and data that are just accepted."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from folders import OBJECTIVE, TODAY, TOMORROW, YESTERDAY
from smmkit.analyses.kpis import smart
from smmkit.analyses.kpis.scales import holds
from smmkit.analyses.leaving import publication
from smmkit.analyses.leaving.publication import may_be_told
from smmkit.analyses.privacy.acceptances import why_not
from smmkit.analyses.proof import conditions
from smmkit.analyses.proof.copies import copied
from smmkit.analyses.proof.need_words import MOST_NAMED, few
from smmkit.analyses.proof.proof import says_itself
from smmkit.analyses.texts.parted import MOST, other_way
from smmkit.analyses.texts.spoken_counts import pattern_of_count
from smmkit.analyses.texts.vocabulary import says_nothing
from smmkit.documents.base import Record
from smmkit.documents.certification import Certificate


@pytest.mark.parametrize(
    ("until", "is_past"), [(2025, True), (2026, False), (YESTERDAY, True), (TODAY, False)]
)
def test_what_is_meant_for_a_year_or_to_a_day_proves_to_its_end(until, is_past):
    found = conditions._current(SimpleNamespace(as_of=TODAY), SimpleNamespace(until=until), 0)
    assert (found is not None) is is_past


@pytest.mark.parametrize(("until", "is_past"), [(YESTERDAY, True), (TODAY, False)])
def test_a_certificate_proves_on_its_last_day(folder, monkeypatch, until, is_past):
    monkeypatch.setattr(conditions, "holds_until", lambda *_: until)
    monkeypatch.setattr(conditions, "last_change", lambda *_: None)
    found = conditions._holding(folder({}, TODAY), Certificate.model_construct(id="C-1"), 0)
    assert (found is not None) is is_past


@pytest.mark.parametrize(
    ("as_of", "is_so"),
    [("2025-12-30", False), ("2025-12-31", True), ("2026-12-30", True), ("2026-12-31", False)],
)
def test_a_value_counts_from_the_last_day_of_its_period_for_as_long(folder, as_of, is_so):
    files = {"o.yaml": OBJECTIVE, "k.csv": "period,value\n2025,80\n"}
    qms = folder(files, date.fromisoformat(as_of))
    (kpi,) = qms.things["SM-1"].kpis
    assert conditions.is_measured(qms, kpi, 12) is is_so


def risks(*causes: str) -> str:
    return "kind: risk-register\nid: RR-1\ntitle: R\nversion: '1'\nentries:\n" + "".join(
        f"  - {{id: R-{n}, title: R{n}, owner: U-1, cause: {cause}}}\n"
        for n, cause in enumerate(causes)
    )


SAME, FOUR = "Pegawai yang ditugaskan belum dilatih", "Pegawai tersebut belum dilatih"
OTHERS = ("Arsip tidak tertata", "Listrik padam", "Anggaran dipotong")


@pytest.mark.parametrize(
    ("causes", "found"),
    [
        ([SAME] * 3, (3, 3)),
        ([SAME] * 2, None),
        ([SAME] * 2 + [OTHERS[0]], None),
        ([SAME] * 3 + list(OTHERS), None),  # half of all
        ([SAME] * 3 + list(OTHERS[:2]), (3, 5)),
        ([FOUR] * 3, None),  # four words may be the same
    ],
)
def test_three_entries_that_are_more_than_half_and_say_five_words_were_copied(
    folder, causes, found
):
    assert copied(folder({"r.yaml": risks(*causes)}).things["RR-1"]) == found


@pytest.mark.parametrize(
    ("on", "count", "is_held"), [(TODAY, 2, True), (TOMORROW, 2, False), (TODAY, 1, False)]
)
def test_data_are_accepted_from_that_day_and_as_many_as_were_accepted(
    folder, monkeypatch, on, count, is_held
):
    decision = SimpleNamespace(
        count=count, reason="Nama petugas diminta oleh auditor", by="P-1", on=on
    )
    qms = replace(folder({}, TODAY), today=TODAY)
    monkeypatch.setattr(type(qms), "get", lambda *_: decision)
    assert (why_not(decision, 2, qms) is None) is is_held


@pytest.mark.parametrize(("until", "is_told"), [(TODAY, True), (TOMORROW, False)])
def test_a_survey_is_published_from_its_last_day(monkeypatch, until, is_told):
    monkeypatch.setattr(publication, "class_of_document", lambda *_: SimpleNamespace(outside=True))
    survey = SimpleNamespace(id="SKM-1", until=until)
    outcome = SimpleNamespace(survey=survey, result=SimpleNamespace(value=Decimal(3)))
    assert may_be_told(SimpleNamespace(as_of=TODAY), outcome, ()) is is_told


@pytest.mark.parametrize(
    ("band", "held"),
    [
        ({"at_least": 2}, [False, True, True]),
        ({"above": 2}, [False, False, True]),
        ({"up_to": 2}, [True, True, False]),
        ({"below": 2}, [True, False, False]),
    ],
)
def test_the_ends_of_a_band_are_in_it_or_not_as_it_says(band, held):
    ends = {"at_least": None, "above": None, "up_to": None, "below": None, **band}
    assert [holds(SimpleNamespace(**ends), Decimal(n)) for n in (1, 2, 3)] == held


@pytest.mark.parametrize(
    ("said", "is_one"),
    [("dua puluh satu", True), ("dua puluh nol", False), ("dua puluh sepuluh", False)],
)
def test_only_one_to_nine_go_on_from_a_ten(said, is_one):
    numbers = (("nol", 0), ("satu", 1), ("sepuluh", 10), ("dua puluh", 20))
    assert (re.fullmatch(pattern_of_count(*numbers), said) is not None) is is_one


@pytest.mark.parametrize(("more", "is_shown"), [("", True), ("x", False)])
def test_a_line_of_eighty_letters_is_shown_as_it_should_be(more, is_shown):
    line = "2025;" + "1" * (MOST - 5) + more
    cells = SimpleNamespace(
        lines=["period,value", line], delimiter=",", heading=["period", "value"]
    )
    found = other_way(cells, 2)
    assert (found is not None and "write" in found.text) is is_shown


@pytest.mark.parametrize(("more", "is_told"), [(0, False), (1, True)])
def test_that_more_is_missing_is_told_where_it_is(more, is_told):
    assert (len(few(["K"] * (MOST_NAMED + more))) > MOST_NAMED) is is_told


@pytest.mark.parametrize(("day", "is_so"), [(TODAY, True), (TOMORROW, False)])
def test_a_record_of_today_shows_that_something_is_not_there(day, is_so):
    short = SimpleNamespace(document=Record.model_construct(date=day), conditions=(), reasons=())
    assert says_itself(short, SimpleNamespace(as_of=TODAY)) is is_so


@pytest.mark.parametrize(("before", "is_more"), [("80", True), ("80.1", False)])
def test_a_target_of_what_was_reached_the_year_before_asks_for_no_less(folder, before, is_more):
    both = OBJECTIVE.replace("targets: [", "targets: [{period: '2026', value: 80}, ")
    qms = folder({"o.yaml": both, "k.csv": f"period,value\n2025,{before}\n"}, TODAY)
    objective = qms.things["SM-1"]
    (asked, *_) = smart.improved(qms, objective, objective.kpis[0], "2026")
    assert asked[0] is is_more


@pytest.mark.parametrize(("year", "is_told"), [("2025", False), ("2026", True)])
def test_values_of_the_same_year_are_none_of_earlier_ones(folder, year, is_told):
    qms = folder({"o.yaml": OBJECTIVE, "k.csv": "period,value\n2025,80\n"}, TODAY)
    objective = qms.things["SM-1"]
    found = smart.achievable(qms, objective, objective.kpis[0], year)
    assert any(one[0] for one in found if "earlier" in one[1].text) is is_told


@pytest.mark.parametrize(("words", "is_nothing"), [(11, True), (12, False)])
def test_what_is_put_off_in_a_long_sentence_may_be_a_reason(folder, words, is_nothing):
    reason = " ".join(["menyusul", *(f"kata{chr(97 + n)}" for n in range(words - 1))])
    assert says_nothing(reason, folder({})) is is_nothing
