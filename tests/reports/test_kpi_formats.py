"""KPIs in every output: the same number everywhere, whatever the format; pages of one and of all."""

import csv
import json
import re
from io import BytesIO, StringIO

import openpyxl
import pypdfium2
import pytest
from docx import Document

from folders import SETTINGS
from running import EXAMPLE, smm

YEAR = ("--period", "2020")


def out(tmp_path, *words, form, lang="en"):
    file = tmp_path / f"k.{form}"
    done = smm("kpi", *words, "--output", file, "--lang", lang)
    assert done.returncode == 0, done.stderr
    return file.read_bytes()


def numbers_of(data, form):
    """The actual values and achievements of the KPIs in a file, as text with two decimals."""
    if form == "json":
        rows = json.loads(data)["kpis"]
        return {
            one["id"]: (one["actual"], one["achievement"])
            for one in rows
            if one["actual_word"] is None and one["achievement"] is not None
        }
    raise AssertionError(form)


def text_of(data, form):
    """Everything that a file says, as one text."""
    match form:
        case "pdf":
            pages = pypdfium2.PdfDocument(data)
            return " ".join(page.get_textpage().get_text_range() for page in pages)
        case "docx":
            tables = Document(BytesIO(data)).tables
            return " ".join(
                cell.text for table in tables for row in table.rows for cell in row.cells
            )
        case "xlsx":
            book = openpyxl.load_workbook(BytesIO(data))
            cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
            return " ".join(f"{v:.2f}" if isinstance(v, int | float) else str(v) for v in cells)
    return data.decode()


def test_the_same_number_in_every_output(tmp_path):
    known = numbers_of(out(tmp_path, EXAMPLE, *YEAR, form="json"), "json")
    assert len(known) > 8
    for form in ("text", "html", "pdf", "docx", "xlsx", "csv"):
        name = "txt" if form == "text" else form
        said = text_of(out(tmp_path, EXAMPLE, *YEAR, form=name), form)
        for id_, (actual, reached) in known.items():
            assert id_ in said
            assert f"{actual:.2f}" in said, (form, id_)
            assert f"{reached:.2f}" in said, (form, id_)


def test_the_page_of_one_has_the_number_of_the_page_of_all(tmp_path):
    known = numbers_of(out(tmp_path, EXAMPLE, *YEAR, form="json"), "json")
    for id_, (actual, reached) in known.items():
        found = json.loads(out(tmp_path, id_, EXAMPLE, *YEAR, form="json"))
        assert (found["kpi"]["actual"], found["kpi"]["achievement"]) == (actual, reached)


def test_a_csv_is_one_table_with_all_columns_and_the_signs_of_the_country(tmp_path):
    text = out(tmp_path, EXAMPLE, *YEAR, form="csv", lang="id").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == 11
    assert re.fullmatch(r"\d+,\d\d", rows[0]["Capaian (%)"])
    assert rows[0]["Perspektif"] == "pelanggan"


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_the_means_of_groups_are_those_that_programs_get(tmp_path, form):
    words = (EXAMPLE, *YEAR, "--by", "perspective")
    groups = json.loads(out(tmp_path, *words, form="json"))["groups"]
    said = text_of(out(tmp_path, *words, form=form), form)
    assert len(groups) > 2
    for group in groups:
        assert f"{group['mean_achievement']:.2f}" in said


FORMS = ("html", "pdf", "docx", "xlsx", "csv", "json", "txt")
VIEWS = [
    *(("IKU-09",), ("--view", "comparisons"), ("--view", "smart"), ("--view", "cascade")),
    *(("--by", "perspective"), ("--by", "unit"), ("--unit", "SEK")),
]
BRIEF = {("html", view) for view in VIEWS} | {(form, VIEWS[0]) for form in FORMS}
"""Each view once and each format once; the rest is long."""


@pytest.mark.parametrize(
    ("form", "words"),
    [
        pytest.param(form, words, marks=[] if (form, words) in BRIEF else pytest.mark.long)
        for words in VIEWS
        for form in FORMS
    ],
)
def test_every_view_in_every_format(tmp_path, form, words):
    place = [*words, EXAMPLE] if words[0].startswith("IKU") else [EXAMPLE, *words]
    assert out(tmp_path, *place, form=form, lang="id")


def test_a_unit_sees_its_own(tmp_path):
    all_ = json.loads(out(tmp_path, EXAMPLE, *YEAR, form="json"))["kpis"]
    own = json.loads(out(tmp_path, EXAMPLE, *YEAR, "--unit", "BKM", form="json"))["kpis"]
    assert {one["id"] for one in own} == {one["id"] for one in all_ if "BKM" in one["units"]}
    assert 0 < len(own) < len(all_)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("IKU-099", EXAMPLE), "there is no KPI IKU-099"),
        (("IKU-09", EXAMPLE, "--by", "unit"), "are for all KPIs"),
        ((EXAMPLE, "--unit", "XX"), "there is no unit XX"),
        ((EXAMPLE, "--by", "unit", "--view", "smart"), "two ways"),
        (("./nowhere",), "is not there"),
    ],
)
def test_what_cannot_be_shown_is_refused(words, said):
    done = smm("kpi", *words)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize("verb", [("kpi",), ("lkj", "2025"), ("kpi", "IKU-01"), ("survey",)])
def test_where_all_of_a_kind_has_faults_the_file_is_named(verb, tmp_path):
    faulty = {"satu": "kind: objective\nid: SM-01\n", "dua": "kind: survey\nid: S-01\n"}
    for name, text in {"qms": SETTINGS, **faulty}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = smm(*verb, tmp_path)
    assert done.returncode == 2
    assert f"{'dua' if verb == ('survey',) else 'satu'}.yaml cannot be read" in done.stderr


def test_on_the_last_day_of_a_month_nothing_turns_red():
    def statuses(day):
        found = json.loads(smm("kpi", EXAMPLE, "--as-of", day, "--format", "json").stdout)["kpis"]
        return [one["progress"] for one in found]

    assert statuses("2021-06-29") == statuses("2021-06-30") == statuses("2021-07-14")


def test_a_mean_of_percentages_is_said():
    done = smm("kpi", EXAMPLE, *YEAR, "--lang", "en")
    assert "The mean of percentages, not the percentage of all cases: IKU-10" in done.stdout


def test_smart_says_the_formula_in_words_of_officials():
    done = smm("kpi", "IKU-01", EXAMPLE, "--lang", "id")
    assert "diukur dalam indeks; makin besar makin baik" in " ".join(done.stdout.split())


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "txt"])
def test_how_a_value_is_counted_stands_on_the_page_of_its_kpi(qms, tmp_path, form):
    path = qms / "sasaran" / "sm-02-layanan-tepat.yaml"
    text = path.read_text(encoding="utf-8")
    before = "  - id: IKU-03\n"
    assert before in text
    path.write_text(
        text.replace(before, before + "    calculation: Jumlah hari dibagi usul\n"), "utf-8"
    )
    said = text_of(out(tmp_path, "IKU-03", qms, form=form, lang="id"), form)
    assert "Jumlah hari dibagi usul" in " ".join(said.split())
