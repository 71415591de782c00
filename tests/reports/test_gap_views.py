"""The gap report cut in other ways: for a unit, by views, in brief, since a day, over time, and `why`."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from running import EXAMPLE
from smmkit.analyses.gap.belonging import View
from smmkit.analyses.gap.numbers import meant
from smmkit.files.tree import Disk, Memory
from smmkit.formats import draw
from smmkit.loading.folder import load
from smmkit.page import Fields, Figure, Table, Tone
from smmkit.reports.gap.proofs import sentences, spans_of
from smmkit.reports.gap.ready import ReadyReport
from smmkit.reports.gap.report import GapReport
from smmkit.reports.gap.why import WhyReport
from smmkit.serialized import serialized
from smmkit.standards.readiness import Milestone
from smmkit.words import language

ENGLISH, INDONESIAN = language("en"), language("id")


@pytest.fixture(scope="module")
def example():
    """The example, once."""
    return load(Disk(EXAMPLE))


@pytest.fixture
def report(example):
    def of(**how):
        return GapReport(example, example.standard("iso9001-2015"), detailed=False, **how)

    return of


def tables(page) -> dict[str, Table]:
    return {ENGLISH.say(one.name): one for one in page.blocks if isinstance(one, Table)}


def texts(page, speech=ENGLISH, form="text") -> str:
    return draw(page, form, speech, day=date(2021, 6, 30), width=200).decode()


def head(page) -> dict[str, str]:
    rows = [row for one in page.blocks if isinstance(one, Fields) for row in one.rows]
    return {ENGLISH.say(name): ENGLISH.say(cell.value) for name, cell in rows}


def test_the_head_says_that_the_assessment_is_stale_and_why_and_is_silent_where_it_is_not(example):
    pack = example.standard("iso9001-2015")
    late = GapReport(example, pack).page(None)
    assert head(late)["The assessment is stale"] == (
        "GA-2021 is of 18 January 2021; AE-2021-1 of 19 April 2021 is not in it"
    )
    early = GapReport(example.on(date(2021, 1, 20)), pack).page(None)
    assert "The assessment is stale" not in head(early)
    old = GapReport(example.on(date(2023, 1, 20)), pack).page(None)
    assert "more than 12 months ago" in head(old)["The assessment is stale"]


def test_the_months_of_the_head_are_those_that_qms_yaml_sets(qms):
    home = qms / "qms.yaml"
    home.write_text(home.read_text("utf-8") + "\nrules: {SMM706: {months: 1}}\n", "utf-8")
    found = load(Disk(qms))
    told = head(GapReport(found, found.standard("iso9001-2015")).page(None))
    assert told["The assessment is stale"].endswith("more than 1 months ago")


@pytest.mark.parametrize("view", View)
def test_each_view_has_its_table_and_says_how_it_counts(report, view):
    page = report(views=(view,)).page(None)
    found = tables(page)[f"By {view.label.text}"]
    assert found.rows
    assert "counts in each" in " ".join(texts(page).split())


def test_without_a_wish_there_is_no_view(report):
    assert not any(name.startswith("By unit") for name in tables(report().page(None)))
    assert serialized(report(), ENGLISH)["views"] == []


def test_the_page_of_a_unit_names_the_whole_as_the_whole(report):
    made = report(unit="BKM")
    page = made.page(None)
    told = head(page)
    assert told["Unit"] == "BKM: Bidang Pengembangan Kompetensi"
    assert told["The whole organization: proved"] == "93.09 %"
    assert told["Proved: what the folder itself shows, of what applies"] == "88.32 %"
    data = serialized(made, ENGLISH)
    assert (data["unit"], data["whole"]["proved"], data["totals"]["proved"]) == (
        "BKM",
        93.09,
        88.32,
    )
    names = tables(page)
    assert "Documents of the unit" in names
    assert not {"Readiness", "Documents by worth"} & names.keys()
    foreign = {"SOP-01", "PRO-01", "SP-01"}
    assert not foreign & {one["id"] for one in data["documents"]}
    assert "SOP-01" not in texts(page)
    assert "RR-01" not in {one["id"] for one in data["documents"]}
    assert "Of others, with something in it that names this unit: DL-01" in texts(page)


def test_readiness_stands_in_the_report_with_blockers_in_order(report):
    made = report()
    found = tables(made.page(None))
    verdicts = [ENGLISH.say(row[1].value) for row in found["Readiness"].rows]
    assert verdicts == ["ready", "ready", "not ready", "not ready"]
    numbers = [row[0].value for row in found["Blockers in order"].rows]
    assert numbers == list(range(1, len(numbers) + 1))
    data = serialized(made, INDONESIAN)["readiness"]
    assert [one["ready"] for one in data] == [True, True, False, False]
    assert data[2]["blockers"][0]["what"] == (
        "Seluruh sistem telah diaudit secara internal menurut program"
    )


def test_readiness_for_one_step_shows_what_it_rests_on_too(example):
    early = example.on(date(2019, 3, 1))
    made = ReadyReport(early, early.standard("iso9001-2015"), Milestone.STAGE_2)
    befores = {
        ENGLISH.say(row[1].value) for row in tables(made.page(None))["Blockers in order"].rows
    }
    assert befores == {"registration", "stage 1", "stage 2"}
    assert serialized(made, ENGLISH)["ready"] is False


def test_a_change_since_a_day_stands_with_both_sides_and_the_reason(report):
    made = report(since=date(2020, 12, 31))
    rows = tables(made.page(None))["Changes"].rows
    context = next(row for row in rows if row[0].value == "4.1")
    assert [ENGLISH.say(cell.value) for cell in context[3:5]] == ["falls short", "proved"]
    assert (ENGLISH.say(context[2].value), context[2].tone) == ("better", Tone.GOOD)
    assert "ISU-01 counts now; before: a draft" in ENGLISH.say(context[-1].value)
    data = serialized(made, ENGLISH)["since"]
    assert data["since"] == "2020-12-31"
    assert {one["turn"] for one in data["changes"]} >= {"better", "worse"}
    assert all(one["because"] for one in data["changes"])


def test_the_course_is_a_table_and_a_figure(report):
    days = (date(2019, 6, 30), date(2021, 6, 30))
    page = report(days=days).page(None)
    assert [row[0].value for row in tables(page)["Course"].rows] == ["2019-06-30", "2021-06-30"]
    (figure,) = [b for b in page.blocks if isinstance(b, Figure) and "time" in ENGLISH.say(b.title)]
    assert figure.drawing.periods == ("2019-06-30", "2021-06-30")
    for form in ("html", "xlsx", "pdf"):
        assert draw(page, form, ENGLISH, day=date(2021, 6, 30))


@pytest.mark.parametrize("speech", [ENGLISH, INDONESIAN])
def test_all_drafts_fit_on_two_pages_and_no_id_is_broken(speech):
    drafts = load(Memory(without_approvals()), date(2021, 6, 30))
    page = GapReport(drafts, drafts.standard("iso9001-2015"), brief=True).page(None)
    pdf = pypdfium2.PdfDocument(BytesIO(draw(page, "pdf", speech, day=date(2021, 6, 30))))
    assert len(pdf) == 2
    lines = [line for n in range(2) for line in pdf[n].get_textpage().get_text_range().splitlines()]
    assert not [line for line in lines if line.rstrip().endswith(("SOP-", "PRO-", "LOG-", "T-"))]


def without_approvals() -> dict[str, str]:
    """The documents of the example, none of which was ever approved."""
    found = {}
    for file in EXAMPLE.rglob("*"):
        if file.suffix in {".yaml", ".md", ".csv"} and "issued" not in file.parts:
            lines, kept, within = file.read_text("utf-8").splitlines(keepends=True), [], False
            for line in lines:
                within = line.startswith("approvals:") or (within and line[0] in " -\n")
                within = within and not line.startswith("---")
                kept += [] if within else [line]
            found[file.relative_to(EXAMPLE).as_posix()] = "".join(kept)
        elif file.is_file():
            found[file.relative_to(EXAMPLE).as_posix()] = ""  # is there, and nobody looks into it
    return found


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ([], []),
        (["SOP-2"], ["SOP-2"]),
        (["SOP-2", "SOP-1"], ["SOP-2", "SOP-1"]),
        (["SOP-01", "SOP-03", "SOP-02"], ["SOP-01 to SOP-03"]),
        (["SOP-09", "SOP-10", "SOP-11", "PRO-12"], ["PRO-12", "SOP-09 to SOP-11"]),
        (["A-1", "A-2", "B-3", "A"], ["A", "A-1", "A-2", "B-3"]),
        (["KM", "QMS", "X"], ["KM", "QMS", "X"]),
        (["T-2020-1", "T-2020-2", "T-2021-3"], ["T-2020-1", "T-2020-2", "T-2021-3"]),
    ],
)
def test_a_run_of_ids_is_told_by_its_ends(ids, said):
    assert [ENGLISH.say(one) for one in spans_of(ids)] == said


def test_sentences_in_one_cell_end_where_a_reader_sees_it():
    assert ENGLISH.say(sentences(["a, b", "c"])) == "a, b; c"
    assert sentences([]) == ""


def why(example, number, standard="iso9001-2015"):
    return WhyReport(example, meant(example.standard(standard), number))


def test_why_tells_a_clause_with_its_needs_documents_claims_findings_and_next_steps(example):
    page = why(example, "9.2.2").page(None)
    found = tables(page)
    assert {
        "Next steps",
        "Asked for: 9.2.2",
        "Looked at: 9.2.2",
        "Claims",
        "Findings",
    } <= found.keys()
    said = texts(page)
    assert "Units or Processes: nothing for SEK, BKM, KIN" in said
    assert "kesenjangan/GA-2021.yaml:" in said
    assert "T-2021-01" in said
    assert "Shown by the same documents as 9.2.2." in said
    assert "Mengapa" not in said
    assert "Langkah berikutnya" in texts(page, INDONESIAN, "html")


def test_why_of_a_chapter_is_a_short_list(example):
    made = why(example, "9")
    (table,) = [b for b in made.page(None).blocks if isinstance(b, Table)]
    assert [row[0].value for row in table.rows][:2] == ["9.1.1", "9.1.2"]
    assert len(json.dumps(serialized(made, ENGLISH))) > 1000


def test_why_of_an_item_tells_that_item_alone(example):
    (told,) = why(example, "9.2.2:1").told
    assert [one.id for one in told.why.demands] == ["9.2.2:1"]
    assert [one.id for one in why(example, "9.2.2").told[0].why.demands] == ["9.2.2", "9.2.2:1"]


def test_every_clause_of_every_pack_can_be_asked_for_in_both_languages(example):
    for id_ in example.standard_ids:
        pack = example.standard(id_)
        whole = WhyReport(example, meant(pack, pack.clauses[0].id))
        for clause in pack.clauses:
            one = WhyReport(example, meant(pack, clause.id))
            one.__dict__["gap"] = whole.gap
            assert serialized(one, INDONESIAN)["clauses"][0]["id"] == clause.id
            assert one.page(None).blocks
