"""One figure of each kind, as small as it may be and as full as it has to be."""

from datetime import date

from smmkit.page import Cell, Figure, Tone
from smmkit.page.circle import Arc, Circle
from smmkit.page.figures import (
    Arrow,
    Bar,
    Bars,
    Flow,
    HeatMap,
    Line,
    Lines,
    Point,
    Radar,
    Scatter,
    Share,
    Span,
    Step,
    StepShape,
    Timeline,
)
from smmkit.page.map import Box, Handed, Map

GOOD, BAD, WARN = Tone.GOOD, Tone.BAD, Tone.WARN
BARS = Bars(
    (Share("sesuai", GOOD), Share("tidak sesuai", BAD), Share("belum dinilai", Tone.MUTED)),
    (Bar("4 Konteks", (60.0, 25.0, 15.0), "60,00 %"), Bar("5 Kepemimpinan", (0.0, 0.0, 0.0), "-")),
)
LINES = Lines(
    ("2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"),
    (Line("Nilai SKM", (80, None, 82.5, 84)), Line("Target", (82, 82, 83, 83), is_target=True)),
    "nilai",
)
HEAT = HeatMap(
    ("2019", "2020"),
    (("Unit Perizinan", (Cell(3, BAD), Cell(0, GOOD))), ("Unit Arsip", (Cell(1, WARN), Cell(7)))),
)
SCATTER = Scatter(
    ("Kecil", "Sedang", "Besar"),
    ("Jarang", "Sering"),
    "Dampak",
    "Kemungkinan",
    ((GOOD, GOOD, WARN), (GOOD, WARN, BAD)),
    (Point("RSK-01", 2, 1), Point("RSK-02", 0, 0), Point("RSK-03", 2, 1)),
)
RADAR = Radar(
    ("Konteks", "Kepemimpinan", "Perencanaan", "Dukungan", "Operasi"),
    (Line("2019", (60, 70, 80, 40, 90)), Line("2020", (80, 75, 85, 60, 95))),
)
TIMELINE = Timeline(
    (
        Span("Persiapan", date(2020, 1, 1), date(2020, 3, 31), GOOD),
        Span("Audit internal", date(2020, 4, 15), date(2020, 5, 2), WARN),
        Span("Sertifikasi", date(2020, 6, 1), date(2020, 9, 30)),
    ),
    date(2020, 5, 1),
)
FLOW = Flow(
    (
        Step("Mulai", StepShape.TERMINAL),
        Step("Terima berkas", lane=0),
        Step("Lengkap?", StepShape.DECISION, lane=1),
        Step("Terbitkan izin", lane=2),
        Step("Selesai", StepShape.TERMINAL, lane=0),
    ),
    (
        Arrow(0, 1),
        Arrow(1, 2),
        Arrow(2, 3, "Ya"),
        Arrow(2, 1, "Tidak"),
        Arrow(3, 4),
    ),
    ("Pemohon", "Petugas loket", "Kepala bidang"),
)
CIRCLE = Circle(
    (
        Arc("Rencana", 100.0, "12 dari 12", GOOD),
        Arc("Pelaksanaan", 62.5, "5 dari 8", WARN),
        Arc("Pemeriksaan", 0.0, "0 dari 3", BAD),
        Arc("Tindak lanjut", None, "-", Tone.MUTED),
    ),
    "SMM",
)
MAP = Map(
    ("manajemen", "inti", "pendukung"),
    1,
    (
        Box("PRO-1", "Menerima berkas", 1),
        Box("PRO-2", "Memutuskan", 1),
        Box("PRO-3", "Menyerahkan", 1),
        Box("PRO-4", "Mengelola arsip", 2),
    ),
    (
        Handed("Pemohon", "PRO-1", "Berkas"),
        Handed("PRO-1", "PRO-2", "Berkas lengkap"),
        Handed("PRO-2", "PRO-1", "Berkas kembali"),
        Handed("PRO-2", "PRO-3", "Keputusan"),
        Handed("PRO-4", "PRO-2", "Arsip"),
        Handed("PRO-3", "Pemohon", "Keputusan"),
    ),
)
DRAWINGS = {
    "bars": BARS,
    "lines": LINES,
    "heat map": HEAT,
    "scatter": SCATTER,
    "radar": RADAR,
    "timeline": TIMELINE,
    "flow": FLOW,
    "circle": CIRCLE,
    "map": MAP,
}
FIGURES = [
    Figure(f"Gambar {name}", f"Yang dikatakan {name}.", one) for name, one in DRAWINGS.items()
]
