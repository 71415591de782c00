"""Files that were made to hang or burst a machine, and what `smm` is asked about them."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl

from bench.bombs import HOME, bombs

SECONDS, MEGABYTES = 5.0, 300.0
"""What each may cost: CPU seconds, and the peak of memory."""

OBJECTIVE = """\
kind: objective
id: SM-01
title: Mutu
version: "1"
owner: SEK
policy_point: BM-1
units: [SEK]
perspective: customer
statement: Baik
kpis:
  - {id: K-1, title: Indeks, measured_in: indeks, formula: maximize, aggregation: last,
     frequency: yearly, series: k.csv, targets: [{period: "2020", value: 80}]}
"""
GLOSSARY = "kind: glossary\nid: GLO-1\ntitle: T\n"
OFFICIAL = (
    "Andi Rekaan,199901012024012000,Staf"  # invented: name and NIP; nobody has the number 000
)
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


class Hostile(NamedTuple):
    """A hostile input: its name, the verb that is asked, and the files that are asked about."""

    name: str
    verb: str
    files: Callable[[], dict[str, bytes]]

    def lay(self, folder: Path) -> None:
        """Lay the files down."""
        for name, data in self.files().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)

    def arguments(self, folder: Path) -> tuple[str, ...]:
        """What `smm` is asked about them."""
        match self.verb:
            case "verify":
                return ("verify", str(folder / "b.zip"))
            case "adopt":
                return ("adopt", str(folder / "papers"), str(folder))
            case "import":
                paper = next(folder.glob("a.*"))
                return ("import", str(paper), str(folder), "--year", "2026")
        return (*self.verb.split(), str(folder))


def hostile() -> Iterator[Hostile]:
    """Every input."""
    for name, text in yaml().items():
        yield Hostile(name, "validate", lambda text=text: qms({"x.yaml": text}))
    fields = GLOSSARY + "".join(f"field{n}: 1\n" for n in range(130_000))
    yield Hostile(
        "130,000 unknown fields, json", "validate -f json", lambda: qms({"x.yaml": fields})
    )
    for name, table in tables().items():
        yield Hostile(
            name, "validate", lambda table=table: qms({"sm.yaml": OBJECTIVE, "k.csv": table})
        )
    for name, build in bags().items():
        yield Hostile(name, "verify", lambda build=build: {"b.zip": build()})
    for name, build in workbooks().items():
        yield Hostile(name, "import", lambda build=build: qms({}) | {"a.xlsx": build()})
    for name, text in papers().items():
        yield Hostile(name, "import", lambda text=text: qms({"a.csv": text}))
    yield Hostile("a PDF drawn without end", "adopt", lambda: qms({}) | {"papers/a.pdf": pdf()})
    yield from (Hostile(*each) for each in bombs())


def qms(files: dict[str, str]) -> dict[str, bytes]:
    """A small folder with these files."""
    return {name: text.encode() for name, text in {"qms.yaml": HOME, **files}.items()}


def yaml() -> dict[str, str]:
    """Texts that a reader of YAML stumbles over."""
    dates = ", ".join(["2019-01-01"] * 12)
    return {
        "130,000 unknown fields": GLOSSARY + "".join(f"field{n}: 1\n" for n in range(130_000)),
        "300,000 items that are wrong": "kind: process\nid: P-1\nclauses:\n" + "- 1\n" * 300_000,
        "a key 400,000 times": "a: 1\n" * 400_000,
        "dates in a list over two lines": f"{GLOSSARY}days: [{dates},\n  {dates}]\n" * 1,
        "brackets never closed": GLOSSARY + "a: " + "[a " * 500_000 + "\n",
        "a block of empty lines": GLOSSARY + "a: |" + "\n" * 1_000_000 + "b\n",
        "comments behind bars": GLOSSARY + "a: '" + "|#" * 500_000 + "\n b'\n",
        "deep lists": GLOSSARY + "a: " + "[" * 500_000,
    }


def tables() -> dict[str, str]:
    """Tables of measured values."""
    names = ",".join(f"c{n}" for n in range(200_000))
    return {
        "200,000 rows that are wrong": "period,value\n" + "x,y\n" * 200_000,
        "400,000 rows that are short": "period,value\n" + "a\n" * 400_000,
        "200,000 columns": f"period,value,{names}\n2020,1\n",
    }


def zipped(files: dict[str, bytes], top: str = "b/", how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(top + name, data)
    return out.getvalue()


def bags() -> dict[str, Callable[[], bytes]]:
    """Bundles."""
    head = {"bagit.txt": DECLARED}
    empty = hashlib.sha512(b"").hexdigest()
    full = {f"data/{n}": b"" for n in range(60_000)}
    listed = "".join(f"{empty}  {name}\n" for name in full).encode()
    return {
        "sixty lists of empty lines": lambda: zipped(
            head | {f"manifest-x{n}.txt": b"\n" * (20 << 20) for n in range(60)}
        ),
        "a list of 440,000 lines": lambda: zipped(
            head
            | {
                "manifest-sha512.txt": b"".join(
                    b"%0128x  data/f%d\n" % (n, n) for n in range(440_000)
                )
            }
        ),
        "a list of 20 million bad lines": lambda: zipped(
            head | {"manifest-sha512.txt": b"x\n" * 20_000_000}
        ),
        "60,000 files in order": lambda: zipped(head | full | {"manifest-sha512.txt": listed}),
        "60,000 folders at the top": lambda: zipped(
            {f"t{n}/x": b"" for n in range(60_000)} | {"b/bagit.txt": DECLARED}, ""
        ),
        "200 MB of nothing": lambda: zipped(
            head | {"data/a": nothing(200)} | listing(nothing(200))
        ),
        "a GB of nothing, otherwise packed": lambda: zipped(
            head | {"data/a": bytes(1 << 30)}, how=zipfile.ZIP_BZIP2
        ),
        "half a million entries": lambda: zipped({str(n): b"" for n in range(500_000)}),
    }


def nothing(megabytes: int) -> bytes:
    """So much of nothing."""
    return bytes(megabytes << 20)


def listing(data: bytes) -> dict[str, bytes]:
    """The list of a bag with these bytes as its only file."""
    return {"manifest-sha512.txt": f"{hashlib.sha512(data).hexdigest()}  data/a\n".encode()}


def workbook(sheet: str, **parts: str) -> bytes:
    """A workbook with this text as its only sheet."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    own = {"xl/worksheets/sheet1.xml": f"{SHEET}{sheet}</worksheet>", **parts}
    with zipfile.ZipFile(plain) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    return zipped(kept | {name: text.encode() for name, text in own.items()}, "")


def workbooks() -> dict[str, Callable[[], bytes]]:
    """Excel files."""
    text = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'
    merged = '<mergeCell ref="A1:XFD1048576"/>'
    return {
        "2 million rows": lambda: workbook(
            f"<sheetData>{'<row><c><v>1</v></c></row>' * 2_000_000}</sheetData>"
        ),
        "a row of 3 million cells": lambda: workbook(
            f"<sheetData><row>{'<c><v>1</v></c>' * 3_000_000}</row></sheetData>"
        ),
        "100,000 merged cells over all": lambda: workbook(
            f"<sheetData>{text}</sheetData><mergeCells>{merged * 100_000}</mergeCells>"
        ),
        "3 million words": lambda: workbook(
            f"<sheetData>{text}</sheetData>",
            **{
                "xl/sharedStrings.xml": f"<sst {SHEET.partition(' ')[2]}"
                f"{'<si><t>a</t></si>' * 3_000_000}</sst>"
            },
        ),
    }


def papers() -> dict[str, str]:
    """Tables that are taken in."""
    year = "".join(f"2025-{n % 12 + 1:02},{n}\n" for n in range(9_999))
    return {
        "120,000 periods": "Periode,Nilai\n" + "2025-01,1\n" * 120_000,
        "10,000 periods": "Periode,Nilai\n" + year,
        "10,000 indicators": "Indikator,Target,Realisasi\n"
        + "".join(f"Indeks {n},80,{n}\n" for n in range(9_999)),
        "10,000 times one indicator": "Indikator,Target,Realisasi\n" + "Indeks,80,1\n" * 9_999,
        "10,000 answers": "No,U1,U2,U3,U4,U5,U6,U7,U8,U9\n" + "1,4,4,4,4,4,4,4,4,4\n" * 9_999,
        "10,000 findings": "No,Temuan,Klausul,Kategori\n" + "1,Tidak ada bukti,9.2,Minor\n" * 9_999,
        "10,000 risks": "No,Risiko,Penyebab,Dampak\n" + "1,Terlambat,Berkas,Aduan\n" * 9_999,
        "10,000 officials": "Nama,NIP,Jabatan\n" + f"{OFFICIAL}\n" * 9_999,
        "2,000 rows of 400 cells": ",".join(f"Bulan {n}" for n in range(400))
        + "\n"
        + (",".join("1" * 400) + "\n") * 2_000,
    }


def pdf() -> bytes:
    """A PDF of one page that is drawn without end."""
    packer = zlib.compressobj(9)
    line = b"BT /F 9 Tf 9 9 Td (Halo dunia) Tj ET\n" * 1_000
    stream = b"".join(packer.compress(line) for _ in range(20_000)) + packer.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, part in enumerate(parts, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj%b\nendobj\n" % (number, part)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n" + table + tail


if __name__ == "__main__":
    list(hostile())[int(sys.argv[1])].lay(Path(sys.argv[2]))
