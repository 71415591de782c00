"""Titles, names and reasons that would be markup, formulas, code or paths are none in a bundle."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from smmkit.analyses.leaving.selection import select
from smmkit.bundle.contents import contents, sheets
from smmkit.bundle.names import check_names
from smmkit.documents.submission import Submission
from smmkit.words import language

DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
TEXTS = [
    '</a><script>alert(1)</script><a href="javascript:alert(2)">',
    '=HYPERLINK("http://x.example";"y")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '#panic("typst") $x$ #import "/parts.typ" \\ `raw` *b*',
    "../../etc/passwd",
    "CON",
    "((((((((((",
    "12 0 R >> endobj trailer << /Root 1 0 R >>",
    "{page} {pages} {0} {n}",
    "smm:page/99999",
    "\u202egnp.exe \u2066 \ufeff",
    "文件 😀 عربى",
    "x" * 3000,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_stays_a_text(folder, text):
    said = json.dumps(text, ensure_ascii=False)
    files = {
        "s.yaml": "kind: submission\nid: S-1\ntitle: " + said + "\ndate: 2026-02-10\nlanguage: en\n"
        "recipient: " + said + "\nleave_out: [{document: A-2, reason: " + said + "}]\n"
        "samples: [{what: " + said + ", chosen: 1, how: " + said + "}]\n",
        "1.yaml": "kind: audit\nid: A-1\ntitle: "
        + said
        + "\ndate: 2026-02-01\naudit_type: internal\n"
        "classification: open\nclauses: ['9.2.1']\n",
        "2.yaml": "kind: audit\nid: A-2\ntitle: "
        + said
        + "\ndate: 2026-02-01\naudit_type: internal\n"
        "classification: open\nclauses: ['9.2.1']\n",
        "3.yaml": "kind: finding\nid: T-1\ntitle: "
        + said
        + "\ndate: 2026-02-01\naudit: A-1\ngrade: minor\n"
        "clause: '9.2.1'\nunit: U-1\nstatement: "
        + said
        + "\ncause: "
        + said
        + "\nclassification: open\n",
    }
    qms = folder(files, DAY, CLASSES)
    if not qms.of(Submission):
        assert qms.found, "it is refused where it is read"
        return
    selection = select(qms, qms.of(Submission)[0])
    speech = language("en")
    pdfs = dict(sheets(qms, selection.chosen, speech, None, lambda *_: None))
    made = contents(qms, selection, qms.standard("iso9001-2015"), None, pdfs)
    made = {path: data if isinstance(data, bytes) else data() for path, data in made.items()}
    check_names(f"S-1/data/{path}" for path in made)
    for path in made:
        if path.endswith(".html"):
            page = made[path].decode()
            assert len(re.findall(r"<script", page)) == (path == "index.html")
            assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
            for to in re.findall(r'href="([^"]*)"', page):
                known = made.keys() | {"../VERIFY.txt"}
                assert to.startswith("#") or to.partition("#")[0] in known
        if path.endswith(".xlsx"):
            book = zipfile.ZipFile(BytesIO(made[path]))
            assert not [n for n in book.namelist() if b"<f>" in book.read(n)]
        if path.endswith(".pdf"):
            raw = made[path]
            assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|AA)\b", raw)
            assert len(pypdfium2.PdfDocument(raw)) > 0
    binder = pypdfium2.PdfDocument(made["00-binder.pdf"])
    assert all(one.get_dest().get_index() < len(binder) for one in binder.get_toc())
