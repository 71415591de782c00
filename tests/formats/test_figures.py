"""Figures: the same drawing on screen and paper, its values in text, a chart in a workbook."""

import re
import subprocess
import sys
import zipfile
import zlib
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pypdfium2
import pytest
from drawing import NASTY, drawn
from figure_samples import DRAWINGS, FIGURES, FLOW, HEAT, LINES, RADAR, SCATTER, TIMELINE

from smmkit.drawing import svg
from smmkit.page import Cell, Figure, Page, Tone
from smmkit.page.circle import Circle
from smmkit.page.figures import (
    Bar,
    Bars,
    Flow,
    HeatMap,
    Line,
    Lines,
    Radar,
    Scatter,
    Share,
    Timeline,
)
from smmkit.page.map import Map
from smmkit.words import harmless, language

SVG = "{http://www.w3.org/2000/svg}"
BY_NAME = pytest.mark.parametrize("figure", FIGURES, ids=list(DRAWINGS))
EMPTY = {
    "bars": Bars((), ()),
    "lines": Lines((), ()),
    "heat map": HeatMap((), ()),
    "scatter": Scatter((), (), "", "", (), ()),
    "radar": Radar((), ()),
    "timeline": Timeline(()),
    "flow": Flow((), ()),
    "circle": Circle(()),
    "map": Map((), 0, (), ()),
}


def one(drawing, title="Judul gambar", alt="Yang dikatakan."):
    return Page("x", "", (Figure(title, alt, drawing),))


def root_of(drawing, title="Judul gambar", alt="Yang dikatakan."):
    return ElementTree.fromstring(svg(Figure(title, alt, drawing), language("id")))


def texts_of(drawing):
    return [text.text.strip() for text in root_of(drawing).iter(f"{SVG}text")]


def lines_of(drawing, width=100):
    return drawn(one(drawing), "text", width=width).decode().splitlines()


def charts_of(drawing):
    with zipfile.ZipFile(BytesIO(drawn(one(drawing), "xlsx"))) as book:
        return [book.read(name).decode() for name in book.namelist() if "/charts/chart" in name]


def sheet_of(drawing):
    return openpyxl.load_workbook(BytesIO(drawn(one(drawing), "xlsx"))).worksheets[1]


@BY_NAME
@pytest.mark.parametrize("form", ["html", "pdf", "xlsx", "docx", "csv", "text"])
def test_every_figure_is_drawn_in_every_format(figure, form):
    assert drawn(Page("x", "", (figure,)), form)


@pytest.mark.parametrize("drawing", EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("form", ["html", "pdf", "xlsx", "docx", "csv", "text"])
def test_a_figure_of_nothing_is_drawn_too(drawing, form):
    assert drawn(one(drawing), form)


@BY_NAME
def test_who_cannot_see_it_hears_what_it_says(figure):
    root = ElementTree.fromstring(svg(figure, language("id")))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == figure.title
    assert root.findtext(f"{SVG}desc") == figure.alt
    assert b"/Alt" in _unpacked(drawn(Page("x", "", (figure,)), "pdf"))


def _unpacked(pdf):
    """The PDF with its object streams written out."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    out = [pdf]
    for stream in found:
        try:
            out.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"".join(out)


@BY_NAME
def test_its_words_can_be_found_in_the_paper(figure):
    pdf = pypdfium2.PdfDocument(drawn(Page("x", "", (figure,)), "pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    for text_of_figure in ElementTree.fromstring(svg(figure, language("id"))).iter(f"{SVG}text"):
        assert (text_of_figure.text or "").strip() in text


@pytest.mark.long
def test_the_same_bytes_whatever_the_machine_wishes(tmp_path):
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from figure_samples import FIGURES\n"
        "from smmkit.drawing import svg\n"
        "from smmkit.words import language\n"
        "sys.stdout.write(''.join(svg(one, language('id')) for one in FIGURES))\n"
    )
    (tmp_path / "matplotlibrc").write_text("svg.fonttype: path\nfont.size: 30\nnot a setting\n")
    (tmp_path / "mine").write_text("svg.fonttype: path\nlines.linewidth: 9\n")
    here = str(Path(__file__).parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, here],
            cwd=tmp_path,
            env={"PYTHONHASHSEED": seed, "HOME": str(tmp_path), "MATPLOTLIBRC": rc, "PATH": ""},
            capture_output=True,
            check=True,
        )
        for seed, rc in (("1", ""), ("2", str(tmp_path / "mine")))
    ]
    assert runs[0].stdout == runs[1].stdout
    assert b"matplotlibrc" not in runs[0].stderr
    assert b"20" in runs[0].stdout
    assert re.search(rb"\d{4}-\d\d-\d\dT", runs[0].stdout) is None


WATCHED = """
import sys
sys.path.insert(0, sys.argv[1])
from figure_samples import FIGURES
from smmkit.drawing import svg
from smmkit.words import harmless, language
import os
before = dict(os.environ)
sys.addaudithook(lambda event, values: print("started", values[0]) if event == "subprocess.Popen" else None)
svg(FIGURES[0], language("id"))
from matplotlib import font_manager
assert dict(os.environ) == before
print(sorted({font.name for font in font_manager.fontManager.ttflist}))
"""


def test_drawing_starts_no_program_and_keeps_nothing_in_the_home(tmp_path):
    home, bin_ = tmp_path / "home", tmp_path / "bin"
    home.mkdir()
    bin_.mkdir()
    (bin_ / "fc-list").write_text("#!/bin/sh\ntouch $HOME/run\n")
    (bin_ / "fc-list").chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(Path(__file__).parent)],
        env={"HOME": str(home), "PATH": str(bin_), "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "'Inter'" in done.stdout
    assert "started" not in done.stdout, "nor did it try to"
    assert list(home.rglob("*")) == [], "no program ran, and no list of fonts is kept"
    assert done.stderr == ""


def test_two_figures_on_a_page_share_no_name_but_what_is_the_same():
    page = drawn(Page("x", "", (*FIGURES, *FIGURES[:3])), "html").decode()
    named = re.findall(r'<(\w+) id="([^"]+)"', page)
    assert {tag for tag, _ in named} <= {"path", "clipPath", "svg"}
    assert all(re.fullmatch(r"[mphc]\w{8,}", name) for _, name in named)


@pytest.mark.parametrize("written", [*NASTY, "a & b < c", "\x1b[31m", "a\x00b"])
def test_what_people_write_stays_text(written):
    bars = Bars((Share(written, Tone.GOOD),), (Bar(written, (50.0,), written),))
    lines = Lines((written, "2"), (Line(written, (1, 2)),), written)
    heat = HeatMap((written,), ((written, (Cell(written, Tone.BAD),)),))
    for drawing in (bars, lines, heat):
        root = root_of(drawing, written, "alt")
        assert {"script", "panic"}.isdisjoint(part.tag.removeprefix(SVG) for part in root.iter())
        shown = "".join("".join(root.itertext()).split())
        wanted = "".join(harmless(written).split())[:9]
        assert wanted in shown


def test_a_bar_is_as_long_as_it_says():
    bars = Bars((Share("a", Tone.GOOD), Share("b", Tone.BAD)), (Bar("x", (60.0, 15.0), ""),))
    drawn_bars = [p.get("d") for p in root_of(bars).iter(f"{SVG}path") if p.get("clip-path")]
    ends = [[float(x) for x in re.findall(r"[ML] ([\d.]+)", path)] for path in drawn_bars]
    whole, good, bad = [max(xs) - min(xs) for xs in ends]
    assert good / whole == pytest.approx(0.6, abs=0.001)
    assert bad / whole == pytest.approx(0.15, abs=0.001)


def test_a_missing_value_breaks_the_line_and_is_no_zero():
    gap = Lines(("1", "2", "3", "4", "5"), (Line("a", (8, 9, None, 9, 8)),))
    whole = Lines(("1", "2", "3", "4", "5"), (Line("a", (8, 9, 9, 9, 8)),))

    def starts(drawing):
        paths = [p.get("d") for p in root_of(drawing).iter(f"{SVG}path")]
        return max(path.count("M") for path in paths if "L" in path and "z" not in path)

    assert starts(gap) == starts(whole) + 1
    assert sheet_of(gap)["B4"].value is None
    assert any(re.search(r"a +8 +9 +- +9 +8", line) for line in lines_of(gap))


def test_a_number_beyond_all_measure_is_left_out_and_not_a_crash():
    vast = Lines(("1", "2"), (Line("a", (10**400, Decimal("1e400"))),))
    assert "1" in texts_of(vast)


def test_only_the_last_value_of_a_line_is_written_beside_it():
    assert "84" in texts_of(LINES)
    assert "82,37" not in texts_of(Lines(("1", "2"), (Line("a", (Decimal("82.37"), 84)),)))


def test_of_a_long_time_the_terminal_shows_what_is_latest():
    periods = tuple(f"20{n:02}-Q1" for n in range(40))
    shown = lines_of(Lines(periods, (Line("a", tuple(range(40))),)), width=60)
    heads = next(line for line in shown if "2039-Q1" in line)
    assert "2030-Q1" not in heads
    assert len(heads.split()) > 4
    assert max(map(len, shown)) <= 60


def test_the_heat_map_shows_each_number_with_its_mark():
    assert {"✗ 3", "✓ 0", "! 1", "7"} <= set(texts_of(HEAT))
    assert sheet_of(HEAT)["B2"].value == 3


def test_points_stand_in_their_field():
    assert "RSK-01, RSK-03" in texts_of(SCATTER)
    rows = [[cell.value for cell in row] for row in sheet_of(SCATTER).iter_rows(min_row=2)]
    assert rows[0] == ["RSK-01", "Besar", "Sering", 3, 2]
    assert rows[1] == ["RSK-02", "Kecil", "Jarang", 1, 1]


def test_more_points_than_a_field_holds_are_counted():
    many = tuple(SCATTER.points[0].__class__(f"R{n}", 0, 0) for n in range(20))
    crowded = Scatter(*(getattr(SCATTER, name) for name in SCATTER.__slots__[:-1]), many)
    assert "+8" in "\n".join(texts_of(crowded))


def test_every_way_of_a_flow_is_there_with_its_answer():
    texts = texts_of(FLOW)
    assert {"Ya", "Tidak", "Pemohon", "Kepala bidang", "Lengkap?"} <= set(texts)
    assert any(re.search(r"3 +Lengkap\? +Tidak +2", line) for line in lines_of(FLOW))
    arrows = [p for p in root_of(FLOW).iter(f"{SVG}path") if "stroke-linecap" in p.get("style", "")]
    assert len(arrows) >= len(FLOW.arrows)


def test_the_day_of_the_report_stands_in_the_timeline():
    assert "1 Mei 2020" in texts_of(TIMELINE)
    rows = [[cell.value for cell in row] for row in sheet_of(TIMELINE).iter_rows(min_row=2)]
    assert [row[3] for row in rows] == [91, 18, 122]


@pytest.mark.parametrize(
    ("name", "kind", "series"),
    [("bars", "barChart", 3), ("lines", "lineChart", 2), ("scatter", "scatterChart", 1),
     ("radar", "radarChart", 2), ("timeline", "barChart", 2)],
)  # fmt: skip
def test_a_workbook_has_a_chart_of_its_own_on_the_cells(name, kind, series):
    (chart,) = charts_of(DRAWINGS[name])
    assert f"<c:{kind}>" in chart
    assert chart.count("<c:ser>") == series
    assert re.search(r"'Judul gambar'!\$[A-D]\$2:\$[A-D]\$\d", chart)


@pytest.mark.parametrize("name", ["heat map", "flow"])
def test_where_the_table_says_all_there_is_no_chart(name):
    assert charts_of(DRAWINGS[name]) == []


def test_a_radar_goes_round():
    assert set(RADAR.axes) <= set(texts_of(RADAR))
    assert sheet_of(RADAR)["C5"].value == 60
