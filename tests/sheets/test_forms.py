"""The forms of single kinds: what each promises beside its fields."""

from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from sheeting import DAY, HOME, PEOPLE, pages_of, pdf_of, squeezed, text_of

from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.sheets.audit import extent, independent
from smmkit.sheets.management_review import POINTS
from smmkit.sheets.objective import objective
from smmkit.sheets.process import process
from smmkit.sheets.qms import qms as sheet_of_qms
from smmkit.sheets.risk_register import risk_register
from smmkit.sheets.survey import survey
from smmkit.sheets.swot import swot
from smmkit.words import language

EXAMPLE = load(Disk(Path(__file__).parents[2] / "example-qms"))
CRITERIA = "risk: {appetite: 8, matrix: product}\n"


@cache
def paper(id, code="en"):
    return pdf_of(EXAMPLE, id, code)


def laid(**files):
    """A folder of these documents; two underscores stand for the dot of a name."""
    home = HOME + CRITERIA
    base = {"qms.yaml": home, "people.yaml": PEOPLE.replace("CLASS", "rahasia")}
    named = {name.replace("__", "."): text for name, text in files.items()}
    qms = load(Memory({**base, **named}), DAY)
    assert [problem.message for _, problem in qms.found] == []
    return qms


def drawn(values, draw):
    """The parts of a sheet that are drawn in one way."""
    return [part for part in values["parts"] if isinstance(part, dict) and part["draw"] == draw]


def english(value):
    return language("en").say(value)


RISK = """
kind: risk-register
id: RR-01
title: Daftar risiko
version: "1"
classification: terbuka
entries:
  - {id: R-1, title: Berkas hilang, owner: SEK, likelihood: 3, impact: 4, response: reduce,
     likelihood_after: 1, impact_after: 4,
     treatments: [{what: Mencatat berkas, owner: SEK, due: 2026-02-01}]}
  - {id: R-2, title: Listrik padam, owner: SEK, likelihood: 2, impact: 2, response: accept}
  - {id: R-3, title: Aplikasi baru, sort: opportunity, owner: SEK, likelihood: 5, impact: 5,
     response: pursue}
"""


def test_a_risk_has_its_level_against_the_appetite_and_its_late_treatment_is_marked():
    pages = " ".join(pages_of(pdf_of(laid(r__yaml=RISK), "RR-01", "en")))
    flat = " ".join(pages.split())
    assert "3 × 4 ✗ 12" in flat
    assert "2 × 2 4" in flat
    assert "✗ 25" not in flat.split("Before treatment")[0]  # an opportunity is not too high
    assert "due 1 February 2026, ✗ LATE" in flat


def test_the_maps_show_the_risks_before_and_after():
    qms = laid(r__yaml=RISK)
    before, after = drawn(risk_register(qms.things["RR-01"], qms), "heatmap")
    assert before["fields"][2][3] == {"level": "12", "tone": "bad", "text": "R-1"}
    assert before["fields"][1][1]["text"] == "R-2"
    assert before["fields"][4][4]["text"] == ""
    assert after["fields"][0][3]["text"] == "R-1"
    many = RISK + "".join(
        f"  - {{id: R-1{n}, title: R, owner: SEK, likelihood: 1, impact: 1}}\n" for n in range(30)
    )
    full = laid(r__yaml=many)
    assert (
        "+14"
        in drawn(risk_register(full.things["RR-01"], full), "heatmap")[0]["fields"][0][0]["text"]
    )


def test_a_register_without_entries_says_so():
    empty = RISK[: RISK.index("entries")]
    assert (
        "Nothing has been entered yet." in pages_of(pdf_of(laid(r__yaml=empty), "RR-01", "en"))[0]
    )


def test_a_swot_has_four_boxes_with_scores_and_four_of_strategies():
    boxes, strategies = drawn(swot(EXAMPLE.things["SWOT-01"], EXAMPLE), "quadrants")
    assert [english(one["sum"]) for one in boxes["fields"]] == [
        "Score 2.00",
        "Score 1.50",
        "Score 1.8",
        "Score 1.35",
    ]
    assert [len(one["items"]) for one in strategies["fields"]] == [1, 1, 1, 1]


def test_a_swot_with_an_item_without_weight_has_no_score():
    text = """
kind: swot
id: SWOT-01
title: SWOT
version: "1"
items:
  - {id: SW-1, title: Kuat, quadrant: strength, weight: 0.5, rating: 2}
  - {id: SW-2, title: Baru, quadrant: strength, rating: 3}
"""
    qms = laid(s__yaml=text)
    (boxes,) = drawn(swot(qms.things["SWOT-01"], qms), "quadrants")
    assert boxes["fields"][0]["sum"] == ""
    assert "Rating: 3" in english(boxes["fields"][0]["items"][1]["note"])


def test_a_process_is_drawn_from_what_comes_in_and_goes_out():
    (turtle,) = drawn(process(EXAMPLE.things["PRO-01"], EXAMPLE), "turtle")
    assert "(from PB-PD: Perangkat daerah pengusul)" in english(turtle["inside"]["items"][0])
    assert len(turtle["outside"]["items"]) == len(EXAMPLE.things["PRO-01"].outputs)
    assert all(side["items"] for side in (*turtle["above"], *turtle["below"]))


def test_a_service_standard_numbers_its_components_and_hangs_out_its_proclamation():
    pages = pages_of(paper("SP-01"))
    first = " ".join(pages[0].split())
    assert "Service delivery" in first
    assert "14 Evaluation" in " ".join(" ".join(pages).split())
    assert "Service proclamation" in pages[-1]
    assert squeezed("Kami sanggup menyelesaikan") in squeezed(pages[-1])


@pytest.mark.parametrize("id", ["LKJ-2020", "PK-2020-BKD"])
def test_agreements_and_reports_have_the_columns_of_the_regulation(id):
    text = text_of(paper(id, "id"))
    assert squeezed("No. Sasaran mutu Indikator kinerja") in text
    assert ("Capaian(%)" in text) is (id == "LKJ-2020")


def test_a_report_prints_the_word_of_a_target_that_is_one():
    """The sheet had a dash where the agreement of the year has `predikat A`."""
    assert "predikat2019ABB83.33" in text_of(paper("LKJ-2019")).replace(" ", "")


def test_both_sides_sign_an_agreement():
    text = text_of(paper("PK-2020-BKD"))
    assert text.rindex("Secondparty") > text.index("Performanceindicator")
    assert text.rindex("Firstparty") > text.index("Performanceindicator")


def test_a_plan_has_a_column_for_every_year():
    text = text_of(paper("RS-2019"))
    assert "20192020202120222023" in text


def test_an_objective_shows_its_results_and_their_trend():
    values = objective(EXAMPLE.things["SM-01"], EXAMPLE)
    first, second = drawn(values, "trend")
    assert len(second["points"]) == 24
    assert all(0 <= point["at"] <= 1 for point in first["points"] + second["points"])
    assert b"/Alt(" in paper("SM-01")
    assert "93.18" in text_of(paper("SM-01"))
    assert "93.1818" not in text_of(paper("SM-01"))


def test_a_survey_is_averaged_and_compared_with_the_one_before():
    def one(id, day, rows):
        return {
            f"{id}__yaml": f"{{kind: survey, id: {id.upper()}, title: Survei, date: {day}, "
            f"until: {day}, classification: terbuka, answers: {id}.csv, "
            f"questions: [{{id: {id}1, title: Syarat}}, {{id: {id}2, title: Waktu}}]}}",
            f"{id}__csv": f"service;{id}1;{id}2\n" + rows,
        }

    qms = laid(**one("a", "2025-01-01", "L;2;4\n"), **one("b", "2026-01-01", "L;3;4\nM;4;\n"))
    text = " ".join(" ".join(pages_of(pdf_of(qms, "B", "en"))).split())
    assert "b1 Syarat 2 3.50 3.50 2.00" in text
    assert "b2 Waktu 1 4.00 4.00 4.00" in text
    assert "Respondents 2" in text
    assert "Index of satisfaction 3.75" in text
    assert "L 1 3.50" in text
    assert "Index before" not in " ".join(pages_of(pdf_of(qms, "A", "en")))
    assert survey(qms.things["A"], qms)["parts"]


def test_the_index_of_the_example_is_what_its_report_says():
    assert "83.67" in text_of(paper("SKM-2020"))


def test_who_audits_the_own_unit_is_told():
    text = """
kind: audit
id: AI-1
title: Audit
date: 2026-02-01
classification: terbuka
audit_type: internal
units: [SEK]
auditors: [{person: P-01, lead: true}, {name: Tamu, body: Lembaga}]
"""
    qms = laid(a__yaml=text)
    audit = qms.things["AI-1"]
    assert english(independent(qms, audit, audit.auditors[0]).value) == "not for SEK"
    assert english(independent(qms, audit, audit.auditors[1]).value) == "yes"
    assert "not for SEK" in pages_of(pdf_of(qms, "AI-1", "en"))[0]


def test_an_audit_says_how_far_it_reaches_and_that_it_has_seen_a_sample():
    text = """
kind: audit
id: AI-1
title: Audit
date: 2026-02-01
audit_type: internal
units: [SEK, MUT]
checklist:
  - {clause: "10.2.1", unit: SEK, question: A, status: conform}
  - {clause: "9.1.1", unit: SEK, question: B, status: conform}
  - {clause: "8.5.1", unit: SEK, question: C, status: nonconform}
"""
    qms = laid(a__yaml=text)
    _, fields, told = extent(qms, qms.things["AI-1"])
    values = {english(name): english(cell.value) for name, cell in fields.rows}
    assert values == {
        "How far the criteria are met": "conforms: 2, does not conform: 1",
        "Clauses asked about": "8.5.1, 9.1.1, 10.2.1",
        "Units about which nothing was asked": "MUT",
    }
    assert "sample" in english(told.text)
    bare = laid(a__yaml=text.partition("checklist")[0])
    assert extent(bare, bare.things["AI-1"]) == []


def test_a_review_shows_every_input_of_the_standard_also_those_not_considered():
    text = """
kind: management-review
id: RTM-1
title: Tinjauan
date: 2026-02-01
classification: terbuka
chair: P-01
inputs: [{topic: audits, what: Satu temuan}]
decisions: []
"""
    page = " ".join(" ".join(pages_of(pdf_of(laid(r__yaml=text), "RTM-1", "en"))).split())
    assert page.count("not considered") == len(POINTS) - 1
    assert "c 6 audit results Satu temuan" in page
    assert "Nothing was decided." in page
    assert "Attendance" in page


def test_a_certificate_is_stamped_with_how_it_stands():
    assert "ACTIVE" in text_of(paper("SERT-2020"))
    text = """{kind: certificate, id: S-1, title: S, date: 2020-01-01, classification: terbuka,
 number: N, body: LS-1, standards: [iso9001-2015], scope: Izin, expires: 2023-01-01}"""
    assert "EXPIRED" in text_of(pdf_of(laid(s__yaml=text), "S-1", "en"))


def test_broad_registers_lie_down_and_letters_stand():
    def lies(id):
        wide, high = pypdfium2.PdfDocument(paper(id)).get_page_size(0)
        return wide > high

    assert lies("RR-01")
    assert lies("PB-01")
    assert not lies("UT-01")
    assert not lies("T-2020-01")


def test_the_sheet_of_the_qms_shows_how_processes_work_together():
    text = " ".join(" ".join(pages_of(paper("QMS-01"))).split())
    shown = text[text.index("Processes and how they work together") :]
    assert all(one.id in shown for one in EXAMPLE.documents if one.kind == "process")
    assert "PB-PD: Perangkat daerah pengusul" in shown


def test_no_paper_that_leaves_names_what_stays():
    finding = (
        "{{kind: finding, id: T-1, title: Judul temuan, date: 2026-02-01, classification: {class_}, "
        "audit: AI-1, grade: minor, clause: '7.5', unit: SEK, statement: Isi}}"
    )
    audit = (
        "{kind: audit, id: AI-1, title: Audit, date: 2026-02-01, audit_type: internal, "
        "classification: terbuka}"
    )
    for class_, shown in (("terbuka", True), ("rahasia", False)):
        qms = laid(t__yaml=finding.format(class_=class_), a__yaml=audit)
        assert ("Judul temuan" in pages_of(pdf_of(qms, "AI-1", "en"))[0]) is shown
    process = (
        "{{kind: process, id: PRO-1, title: Proses dalam, version: '1', owner: SEK, "
        "process_type: core, classification: {class_}}}"
    )
    for class_, shown in (("terbuka", True), ("rahasia", False)):
        qms = laid(p__yaml=process.format(class_=class_))
        home = qms.settings.model_copy(update={"classification": "terbuka"})
        assert ("Proses dalam" in repr(sheet_of_qms(home, qms))) is shown


def test_what_stands_behind_a_list_in_a_cell_is_no_part_of_its_last_item():
    entry = (
        "{id: ISU-1, title: Tua, side: internal, topic: organizational, effect: Lambat,"
        " leads_to: [P-01, QMS-01], reason: Begini adanya}"
    )
    head = (
        "kind: issues\nid: ISU-00\ntitle: Isu\nversion: '1'\nowner: SEK\nclassification: terbuka\n"
    )
    qms = laid(isu__yaml=f"{head}entries: [{entry}]\n")
    page = pypdfium2.PdfDocument(pdf_of(qms, "ISU-00", "en"))[0].get_textpage()
    lefts = {}
    for word in ("Reason", "QMS-01"):
        at, _ = page.search(word).get_next()
        lefts[word] = page.get_charbox(at)[0]
    assert lefts["Reason"] < lefts["QMS-01"]
