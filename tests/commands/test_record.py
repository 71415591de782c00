"""`smm record`: a value into the table of a KPI; shown first, all or nothing, nothing else touched."""

from __future__ import annotations

from datetime import date

import pytest

from folders import contents
from running import smm
from smmkit.documents.objective import Objective
from smmkit.errors import SmmError
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.recording.table import Table
from smmkit.recording.typed import Typed, number

IKU_02 = "data/iku-02-pengaduan-tepat-waktu.csv"
IKU_03 = "data/iku-03-waktu-mutasi.csv"


def kpis_of(folder):
    qms = load(Disk(folder), None, lambda _: date(2021, 6, 30))
    return [kpi for objective in qms.of(Objective) for kpi in objective.kpis]


def lines(qms, path):
    return (qms / path).read_text().splitlines()


def changed(before, after):
    return [line for line in after if line not in before]


def test_it_shows_first_and_writes_when_told(qms):
    before = contents(qms)
    shown = smm("record", "IKU-02", "2021-06=9/10", qms)
    assert shown.returncode == 1
    assert "+2021-06;;9;10;" in shown.stdout
    assert contents(qms) == before
    old = lines(qms, IKU_02)
    done = smm("record", "iku-02", "2021-06=9/10", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert changed(old, lines(qms, IKU_02)) == ["2021-06;;9;10;"]
    assert smm("validate", qms).returncode == 0
    undone = smm("undo", qms, "--yes")
    assert undone.returncode == 0
    assert lines(qms, IKU_02) == old


def test_a_kpi_may_be_named_by_its_title_and_spaces_stand_around_the_sign(qms):
    title = next(k.title for k in kpis_of(qms) if k.id == "IKU-02")
    shown = smm("record", title.upper(), "2021-06", "=", "9/10", qms)
    assert (shown.returncode, "+2021-06;;9;10;" in shown.stdout) == (1, True), shown.stderr
    assert "+2021-06;;9;10;" in smm("record", "IKU-02", "2021-06", "=9/10", qms).stdout


def test_several_at_once_each_where_it_belongs_and_signs_of_the_table(qms):
    path = qms / IKU_03
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    old = path.read_bytes()
    done = smm("record", "IKU-03", "2021-06=21,5", "2018-12=30", qms, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    new = path.read_bytes()
    assert new.startswith(b"\xef\xbb\xbfperiod,value,note\r\n2018-12,30,\r\n2019-01")
    assert new.replace(b"2018-12,30,\r\n", b"").replace(b"2021-06,21.5,\r\n", b"") == old


def test_of_several_one_that_cannot_be_stops_all(qms):
    before = contents(qms)
    done = smm("record", "IKU-03", "2021-06=21,5", "2021-05=20", qms, "--yes")
    assert done.returncode == 2
    assert "2021-05 has a value" in done.stderr
    assert contents(qms) == before


def test_a_value_is_replaced_only_where_that_is_asked_for(qms):
    assert smm("record", "IKU-02", "2021-05=8/9", qms, "--yes").returncode == 2
    done = smm("record", "IKU-02", "2021-05=8/9", "--replace", "--note", "a;b", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert lines(qms, IKU_02)[-1] == '2021-05;;8;9;"a;b"'


def test_an_empty_line_of_a_period_is_filled_and_its_note_stays(qms):
    done = smm("record", "IKU-02", "2019-09=11/12", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert "2019-09;;11;12;buku pengaduan September belum direkap" in lines(qms, IKU_02)
    assert smm("kpi", qms, "--period", "2019", "--format", "csv").stdout.count("92.5") == 1


def test_evidence_stands_beside_it_and_must_be_there(qms):
    call = ("record", "IKU-03", "2021-06=21.5", qms, "--yes", "--evidence")
    assert "is not there" in smm(*call, qms / "bukti/no.pdf").stderr
    assert "outside of the QMS" in smm(*call, __file__).stderr
    done = smm(*call, qms / "bukti/sk-tim-mutu.pdf")
    assert done.returncode == 0, done.stderr
    found = lines(qms, IKU_03)
    assert found[0] == "period,value,note,evidence"
    assert found[-1] == "2021-06,21.5,,../bukti/sk-tim-mutu.pdf"
    (qms / "bukti/sk-tim-mutu.pdf").unlink()
    assert "sk-tim-mutu.pdf is not there" in smm("validate", qms).stdout


@pytest.mark.parametrize(
    ("kpi", "value", "said"),
    [
        ("IKU-99", "2021-06=1", "there is no KPI IKU-99"),
        ("IKU-03", "2021-06", "write PERIOD=VALUE"),
        ("IKU-03", "2021-06=", "the value is missing"),
        ("IKU-03", "2021-06=1.234", "can be read in two ways; write 1234 or 1,2340"),
        ("IKU-03", "2021-06=dua", "dua is no number"),
        ("IKU-03", "2021-06=1e5", "is no number"),
        ("IKU-03", "2021-Q2=1", "2021-Q2 is no period of IKU-03"),
        ("IKU-03", "2021-07=1", "2021-07 is not over on 30 June 2021"),
        ("IKU-03", "2021-13=1", "is no period"),
        ("IKU-05", "2021=ZZ", "2021 is not over"),
        ("IKU-05", "2017=ZZ", "ZZ is no word of the scale"),
        ("IKU-02", "2021-06=95", "write 2021-06=9/10"),
        ("IKU-02", "2021-06=0/0", "the denominator is 0"),
        ("IKU-08", "2021-Q1=90", "names no table for its values"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(qms, kpi, value, said):
    before = contents(qms)
    done = smm("record", kpi, value, qms, "--yes")
    assert done.returncode == 2
    assert said in done.stderr
    assert contents(qms) == before


def test_numerator_and_value_must_agree(qms):
    call = ("record", "IKU-02", "2021-06=95", qms, "--numerator", "9")
    assert "go together" in smm(*call).stderr
    assert "9 of 10 is 90.00, not 95" in smm(*call, "--denominator", "10").stderr
    done = smm(
        "record", "IKU-02", "2021-06=90", qms, "--numerator", "9", "--denominator", "10", "-y"
    )
    assert done.returncode == 0
    assert lines(qms, IKU_02)[-1] == "2021-06;90;9;10;"


def test_a_doubt_is_said_before_the_question(qms):
    shown = smm("record", "IKU-10", "2021-06=950", qms)
    assert "2021-06: 950 does not seem possible" in shown.stdout


def test_a_period_may_be_said_as_offices_say_it_and_a_word_in_any_case(qms):
    done = smm("record", "IKU-01", "TW II 2021=84,1", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert lines(qms, "data/iku-01-indeks-kepuasan.csv")[-1] == "2021-Q2;84,1;"
    assert smm("record", "IKU-05", "2017=bb", qms, "--yes").returncode == 0
    assert "2017,BB," in lines(qms, "data/iku-05-predikat-sakip.csv")


def test_what_is_written_can_be_read_in_one_way_only(qms):
    assert smm("record", "IKU-03", "2021-06=1,1250", qms, "--yes").returncode == 0
    assert lines(qms, IKU_03)[-1].startswith("2021-06,1.1250")
    assert "two ways" not in smm("validate", qms).stdout


def test_what_is_there_already_is_not_written_again(qms):
    done = smm("record", "IKU-05", "2019=BB", "--replace", qms, "--yes")
    assert (done.returncode, "says so already" in done.stdout) == (0, True)


def test_a_table_that_is_not_there_yet_is_made(qms):
    (qms / IKU_03).unlink()
    done = smm("record", "IKU-03", "2021-06=20", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert lines(qms, IKU_03) == ["period,value", "2021-06,20"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("82,5", "82.5"), ("82.5", "82.5"), ("82", "82"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
     ("0,125", "0.125"), ("0.125", "0.125"), ("1.234.567", "1234567"), ("-3,5", "-3.5"), ("95 %", "95"),
     ("12345,678", "12345.678"), ("1,23456", "1.23456")],
)  # fmt: skip
def test_a_number_is_read_where_it_is_certain(typed, meant):
    assert str(number(typed)) == meant


@pytest.mark.parametrize(
    "typed", ["1.234", "1,234", "-1.234", "12.345", "", "1.2.3", "1,,2", "٣", "NaN"]
)
def test_a_number_that_is_not_certain_is_never_guessed(typed):
    with pytest.raises(SmmError):
        number(typed)


TABLES = [
    b"period,value\n2019-01,1\n",
    b'period;value;note\n2019-01;1;"a;b"\n\n2019-03;;\n',
    b"sep=;\r\nperiod;value\r\n2019-01;1\r\n",
    b"note,period,value\n,2019-01,1\n,2019-03,2",
    b"period,value,,\n2019-01,1,,\n",
    b"Period, Value \n 2019-01 , 1 \n",
    b"period,value\r2019-01,1\r2019-03,\r",
]


@pytest.mark.parametrize("data", TABLES)
def test_whatever_the_table_looks_like_the_other_lines_stay(data):
    table = Table("t.csv", data)
    table.put(Typed("2019-02", number("2,5")), {"note": "x"}, replace=False)
    after = table.bytes()
    again = Table("t.csv", after)
    named = [dict(zip(again.heading, row, strict=False)) for row in again.rows.values()]
    assert [row["period"] for row in named][:2] == ["2019-01", "2019-02"]
    assert named[1]["value"] == ("2.5" if b"," in data.split(b"2019")[0] else "2,5")
    assert named[1]["note"] == "x"
    assert table.others(again.cells) == table.others(table.cells)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\n",
        b"\xff\xfe",
        b"period,value,value\n",
        b"PK\x03\x04",
        "period,value\n".encode("utf-16"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(data):
    with pytest.raises(SmmError):
        Table("t.csv", data)
