"""A page with one block of each kind, and the means to read back what was drawn."""

from datetime import date
from decimal import Decimal

import pypdfium2

from smmkit.formats import draw
from smmkit.page import Cell, Column, Fields, Figure, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.figures import Bar, Bars, Share
from smmkit.words import Percent, Words, language

DAY = date(2026, 3, 1)
NASTY = ("#panic()", "$x$", "@x", "<script>alert(1)</script>", "[bold]tebal[/bold]", "{{ 7*7 }}")

PAGE = Page(
    Words("List of documents", "Daftar informasi terdokumentasi"),
    "example-qms, revisi 3f9c2ab",
    (
        Heading("Ringkasan"),
        Prose("Delapan dokumen harus ditinjau.", Tone.WARN),
        Fields(
            (
                ("Instansi", Cell("Dinas Contoh")),
                ("Terkendali", Cell(Percent(Decimal("87.5")), Tone.GOOD)),
                ("Lengkap", Cell(value=True)),
            )
        ),
        Figure(
            "Kesiapan",
            "Klausul empat siap enam puluh persen.",
            Bars(
                (Share("sesuai", Tone.GOOD), Share("tidak", Tone.BAD)),
                (
                    Bar("Konteks", (60.0, 25.0), Percent(Decimal(60))),
                    Bar("Dukungan", (0.0, 0.0), Percent(Decimal(0))),
                ),
            ),
        ),
        Heading("Dokumen"),
        Table(
            "Dokumen",
            (
                Column("Kode", Shape.CODE),
                Column("Judul", width=3),
                Column("Berlaku"),
                Column("Bita", Shape.NUMBER),
            ),
            (
                (Cell("SOP-01"), Cell("Perizinan"), Cell(date(2026, 1, 2)), Cell(1234)),
                (Cell("SOP-02"), Cell("Pengaduan", Tone.BAD), Cell(None), Cell(Decimal("0.50"))),
            ),
        ),
        Table("Dicabut", (Column("Kode"), Column("Judul")), (), "Tidak ada yang dicabut."),
        Heading("Naskah", 3),
        Prose("## Tujuan\n\nAgar **jelas**.", markdown=True),
    ),
)
SAID = """
Daftar informasi terdokumentasi 3f9c2ab Ringkasan Delapan ditinjau. Instansi Contoh 87,50 Kesiapan
Klausul persen. Konteks 60,00 Dukungan Kode Judul Bita SOP-01 Perizinan 2026 1.234 SOP-02 Pengaduan
0,50 Tidak dicabut. Naskah Tujuan jelas
"""
WORDS = SAID.split()


def drawn(page, form, code="id", **options):
    """The page in a form, as bytes."""
    return draw(page, form, language(code), day=DAY, **options)


def table_of(*rows, columns=("Satu", "Dua"), name="Isi", empty="", shape=Shape.WORDS):
    """A page that is one table of texts."""
    cells = tuple(tuple(map(Cell, row)) for row in rows)
    return Page(
        "Uji", "", (Table(name, tuple(Column(title, shape) for title in columns), cells, empty),)
    )


def one_bar(title, alt, name, *parts, value=""):
    """A figure of one bar, its parts in the tones in which they are given."""
    shares = tuple(Share(tone.value, tone) for tone, _ in parts)
    return Figure(title, alt, Bars(shares, (Bar(name, tuple(n for _, n in parts), value),)))


def pages_of(pdf):
    """The text of each page of a PDF."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
