"""Makes the invented evidence of the example, as docs/example_evidence.yaml tells it.

`python docs/example_evidence.py` writes every file; the same list makes the same bytes each time.
To add evidence, add an entry to the list, and run it again.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import typst
import yaml_rs
from xlsxwriter import Workbook

from smmkit.typesetting.typeset import EPOCH, FONTS, STANDARDS, printable
from smmkit.words import language

HERE = Path(__file__).parent
LIST = HERE / "example_evidence.yaml"
TEMPLATE = HERE / "example_evidence.typ"
TARGET = HERE.parent / "example-qms" / "bukti"
DOTS_PER_INCH = 110
LARGEST = 60_000
"""Bytes; the example is downloaded with the project."""

BROADEST = 60
"""The broadest column of a workbook, in letters; longer texts take more lines."""


@dataclass(frozen=True)
class Piece:
    """One file of evidence. Its name says whether it is a PDF, a PNG or an XLSX."""

    file: str
    title: str
    date: date
    form: str = "paper"
    """`paper`, `certificate`, `photo` or `map`."""
    letterhead: str = "badan"
    """Which of the letterheads of the list it bears."""
    number: str = ""
    place: str = "Kota Lestari"
    facts: dict[str, Any] = field(default_factory=dict)
    """Name and value, above the text."""
    body: list[Any] = field(default_factory=list)
    """Paragraphs, "# headings", "- items", "1. numbered items" and tables."""
    signed: list[dict[str, str]] = field(default_factory=list)
    """Who signed: `office` and `name`. No picture of a signature is ever drawn."""
    scene: str = "room"
    """Of a photo: `room`, `counter`, `board`, `shelf`, `screen` or `sheet`."""
    label: str = ""
    """Of a photo: what stands on the boxes of a shelf, or at the top of a screen."""
    bands: list[dict[str, Any]] = field(default_factory=list)
    """Of a map: `name`, `boxes`, and whether they are a `chain`."""
    sides: list[str] = field(default_factory=list)
    """Of a map: what stands at its left and at its right."""


def main() -> None:
    """Write every file of the list, and tell what lies there that no list knows."""
    told = yaml_rs.loads(LIST.read_text(encoding="utf-8"))
    pieces = [Piece(**entry) for entry in told["evidence"]]
    names = [piece.file for piece in pieces]
    kept = set(told["kept"])
    if twice := sorted({name for name in names if names.count(name) > 1 or name in kept}):
        sys.exit(f"named twice: {', '.join(twice)}")
    for piece in pieces:
        if piece.file in told["sealed"] and (TARGET / piece.file).is_file():
            continue
        data = made(piece, told["letterheads"][piece.letterhead])
        if len(data) > LARGEST:
            sys.exit(f"{piece.file} has {len(data)} bytes, more than {LARGEST}")
        path = TARGET / piece.file
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
            sys.stdout.write(f"{piece.file} ({len(data)})\n")
    lies = {path.name for path in TARGET.iterdir() if path.suffix in {".pdf", ".png", ".xlsx"}}
    if unknown := sorted(lies - kept - set(names)):
        sys.exit(f"not in the list: {', '.join(unknown)}")


def made(piece: Piece, letterhead: list[str]) -> bytes:
    """The bytes of a file."""
    if piece.file.endswith(".xlsx"):
        return sheet(piece)
    if piece.file.endswith(".png"):
        return picture(drawn(piece, letterhead, ()))
    return drawn(piece, letterhead, STANDARDS)


def drawn(piece: Piece, letterhead: list[str], standards: tuple[str, ...]) -> bytes:
    """A page as PDF."""
    given = vars(piece) | {
        "date": piece.date.isoformat(),
        "day": spoken(piece.date),
        "letterhead": letterhead,
        "author": letterhead[-2].removesuffix(" (CONTOH)") + " (CONTOH)",
        "facts": [[name, text(value)] for name, value in piece.facts.items()],
        "body": [words(block) for block in piece.body],
        "bands": [{"chain": False} | band for band in piece.bands],
    }
    try:
        data, warnings = typst.compile_with_warnings(
            {
                "main.typ": TEMPLATE.read_bytes(),
                "given.json": json.dumps(printable(given)).encode(),
            },
            root=HERE,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=list(standards),
            timestamp=(piece.date - EPOCH).days * 86_400,
        )
    except typst.TypstError as error:
        sys.exit(f"{piece.file}: {error.diagnostic}")
    if warnings:
        sys.exit(f"{piece.file}: {warnings[0].diagnostic}")
    return bytes(data)


def picture(page: bytes) -> bytes:
    """A page as PNG of 256 colours: half the bytes of one of 16 million, and nobody sees it."""
    bitmap = pypdfium2.PdfDocument(page)[0].render(scale=DOTS_PER_INCH / 72, rev_byteorder=True)
    width, height, step = bitmap.width, bitmap.height, bitmap.n_channels
    rows = [
        [bytes(row[at : at + 3]) for at in range(0, width * step, step)]
        for row in (
            bytes(bitmap.buffer)[y * bitmap.stride : (y + 1) * bitmap.stride] for y in range(height)
        )
    ]
    often = Counter(colour for row in rows for colour in row)
    palette = sorted(often, key=lambda colour: (-often[colour], colour))[:256]
    nearest = {
        colour: min(
            range(len(palette)),
            key=lambda n: sum((a - b) ** 2 for a, b in zip(palette[n], colour, strict=True)),
        )
        for colour in often
    }
    pixels = b"".join(b"\0" + bytes(nearest[colour] for colour in row) for row in rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(palette)),
            (b"IDAT", zlib.compress(pixels, 9)),
            (b"IEND", b""),
        )
    )


def sheet(piece: Piece) -> bytes:
    """A workbook of one sheet: the title, the facts, and the blocks below one another."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties(
        {
            "title": f"{piece.title} (CONTOH)",
            "comments": "Contoh; semua isi rekaan.",
            "created": datetime.combine(piece.date, time(), UTC),
        }
    )
    page = book.add_worksheet("CONTOH")
    page.set_header("&C&14CONTOH")
    page.set_footer("&LContoh; semua isi rekaan.&R&P")
    page.set_landscape()
    page.fit_to_pages(1, 0)
    loud = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "bg_color": "#F0F3F5", "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1, "valign": "top", "text_wrap": True})
    when = book.add_format({"border": 1, "valign": "top", "num_format": "dd/mm/yyyy"})
    page.write(0, 0, f"{piece.title} (CONTOH)", loud)
    page.write(1, 0, f"Contoh; semua isi rekaan. {piece.place}, {spoken(piece.date)}")
    row = 3
    for name, value in piece.facts.items():
        page.write(row, 0, f"{name}: {text(value)}")
        row += 1
    widths: dict[int, int] = {}
    for block in piece.body:
        if isinstance(block, str):
            page.write(row, 0, block.removeprefix("# ").removeprefix("- ").removeprefix("1. "))
            row += 1
            continue
        lines = [block["columns"], *block["rows"]]
        for line in lines:
            longest = max(len(text(value)) for value in line)
            page.set_row(row, 15 * (1 + longest // (BROADEST - 6)))
            for column, value in enumerate(line):
                widths[column] = max(widths.get(column, 8), min(len(text(value)) + 3, BROADEST))
                if isinstance(value, date):
                    page.write_datetime(row, column, datetime.combine(value, time()), when)
                else:
                    page.write(row, column, value, head if line is lines[0] else cell)
            row += 1
        row += 1
    for column, width in widths.items():
        page.set_column(column, column, width)
    book.close()
    return stream.getvalue()


def words(block: Any) -> Any:
    """A block of which every cell is text."""
    if isinstance(block, str):
        return block
    rows = [[text(value) for value in row] for row in block["rows"]]
    return {"columns": block["columns"], "rows": rows}


def text(value: Any) -> str:
    """A cell as it is read in Indonesia."""
    match value:
        case None:
            return ""
        case date():
            return spoken(value)
        case float():
            return str(value).replace(".", ",")
    return str(value)


def spoken(day: date) -> str:
    """A day in words: 3 Februari 2020."""
    return language("id").say(day)


if __name__ == "__main__":
    main()
