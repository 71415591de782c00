"""A procedure in the form of an SOP Administrasi Pemerintahan."""

import re
from itertools import pairwise

import pypdfium2
import pytest
from sheeting import STEP, approved, folder, lacking, pages_of, pdf_of, procedure, text_of

from folders import home, lay
from running import smm
from smmkit.sheets.procedure import procedure as values

NASTY = (
    "#panic()",
    "$x$",
    "[@x]",
    "<b>tebal</b>",
    "C:\\akta\\u{41}",
    "*a* _b_",
    "{{ 7*7 }}",
    "`x`",
)


def steps(number, actors=3, more=""):
    """So many steps, done in turn by so many actors."""
    rows = [
        f"- {{activity: Langkah ke-{n} diperiksa, actor: Kepala Bidang Urusan {n % actors}{more}}}"
        for n in range(1, number + 1)
    ]
    return "\n" + "\n".join(rows)


def test_empty_boxes_are_kept_and_hold_a_dash():
    first = pages_of(pdf_of(folder(procedure()), code="en"))[0]
    boxes = ("SOP number", "Made on", "Revised on", "Legal basis", "Equipment", "Warnings")
    assert all(re.search(rf"{box}\s+-\s", first) for box in boxes)


def test_sixty_steps_go_over_several_pages_with_their_heading():
    pdf = pdf_of(approved(procedure(steps(60))), code="en")
    pages = pages_of(pdf)
    flow = [page for page in pages if "Langkah" in page]
    assert len(flow) > 3
    assert all(
        "Quality standard" in page and "Kepala Bidang Urusan 2" in flat(page) for page in flow
    )
    assert lacking(pdf, *(f"ke-{n}" for n in range(1, 61))) == []
    sizes = [pypdfium2.PdfDocument(pdf).get_page_size(n) for n in range(len(pages))]
    assert all(w > h for (w, h), page in zip(sizes, pages, strict=True) if page in flow)


@pytest.mark.parametrize("actors", [1, 9, 20])
def test_many_actors_fit(actors):
    pdf = pdf_of(approved(procedure(steps(20, actors))))
    text = text_of(pdf)
    assert all(f"KepalaBidangUrusan{n}" in text for n in range(min(actors, 20)))
    assert inside_the_margins(pdf)


def test_very_long_words_stay_inside():
    run = "katayangpanjangsekali" * 8
    step = f"[{{activity: {run}, actor: {run}, needs: [{run}], output: {run}, note: {run}}}]"
    pdf = pdf_of(approved(procedure(step, more=f"number: {run}\npurpose: {run}")))
    assert text_of(pdf).count(run) >= 7
    assert inside_the_margins(pdf)


def test_a_step_longer_than_a_page_is_not_lost():
    note = " ".join(f"kata{n}." for n in range(900))
    pdf = pdf_of(folder(procedure(f"[{STEP}, {{activity: Dua, actor: B, note: {note}}}, {STEP}]")))
    assert lacking(pdf, note) == []


@pytest.mark.parametrize("written", NASTY)
def test_what_people_write_stays_as_it_is(written):
    said = f"'{written}'"
    step = (
        f"[{{activity: {said}, actor: {said}, needs: [{said}, {said}], output: {said}, "
        f"note: {said}, leads_to: [{{to: 1, answer: {said}}}]}}]"
    )
    more = f"number: {said}\npurpose: {said}\nlegal_basis: [{said}]\nwarnings: [{said}]"
    text = text_of(pdf_of(folder(procedure(step, more))))
    assert text.count("".join(written.split())) >= 11


def test_the_prose_stands_behind_the_flow():
    prose = "# Ruang\n\nIsi **tebal** <b>#panic()</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    pages = pages_of(pdf_of(folder(procedure(prose=prose))))
    assert "Isi tebal <b>#panic()</b>" in pages[2]


def test_symbols_follow_from_where_steps_lead():
    qms = folder(
        procedure(
            f"[{STEP}, {{activity: Memutus, actor: B, leads_to: [{{to: 3, answer: Ya}}, "
            f"{{to: 1, answer: Tidak}}]}}, {STEP}, {STEP}]"
        )
    )
    rows = values(qms.things["SOP-01"], qms)["steps"]
    assert [row["symbol"] for row in rows] == ["terminal", "decision", "process", "terminal"]
    assert rows[1]["leads"] == ["Ya → 3", "Tidak → 1"]
    assert [way["to"] for way in rows[1]["ways"] if way["leaps"]] == [0]
    pdf = pdf_of(qms, code="en")
    assert b"/Alt(Step 2: decision, B)" in pdf
    assert "Ya → 3" in pages_of(pdf)[1]


def test_the_time_is_added_up_where_no_step_leads_back():
    def step(value, unit, more=""):
        return f"{{activity: a, actor: b, duration: {{value: {value}, unit: {unit}}}{more}}}"

    def told(*rows):
        return pages_of(pdf_of(folder(procedure(f"[{', '.join(rows)}]")), code="en"))[1]

    plain = (step(45, "minute"), step(30, "minute"), step(2, "day"))
    assert "Total time 2 working days, 1 hour, 15 minutes." in told(*plain)
    assert "Total" not in told(*plain, step(1, "hour", ", leads_to: [{to: 1}]"))
    assert "One step names no time." in told(*plain, STEP)
    fork = step(0.5, "week", ", leads_to: [{to: 2}, {to: 3}]")
    assert "Total time at most 0.5 weeks" in told(fork, *plain)


def flat(text):
    """Text in one line."""
    return " ".join(text.split())


def inside_the_margins(pdf):
    """Whether no character stands outside the paper's margins."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for n in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(n)
            if not 54 < left <= right < page.get_width() - 54:
                return False
    return True


def test_a_flow_may_end_early_and_every_way_is_drawn_with_its_answer():
    judged = (
        "{activity: Menilai, actor: A, leads_to: [{to: 2, answer: ringan}, "
        "{to: 3, answer: sedang}, {to: 4, answer: berat}]}"
    )
    asked = "{activity: Bertanya, actor: B, leads_to: [{ends: true, answer: beres}, {to: 4}]}"
    log = "{activity: Mencatat, actor: A, ends: true}"
    qms = folder(procedure(f"[{judged}, {log}, {asked}, {STEP}]"))
    rows = values(qms.things["SOP-01"], qms)["steps"]
    assert [row["symbol"] for row in rows] == ["decision", "terminal", "decision", "terminal"]
    assert [[(way["answer"], way["to"], way["leaps"]) for way in row["ways"]] for row in rows] == [
        [("ringan", 1, False), ("sedang", 2, True), ("berat", 3, True)],
        [],
        [("beres", None, True), ("", 3, False)],
        [],
    ]
    pdf = pdf_of(qms, code="en")
    page = pages_of(pdf)[1]
    assert "beres → end" in page
    assert text_of(pdf).count("ringan") == 2  # at the symbol, and in the last column
    assert inside_the_margins(pdf)


def test_a_procedure_may_be_prose_alone():
    prose = "Whoever asks writes to the head two weeks before, and says for which days.\n"
    qms = folder(procedure("[]", prose=prose))
    pdf = pdf_of(qms, code="en")
    assert "two weeks before" in flat(" ".join(pages_of(pdf)))
    assert "Flow of work" not in " ".join(pages_of(pdf))


def test_a_time_may_be_a_range():
    def step(value, up_to, unit="day", more=""):
        lasts = f"{{value: {value}, up_to: {up_to}, unit: {unit}}}"
        return f"{{activity: a, actor: b, duration: {lasts}{more}}}"

    page = pages_of(pdf_of(folder(procedure(f"[{step(1, 2)}, {step(3, 5)}]")), code="en"))[1]
    assert "1 to 2" in flat(page)
    assert "Total time 4 working days to 7 working days." in flat(page)


def numbers(text):
    """Every number that stands alone in a text, in order."""
    return [int(word) for word in text.split() if word.isdigit()]


def test_a_flow_goes_on_by_connectors_from_page_to_page():
    pages = pages_of(pdf_of(approved(procedure(steps(30))), code="en"))
    flow = [page for page in pages if "Langkah" in page]
    rows = [[n for n in range(1, 31) if f"ke-{n} " in f"{flat(page)} "] for page in flow]
    assert [n for some in rows for n in some] == list(range(1, 31))
    for (before, page), (after, later) in pairwise(zip(rows, flow, strict=True)):
        assert numbers(page).count(after[0]) == 1  # where it goes on
        assert numbers(later).count(before[-1]) == 1  # where it comes from


def test_a_way_to_another_page_names_the_step_on_both():
    long = steps(30)
    back = long.replace(
        "ke-29 diperiksa,", "ke-29 diperiksa, leads_to: [{to: 30}, {to: 2, answer: Ulang}],"
    )
    plain, leaping = (pages_of(pdf_of(folder(procedure(text)))) for text in (long, back))
    first, last = 1, max(n for n, page in enumerate(leaping) if "ke-29" in page)
    assert numbers(leaping[first]).count(29) == numbers(plain[first]).count(29) + 1
    assert numbers(leaping[last]).count(2) == numbers(plain[last]).count(2) + 2
    assert flat(leaping[last]).count("Ulang") == 2


def test_where_too_many_act_each_row_names_its_own():
    pdf = pdf_of(approved(procedure(steps(40, 40))))
    text = text_of(pdf)
    assert all(f"KepalaBidangUrusan{n}:Langkah" in text for n in range(40))
    assert inside_the_margins(pdf)


def test_a_name_that_is_too_long_for_a_heading_fills_no_pages_with_it():
    name = "Petugas yang " + "memeriksa berkas di loket " * 90
    pdf = pdf_of(approved(procedure(f"[{STEP}, {{activity: Dua, actor: {name}}}, {STEP}]")))
    assert lacking(pdf, name) == []
    assert len(pages_of(pdf)) < 6


def test_the_identity_block_tells_when_it_was_made_and_when_revised():
    first = flat(pages_of(pdf_of(approved(procedure(), on="2026-01-05"), code="en"))[0])
    assert "Made on 5 January 2026" in first
    assert "Revised on -" in first
    assert "Approved by Kepala Dinas" in first


@pytest.mark.parametrize("length", [30, 2_000, 12_000])
def test_empty_columns_keep_their_headings_apart_however_long_a_step_is(length):
    long = "Periksa berkas usul " * (length // 20)
    rows = steps(2) + f"\n- {{activity: {long}, actor: Kepala Bidang Urusan 1}}"
    page = pypdfium2.PdfDocument(pdf_of(folder(procedure(rows))))[1]
    text = page.get_textpage()
    places = []
    for head in ("Kelengkapan", "Waktu", "Output", "Keterangan"):
        at, many = text.search(head).get_next()
        boxes = [text.get_charbox(n) for n in range(at, at + many)]
        places.append((boxes[0][0], boxes[-1][2]))
        assert max(box[1] for box in boxes) - min(box[1] for box in boxes) < 4  # in one line
    assert all(one[1] < next_[0] for one, next_ in pairwise(places))
    assert places[-1][1] < page.get_width() - 57


def test_each_time_is_shown_in_full_on_the_terminal_too(tmp_path):
    steps = (
        "  - {activity: Ask, actor: Clerk, duration: {value: 10, up_to: 20, unit: minute}}\n"
        "  - {activity: Write, actor: Clerk, duration: {value: 1, unit: day}}\n"
    )
    head = "kind: procedure\nid: SOP-1\ntitle: SOP-1\nversion: '1'\nsteps:\n"
    lay(tmp_path, {"qms.yaml": home(), "s.md": f"---\n{head}{steps}---\n"})
    said = smm("show", "SOP-1", tmp_path).stdout
    assert "10 to 20 minutes" in said
    assert "1 working day\n" in said
