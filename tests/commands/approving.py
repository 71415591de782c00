"""A small folder with people and a draft, and PDF files as they come back from a printer or a scanner."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pikepdf

from folders import home, lay
from running import smm

HOME = home(
    "classes: [{id: open, title: Open, outside: true}, {id: shut, title: Shut}]\n",
    as_of="2026-03-01",
)
PEOPLE = """\
kind: people
id: PPL-01
title: People
version: "1"
entries:
  - id: P-1
    title: Dra. Ayu Rekaan, M.Si.
    assignments: [{role: Head, unit: U-1, since: 2020-01-01}]
  - id: P-2
    title: Budi Rekaan
    assignments: [{role: Chief, unit: U-1, since: 2020-01-01}, {role: Clerk, unit: U-1, since: 2020-01-01}]
  - id: P-3
    title: Budi Contoh
    assignments: [{role: Clerk, unit: U-1, since: 2020-01-01, until: 2025-12-31}]
"""
SOP = """\
---
kind: procedure
id: SOP-01
title: Leave of absence
version: "1"
steps: [{activity: Ask, actor: Clerk}]
---
"""


def laid(folder: Path, more: str = "", **files: str) -> Path:
    """The folder, with more lines in its qms.yaml, and further files."""
    given = {"qms.yaml": HOME + more, "p.yaml": PEOPLE, "a.md": SOP}
    return lay(folder, given | {name.replace("__", "."): text for name, text in files.items()})


def printed(folder: Path, file: Path, id_: str = "SOP-01") -> Path:
    """The paper of a document that is to be signed."""
    done = smm("print", id_, folder, "-o", file)
    assert done.returncode == 0, done.stderr
    return file


def signed(folder: Path, file: Path) -> Path:
    """The same paper with a stroke of a pen on its last page, as a program for signing saves it."""
    printed(folder, file)
    with pikepdf.open(file, allow_overwriting_input=True) as whole:
        whole.pages[-1].contents_add(b"40 100 m 90 120 l S")
        whole.save(file)
    return file


def scanned(file: Path) -> Path:
    """A page on which something is drawn and nothing written, as a scanner gives it back."""
    return pdf(file, b"40 700 m 300 720 l S")


def typed(file: Path, text: str) -> Path:
    """A PDF of one page with a text on it, as any other program makes one."""
    lines = "".join(
        f"({line.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj 0 -14 Td "
        for line in textwrap.wrap(text, 70)
    )
    return pdf(file, f"BT /F1 10 Tf 40 760 Td {lines}ET".encode())


def pdf(file: Path, stream: bytes) -> Path:
    """A PDF of one page on which this is drawn."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % at for at in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, rows)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    file.write_bytes(data + table + end % (len(parts) + 1, len(data)))
    return file
