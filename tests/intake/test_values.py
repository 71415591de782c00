"""Days, numbers, times and words as people write them; what reads in two ways is never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smmkit.intake import days, words
from smmkit.intake.guess import guesses, parted
from smmkit.intake.numbers import duration, number, time_range
from smmkit.intake.risk_scores import score
from smmkit.office.reading import Paper
from smmkit.yaml_text.emit import NOTHING, Quoted, document_text
from smmkit.yaml_text.reading import read

TODAY = date(2020, 12, 31)


@pytest.mark.parametrize(
    "text",
    ["Contoh, 06 April 2020", "6/4/2020", "2020-04-06", "06-04-2020", "6.4.2020", "6 Apr. 2020"],
)
def test_a_day_is_read_in_the_order_of_indonesia(text):
    assert days.first(text) == date(2020, 4, 6)


@pytest.mark.parametrize(
    "text", ["", "32/1/2020", "6/13/2020", "6/4/20", "2020", "6 April 2101", "1/2/1900", "12.345"]
)
def test_what_is_no_day_is_none(text):
    assert days.first(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95,5", "95.5"),
        ("95.5", "95.5"),
        ("≥ 90 %", "90"),
        ("1.250,75", "1250.75"),
        ("1.000.000", "1000000"),
        ("-3", "-3"),
        ("1.250", None),
        ("12 dan 13", None),
        ("BB", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_a_number_reads_in_one_way_or_not_at_all(text, value):
    assert number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("15 menit", ("15", "minute")),
        ("2 Jam", ("2", "hour")),
        ("3 hari kerja", ("3", "day")),
        ("2 (dua) hari", ("2", "day")),
        ("1 minggu", ("1", "week")),
        ("1,5 jam", ("1.5", "hour")),
        ("1 jam 30 menit", ("90", "minute")),
        ("maksimal 30'", ("30", "minute")),
        ("5-10 menit", None),
        ("1 bulan", None),
        ("1 hari 2 jam", None),
        ("0 menit", None),
        ("segera", None),
    ],
)
def test_a_working_time(text, time):
    assert duration(text) == (None if time is None else (Decimal(time[0]), time[1]))


@pytest.mark.parametrize(
    ("text", "role", "found"),
    [
        ("4", "impact", 4),
        ("4 (Besar)", "impact", 4),
        ("Sering (4)", "likelihood", 4),
        ("Jarang", "likelihood", 2),
        ("Hampir Pasti Terjadi", "likelihood", 5),
        ("7", "impact", None),
        ("3,5", "impact", None),
        ("Layanan terlambat 2 hari", "impact", None),
    ],
)
def test_a_score_is_a_number_or_a_word(text, role, found):
    assert score(text, role) == found


def test_a_slip_of_the_pen_is_forgiven_but_not_in_short_words():
    assert words.meaning("Kelengkpan", "procedure") == "needs"
    assert words.meaning("Waktu (menit)", "procedure") == "duration"
    assert words.meaning("ne", "procedure") is None
    assert words.meaning("Analis", "procedure") is None


@pytest.mark.parametrize(
    "name", sorted(set(words.data()) - {"types", "after", "totals", "survey_answers"})
)
def test_no_word_means_two_things(name):
    lists = words.data()[name]
    for table in lists.values() if name == "scores" else [lists]:
        every = [table] if isinstance(table, list) else table.values()
        # A name in place of a list is that of a list of its own.
        every = [w for own in every for w in (words.data()[own] if isinstance(own, str) else own)]
        flat = [words.comparable(str(word)) for word in every]
        assert [word for word in flat if flat.count(word) > 1] == []


@pytest.mark.parametrize(
    ("stem", "number_", "version", "rest"),
    [
        ("SOP-BC-01 Kenaikan Pangkat Rev 02", "SOP-BC-01", "02", "Kenaikan Pangkat"),
        ("FM.BC.03-Daftar Hadir", "FM.BC.03", "", "Daftar Hadir"),
        ("RENSTRA-2020", "", "", "RENSTRA 2020"),
        ("01. Kebijakan Mutu final (2)", "", "", "Kebijakan Mutu"),
        ("pedoman V2.1", "", "2.1", "Pedoman"),
        ("IMG-2020", "", "", "IMG 2020"),
        ("Revitalisasi 3", "", "", "Revitalisasi 3"),
    ],
)
def test_what_a_file_name_says(stem, number_, version, rest):
    found = parted(stem, TODAY)
    assert (found[0].value, found[1].value, found[3]) == (number_, version, rest)


def test_the_day_of_a_revision_is_no_version_and_one_of_a_law_no_day():
    lines = ("Tanggal Revisi : 06 April 2019", "UU Nomor 5 tanggal 1 Mei 2014", "Revisi : 03")
    found = guesses("Cuti pegawai.docx", Paper(lines), TODAY, "id")
    assert (found.version.value, found.issued.value) == ("03", "")


def test_plain_yaml_says_what_it_was_given():
    given = {
        "id": "A",
        "version": Quoted("1.0"),
        "title": 'a: "b" # c',
        "none": None,
        "no": "no",
        "empty": NOTHING,
        "left": [],
        "day": date(2020, 1, 2),
        "value": Decimal("1.50"),
        "steps": [{"a": "x", "needs": ["- y", "z"]}, {"a": "- b", "in": {"c": 1}}],
    }
    wanted = {
        **{k: v for k, v in given.items() if k not in {"none", "left"}},
        "empty": [],
        "day": "2020-01-02",
        "value": 1.5,
    }
    assert read("a.yaml", document_text(given)) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1-2 hari", (1, 2, "day")),
        ("15 s.d. 30 menit", (15, 30, "minute")),
        ("1,5 sampai 2 jam", (Decimal("1.5"), 2, "hour")),
        ("2 hari", None),
        ("2-1 hari", None),
        ("1-2", None),
    ],
)
def test_a_time_from_so_many_to_so_many(text, found):
    assert time_range(text) == found
