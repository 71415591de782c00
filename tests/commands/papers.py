"""The files of an invented agency, made with the same programs that people use."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl

from folders import lay
from running import smm
from smmkit.documents.settings import Settings
from smmkit.model.fields import fields_of

(FORMAT,) = fields_of(Settings)["smmkit"].choices

QMS = {
    "qms.yaml": f"""\
kind: qms
smmkit: {FORMAT}
id: QMS-01
title: Sistem manajemen mutu
version: "1"
as_of: 2020-12-31
organization: {{name: Badan Contoh, short_name: BC, head: Kepala, language: id}}
scope: {{statement: Layanan}}
units: [{{id: SEK, title: Sekretariat}}, {{id: MUT, title: Bidang Mutasi}}]
classes: [{{id: terbuka, title: Terbuka, outside: true}}]
""",
    "kebijakan/KM-01.md": """\
---
kind: quality-policy
id: KM-01
title: Kebijakan mutu
version: "1"
sentence: Kami melayani
points:
  - id: BM-01
    title: Pelayanan prima
---
""",
}


def word(*lines: str, table: Sequence[Sequence[str]] = (), **properties: str) -> bytes:
    """A Word file: a table, then lines."""
    document = docx.Document()
    if table:
        grid(document, table)
    for line in lines:
        document.add_paragraph(line)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return saved(document)


def grid(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table in a Word file; `<` goes on with the cell at the left, `^` with the one above."""
    table = document.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            if text not in {"<", "^"}:
                table.cell(n, m).text = text
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            if text == "<":
                table.cell(n, m - 1).merge(table.cell(n, m))
            elif text == "^":
                table.cell(n - 1, m).merge(table.cell(n, m))
    return table


def sheet(rows: Sequence[Sequence[Any]], name: str = "Lembar", merged: Sequence[str] = ()) -> bytes:
    """An Excel file with one sheet."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(list(row))
    for span in merged:
        book.active.merge_cells(span)
    return saved(book)


def saved(thing: Any) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    thing.save(out)
    return out.getvalue()


def pdf(*lines: str, title: str = "") -> bytes:
    """A PDF of one page, written by hand."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET"
    things = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, thing in enumerate(things, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{thing}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"<< /Size {len(things) + 1} /Root 1 0 R /Info 6 0 R >>"
    return out + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()


def taken(qms: Path, rows: list[list[object]], *more: str) -> str:
    """What `smm import` tells of a sheet with these rows, which it takes."""
    file = lay(qms.parent / "papers", {"kertas.xlsx": sheet(rows)}) / "kertas.xlsx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK", "--class", "terbuka", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return " ".join(done.stdout.split())
