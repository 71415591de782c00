"""Texts, cells and lists that are exactly as long, as many or as early as still counts."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from folders import COACHING
from smmkit.analyses.kpis import size
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.size import alike, meant
from smmkit.analyses.kpis.targets import contradicted
from smmkit.analyses.leaving.kept_files import SMALL, keepers, repeated, same_bytes
from smmkit.analyses.lifecycle.signed_copy import DIGITS, SLIPS, is_near
from smmkit.analyses.organization import officers
from smmkit.analyses.privacy.across_cells import LONGEST, LONGEST_PART, MOST, across
from smmkit.analyses.privacy.personal_data import CROWD, crowded
from smmkit.analyses.processes.sampling_said import steps_said
from smmkit.analyses.proof.wanting import FEW as FEWEST
from smmkit.analyses.proof.wanting import asked_of, seldom_said
from smmkit.analyses.references.speaking import HEARS, MUCH, Speaking
from smmkit.analyses.texts import amounts, differences
from smmkit.analyses.texts.absent import LONGEST as LONGEST_TEXT
from smmkit.analyses.texts.absent import SHORT, Absent
from smmkit.analyses.texts.days import last_named, months_said
from smmkit.analyses.texts.empty_words import EmptyWords
from smmkit.analyses.texts.field_asks import always, may_not_be_short
from smmkit.documents.objective import Aggregation, Frequency, Kpi, Target
from smmkit.office.pieces import Piece
from smmkit.personal import Data, Hit, names_of
from smmkit.standards.contents import Asked
from smmkit.standards.vocabulary import shipped_vocabulary
from smmkit.words import language

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("month", "last"), [("Maret", 2026), ("April", 2025), ("Februari", 2026)])
def test_a_month_without_a_year_is_of_this_year_from_its_first_day(month, last):
    assert last_named(f"selesai bulan {month}", DAY).year == last


def test_a_month_of_the_first_year_is_a_month():
    assert [one.day for one in months_said("Maret 0001, Maret 0000")] == [date(1, 3, 1)]


@pytest.mark.parametrize(("length", "is_read"), [(30, True), (31, False)])
def test_a_number_of_thirty_digits_is_one(length, is_read):
    assert (amounts.only_number(f"nilai {'1' * length}") is not None) is is_read


def test_lists_are_compared_line_by_line_up_to_a_size(monkeypatch):
    monkeypatch.setattr(differences, "MOST", 4)
    told = differences.in_lists(["a", "b"], ["a", "c"], ("x",))
    assert [(one.before, one.after) for one in told] == [("b", "c")]
    told = differences.in_lists(["a", "b"], ["a", "c", "d"], ("x",))
    assert [(one.before, one.after) for one in told] == [("2", "3")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["a"], ["a", "b"], [(None, "b")]),
        (["a", "b"], ["a"], [("b", None)]),
        (["a", "c"], ["b", "d", "c"], [("a", "b"), (None, "d")]),
        (["b", "d", "c"], ["a", "c"], [("b", "a"), ("d", None)]),
    ],
)
def test_a_line_more_or_less_is_told_as_one(old, new, told):
    found = differences.in_lists(old, new, ())
    assert [(one.before, one.after) for one in found] == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2", "3", True), ("3", "2", True), ("2", "3.1", False), ("0", "0", True), ("0", "1", False)],
)
def test_numbers_are_of_one_size_up_to_half_as_much_again(one, other, same):
    assert alike(Decimal(one), Decimal(other)) is same


@pytest.mark.parametrize(
    ("value", "right"), [("1", "25"), ("0.99", None), ("4", "100"), ("4.01", None)]
)
def test_a_mean_of_one_to_four_is_an_index(value, right):
    beside = [Decimal(right or "25"), Decimal(right or "25")] if right else [Decimal("25.5")] * 2
    beside = [Decimal("100")] * 2 if value == "4.01" else beside
    assert meant(Decimal(value), beside) == (right and Decimal(right))


@pytest.mark.parametrize(
    ("whole", "is_told"), [("80", False), ("90", False), ("79", True), ("91", True)]
)
def test_the_rate_of_a_year_lies_between_those_of_its_parts(folder, whole, is_told):
    targets = [Target.model_construct(period="2025", value=Decimal(whole))]
    targets += [
        Target.model_construct(period=f"2025-S{n}", value=Decimal(value))
        for n, value in ((1, "80"), (2, "90"))
    ]
    kpi = Kpi.model_construct(
        aggregation=Aggregation.AVERAGE, frequency=Frequency.HALF_YEARLY, targets=tuple(targets)
    )
    assert bool(list(contradicted(kpi))) is is_told


@pytest.mark.parametrize(("size", "is_told"), [(SMALL, True), (SMALL - 1, False)])
def test_files_that_are_alike_are_told_from_a_size_on(folder, size, is_told):
    qms = folder({"a.bin": b"a" * size, "b.bin": b"a" * size, "c.bin": b"c" * size})
    chosen = [
        SimpleNamespace(files=(path,), document=object()) for path in ("a.bin", "b.bin", "c.bin")
    ]
    found = list(repeated(SimpleNamespace(chosen=chosen), qms))
    assert [path for path, _, _ in found] == ["b.bin"] * is_told


@pytest.mark.parametrize(("wrong", "near"), [(SLIPS, True), (SLIPS + 1, False)])
def test_a_fingerprint_with_a_few_digits_misread_is_ours(wrong, near):
    assert is_near("b" * wrong + "a" * (DIGITS - wrong), ["a" * DIGITS]) is near


@pytest.mark.parametrize(("count", "told"), [(CROWD, {"a.csv"}), (CROWD - 1, set())])
def test_a_file_of_which_no_more_was_looked_at_is_a_crowd(count, told):
    trace = SimpleNamespace(path="a.csv", is_officer=False)
    assert crowded([trace] * count) == told


def cells(*texts: str) -> list[Piece]:
    return [
        Piece(("cell", f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}2"), text, "NIP")
        for n, text in enumerate(texts)
    ]


NIP = "198503122010012003"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((*NIP[:6], NIP[6:]), True),
        ((NIP[:LONGEST_PART], NIP[LONGEST_PART:]), True),
        ((NIP[: LONGEST_PART + 1], NIP[LONGEST_PART + 1 :]), False),
        ((*("0" * (MOST - 18)), *NIP), True),
        ((*["9" * LONGEST_PART] * (MOST - 17), *NIP), False),
    ],
)
def test_a_number_goes_over_cells_that_are_short(texts, told):
    assert bool(list(across(cells(*texts), names_of([])))) is told


@pytest.mark.parametrize(("count", "told"), [(1, False), (2, True)])
def test_a_name_goes_over_two_cells_of_at_most_forty_letters(count, told):
    names = names_of(["Siti Rahma"])
    long = "aaaa bbbb cccc dddd eeee fffff gggg Siti"
    assert len(long) == LONGEST
    assert list(across(cells(long, "Rahma"), names))
    assert bool(list(across(cells(*("Siti", "Rahma")[:count]), names))) is told
    assert list(across(cells(f"a{long}", "Rahma"), names)) == []


@pytest.mark.parametrize(("length", "says_nothing"), [(24, True), (25, False)])
def test_a_word_for_nothing_is_looked_for_in_short_texts(length, says_nothing):
    word = "a" * length
    field = SimpleNamespace(name="cause", may_be=lambda _: False)
    absent = Absent(frozenset({word}), frozenset(), frozenset())
    assert absent.shown(word, field) is says_nothing


@pytest.mark.parametrize(("chosen", "is_told"), [(14, True), (15, False), (16, False), (17, True)])
def test_every_seventh_of_so_many_is_one_less_at_most(folder, chosen, is_told):
    found = list(steps_said(folder({}), "setiap kasus ketujuh", 112, chosen))
    assert bool(found) is is_told


def test_a_table_of_parts_alone_lacks_its_periods(folder):
    text = (
        "kind: objective\nid: SM-1\ntitle: O\nversion: '1'\nstatement: O\npolicy_point: PP-1\n"
        "perspective: customer\nunits: [U-1]\nkpis:\n  - {id: K-1, title: K, measured_in: x, "
        "formula: maximize, aggregation: ratio, frequency: yearly, "
        "targets: [{period: '2025', value: 80}], series: k.csv}\n"
    )
    qms = folder({"o.yaml": text, "k.csv": "numerator,denominator\n1,2\n"})
    (fault,) = qms.fact(series)["K-1"].faults
    assert language("en").say(fault.message) == "the columns period are missing"


@pytest.mark.parametrize(("size", "is_told"), [(SMALL, True), (SMALL - 1, False)])
def test_a_file_that_goes_is_held_against_those_that_stay_from_a_size_on(folder, size, is_told):
    qms = folder({"a.bin": b"a" * size, "b.bin": b"a" * size})
    keeper = object()
    qms.fact_as(keepers, {"b.bin": keeper})
    chosen = SimpleNamespace(chosen=[SimpleNamespace(files=("a.bin",), signed="")])
    assert list(same_bytes(qms, chosen)) == [("a.bin", "b.bin", keeper)] * is_told


@pytest.mark.parametrize(("period", "is_told"), [("2025", True), ("2025-S1", False)])
def test_a_last_value_of_a_year_is_held_against_its_target(period, is_told, monkeypatch):
    aim = SimpleNamespace(value=Decimal(90))
    monkeypatch.setattr(size, "target_of", lambda *_: aim)
    monkeypatch.setattr(size, "is_up_to_hundred", lambda _: True)
    monkeypatch.setattr(size, "aimed_at", lambda *_: False)
    monkeypatch.setattr(size, "possible", lambda _: (None, None))
    kpi = Kpi.model_construct(aggregation=Aggregation.LAST)
    value = SimpleNamespace(
        word=None, value=Decimal("0.9"), period=period, written="0.9", has_parts=False
    )
    assert bool(list(size.values_of_another_size(None, kpi, [value]))) is is_told


@pytest.mark.parametrize(("far", "is_officer"), [(officers.NEAR, True), (officers.NEAR + 1, False)])
def test_a_number_of_an_employee_stands_near_below_the_name(far, is_officer, monkeypatch):
    number = Hit(Data.NIP, (4 + far, 22 + far))
    found = [Hit(Data.NAME, (0, 4)), number]
    monkeypatch.setattr(officers, "hits", lambda *_: found)
    monkeypatch.setattr(officers, "signs", lambda *_: True)
    told = dict(officers.in_part("", None, SimpleNamespace(names=None), "", ""))
    assert told[number] is is_officer


@pytest.mark.parametrize(
    ("asked", "said", "seldom"),
    [(FEWEST, 0, True), (FEWEST - 1, 0, False), (FEWEST, 1, True), (4, 1, False), (8, 2, False)],
)
def test_a_field_that_hardly_a_document_has_is_a_habit(folder, asked, said, seldom):
    files = {
        f"{n}.yaml": COACHING.format(id=f"BIN-{n}") + "note: Something\n" * (n < said)
        for n in range(asked)
    }
    qms = folder(files)
    one = Asked.model_validate({"of": ["coaching"], "fields": ["note"], "clause": "7.5"})
    qms.fact_as(asked_of, {"coaching": [one]})
    assert (seldom_said(qms) == {"note"}) is seldom


WORDS = shipped_vocabulary().model_copy(
    update={"none": ("n" * SHORT, "n" * (SHORT + 1)), "anywhere": ("akan",)}
)


@pytest.mark.parametrize(("length", "is_empty"), [(SHORT, True), (SHORT + 1, False)])
def test_a_text_for_nothing_is_short(length, is_empty):
    assert (EmptyWords(WORDS).empty("n" * length) is not None) is is_empty


@pytest.mark.parametrize(("length", "is_empty"), [(LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)])
def test_a_sentence_that_fits_everywhere_is_no_longer_than_others(length, is_empty):
    text = ("akan " * (LONGEST_TEXT // 5)).strip().ljust(length, ".")
    assert len(text) == length
    assert (EmptyWords(WORDS).empty(text) is not None) is is_empty
    asking = EmptyWords(WORDS.model_copy(update={"asked": {"cause": ("akan",)}}))
    assert asking.says_again(text) == frozenset({"cause"} if is_empty else ())


def test_one_letter_is_short_and_two_are_what_a_form_left():
    assert EmptyWords(WORDS).empty("x") is may_not_be_short
    assert EmptyWords(WORDS).empty("xx") is always


HEARD = {f"word{n}" for n in range(HEARS)}


@pytest.fixture
def speaking(folder, monkeypatch):
    """What documents speak of, where none names another back."""
    ids = ("BIN-1", "BIN-2", "BIN-3")
    qms = folder({f"{id_}.yaml": COACHING.format(id=id_) for id_ in ids})
    found = Speaking(qms)
    monkeypatch.setattr(found, "names_back", lambda _: False)
    return found


def link(qms, target):
    return SimpleNamespace(target=target, document=qms.things["BIN-1"], steps=())


@pytest.mark.parametrize(("heard", "is_told"), [(HEARD, True), (HEARD - {"word0"}, False)])
def test_what_is_named_says_enough_to_be_something_else(speaking, heard, is_told, monkeypatch):
    monkeypatch.setattr(speaking, "of", lambda *_: heard)
    assert speaking.of_something_else({"other"}, link(speaking.qms, "BIN-2")) is is_told


@pytest.mark.parametrize(
    ("heard", "shared", "found"),
    [
        (HEARD, int(MUCH), "BIN-3"),
        (HEARD, int(MUCH) - 1, None),
        (HEARD - {"word0"}, int(MUCH), None),
    ],
)
def test_another_thing_that_has_much_in_common_is_far_better(
    speaking, heard, shared, found, monkeypatch
):
    monkeypatch.setattr(speaking, "of", lambda *_: heard)
    said = {f"said{n}" for n in range(shared)}
    monkeypatch.setattr(speaking, "speaking_of", lambda _: {key: ["BIN-3"] for key in said})
    assert speaking.far_better(said, [link(speaking.qms, "BIN-2")]) == found
