"""Two languages, never mixed: the real commands, in one language, say nothing in the other.

What is looked for is every sentence of the catalogue that has two words or more, its placeholders
standing for anything. What the documents say themselves is in the language of their writers.

Known limits, none of them in the catalogue, so that no test here finds them:

- the reasons that the operating system gives (`No such file or directory`): Python has them only in
  the language of the machine;
- `[OPTIONS]`, `COMMAND [ARGS]...` and the names of values (`FOLDER`, `PERSON`, `YYYY-MM-DD`) in the
  first line of a help: typer does not translate them, and what is typed stays as it is typed;
- kinds, fields, codes of formulas and statuses (`maximize`, `verdicts[3].evidence`): as in the
  files; and formulas as they are written, which are data of analyses/ (`R / T x 100`), though two of
  them hold a few words of English (`value of the word`, `above 100`);
- JSON, whose keys are for programs; its sentences, and those of SARIF, follow `--lang`;
- names and labels of bag-info.txt (`Source-Organization`): BagIt has them so;
- the prompt for the language itself, which is in both, as is VERIFY.txt.
"""

from __future__ import annotations

import html
import re
import shutil
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po
from ruamel.yaml import YAML

from folders import contents, lay
from running import EXAMPLE, ROOT, Stream, environment, example_kept, streams, surroundings
from smmkit import documents
from smmkit.analyses.lifecycle.inventory import item
from smmkit.cli import COMMANDS, run
from smmkit.documents import Information
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.rules import examine
from smmkit.words import LABELS, LANGUAGES, LOCALES, SENTENCES, language

HERE = Path(__file__).parent
CASES = HERE / "rules"

KINDS = [kind for kind in documents.KINDS if kind != "qms"]


@cache
def shown() -> list[str]:
    """The first thing of the example of every kind, of documents and of entries, in every state."""
    qms = load(Disk(EXAMPLE))
    first: dict[tuple[str, str], str] = {}
    for id_, thing in qms.things.items():
        state = item(qms, id_).state if isinstance(thing, Information) else ""
        first.setdefault((thing.is_a, state), id_)
    return list(first.values())


ON_THE_EXAMPLE = {
    "validate": ("validate", "{e}"),
    "sarif": ("validate", "{e}", "--format", "sarif", "--lang", "{lang}"),
    "gap": ("gap-report", "{e}"),
    "gap html": ("gap-report", "{e}", "--format", "html"),
    "gap juknis": ("gap-report", "{e}", "--standard", "juknis"),
    "gap of a unit": ("gap-report", "{e}", "--unit", "BKM"),
    "gap by all": (
        *("gap-report", "{e}", "--by", "unit", "--by", "owner", "--by", "process"),
        *("--by", "service", "--by", "dimension"),
    ),
    "gap since": ("gap-report", "{e}", "--since", "2019-12-31", "--series", "yearly"),
    "gap in brief": ("gap-report", "{e}", "--brief"),
    "ready": ("gap-report", "{e}", "--ready", "surveillance"),
    "ready long ago": ("gap-report", "{e}", "--ready", "stage-2", "--as-of", "2019-03-01"),
    "why": ("why", "9.2.2", "{e}"),
    "why not": ("why", "8.3.1", "{e}"),
    "why a chapter": ("why", "9", "{e}"),
    "why long ago": ("why", "juknis/A4", "{e}", "--as-of", "2019-03-01", "--format", "html"),
    "kpi": ("kpi", "{e}"),
    "kpi html": ("kpi", "{e}", "--format", "html"),
    "kpi quarter": ("kpi", "{e}", "--period", "2019-Q3"),
    "kpi month": ("kpi", "{e}", "--period", "2019-12"),
    "list": ("list", "{e}"),
    "list html": ("list", "{e}", "--format", "html"),
    "list regulation": ("list", "regulation", "{e}"),
    "list of a unit": ("list", "procedure", "{e}", "--owner", "MUT", "--state", "in-force"),
    "list of nothing": ("list", "class", "{e}", "--state", "withdrawn"),
    "adopt": ("adopt", "{p}", "{h}-{lang}", "--owner", "SEK"),
    "adopt a list": ("adopt", "{p}/induk.csv", "{h}-{lang}"),
    "adopt nothing": ("adopt", "{t}/empty", "{h}-{lang}"),
    "import kpi": ("import", "{p}/iku.csv", "{h}-{lang}", "--year", "2020"),
    "import risk": ("import", "{p}/risiko.csv", "{h}-{lang}", "--owner", "SEK"),
    "import sop": ("import", "{p}/sop.csv", "{h}-{lang}"),
    "migrate": ("migrate", "{o}-{lang}"),
    "migrate nothing": ("migrate", "{e}"),
    "new kinds": ("new",),
    "new kinds in a QMS": ("@{e}", "new"),
    "smm": ("@{e}",),
    "smm above": ("@{t}",),
    "smm nowhere": ("@{t}/empty",),
    "smm in an old one": ("@{o}-{lang}",),
    **{f"show {id_}": ("show", id_, "{e}") for id_ in shown()},
}
"""What people see on a good day."""

ON_A_BROKEN_FOLDER = {
    "broken validate": ("validate", "{b}"),
    "broken gap": ("gap-report", "{b}"),
    "broken gap html": ("gap-report", "{b}", "--format", "html"),
    "broken kpi": ("kpi", "{b}"),
    "broken show": ("show", "SM-9", "{b}"),
    "broken bundle": ("bundle", "{b}", "-o", "{t}/never.zip"),
    "broken approve": ("approve", "BAD-1", "{b}", "--by", "P-9"),
    "broken smm": ("@{b}",),
    "broken list": ("list", "{b}"),
    "broken list html": ("list", "{b}", "--format", "html"),
    "broken adopt": ("adopt", "{p}", "{b}"),
    "broken migrate": ("migrate", "{b}"),
    "old validate": ("validate", "{o}-{lang}"),
    "newer validate": ("validate", "{n}"),
    "newer smm": ("@{n}",),
    "answers with faults": ("init", "{t}/other", "--answers", "{p}/answers.yaml"),
    "answers at odds": ("init", "{t}/other", "--answers", "{p}/odds.yaml"),
    "changed bag": ("verify", "{c}"),
    "strange bag": ("verify", "{s}"),
}
"""What they see on a bad one."""

CALLED_WRONGLY = {
    "no command": (),
    "unknown command": ("chek",),
    "unknown option": ("validate", "{e}", "--langg", "id"),
    "missing argument": ("show",),
    "missing option": ("approve", "SOP-01", "{w}"),
    "option without a value": ("validate", "{e}", "--output"),
    "too many arguments": ("show", "a", "b", "c", "d"),
    "bad choice": ("gap-report", "{e}", "--format", "doc"),
    "bad language": ("validate", "{e}", "--lang", "xx"),
    "bad day": ("validate", "{e}", "--as-of", "yesterday"),
    "missing path": ("validate", "{t}/nowhere"),
    "missing bag": ("verify", "{t}/nowhere"),
    "no bag": ("verify", "{t}/empty"),
    "missing signed copy": ("approve", "SOP-13", "{w}", "--by", "P-01", "--signed", "{t}/nowhere"),
    "output is a folder": ("kpi", "{e}", "--output", "{t}/empty"),
    "output cannot be written": ("kpi", "{e}", "--output", "{t}/no/where.txt"),
    "nothing to check": ("validate", "{t}/empty"),
    "two folders": ("validate", "{e}", "{b}"),
    "unknown revision": ("validate", "{e}", "--since", "no-such-revision"),
    "bad period": ("kpi", "{e}", "--period", "20"),
    "no KPI": ("kpi", "{b}"),
    "no such standard": ("gap-report", "{e}", "--standard", "iso9000"),
    "no such clause": ("why", "9.9.9", "{e}"),
    "no such unit": ("gap-report", "{e}", "--unit", "XYZ"),
    "no such view": ("gap-report", "{e}", "--by", "colour"),
    "too many choices": ("gap-report", "{e}", "--ready", "stage-1", "--brief"),
    "no such series": ("gap-report", "{e}", "--series", "weekly"),
    "a day to come": ("gap-report", "{e}", "--since", "2031-01-01"),
    "nearly an id": ("show", "SOP-2", "{e}"),
    "no such id": ("show", "no-such-thing", "{e}"),
    "no document": ("approve", "T-2019-01", "{w}", "--by", "P-01"),
    "approved already": ("approve", "SOP-01", "{w}", "--by", "P-01"),
    "no such person": ("approve", "SOP-13", "{w}", "--by", "P-99"),
    "no such role": ("approve", "SOP-13", "{w}", "--by", "P-01", "--role", "no such role"),
    "no such submission": ("bundle", "{w}", "-o", "{t}/never.zip", "--submission", "AJU-1999"),
    "no submission": ("bundle", "{w}", "-o", "{t}/never.zip", "--submission", "SOP-01"),
    "bundle is there": ("bundle", "{w}", "-o", "{w}"),
    "init without a name": ("init", "{t}/other"),
    "init twice": ("init", "{w}", "--name", "X"),
    "init inside": ("init", "{w}/sop", "--name", "X"),
    "init with a bad zone": ("init", "{t}/other", "--name", "X", "--zone", "GMT+20"),
    "init with bad units": ("init", "{t}/other", "--name", "X", "--units", "1=A"),
    "init with twins": ("init", "{t}/other", "--name", "X", "--units", "A=B, A=C"),
    "init with no units": ("init", "{t}/other", "--name", "X", "--units", ";"),
    "init with bad services": ("init", "{t}/other", "--name", "X", "--services", "A: B; Z"),
    "init with a bad number": ("init", "{t}/other", "--name", "X", "--headcount", "many"),
    "init from nothing": ("init", "{t}/other", "--name", "X", "--from", "{t}/empty"),
    "init from with services": (
        "init",
        "{t}/other",
        "--name",
        "X",
        "--from",
        "{e}",
        "--services",
        "S",
    ),
    "init from without a name": ("init", "{t}/other", "--from", "{e}"),
    "init without answers": ("init", "{t}/other", "--answers", "{t}/nowhere"),
    "adopt nowhere": ("adopt", "{t}/nowhere", "{h}-{lang}"),
    "adopt without a QMS": ("adopt", "{p}", "{t}/empty"),
    "adopt with no such unit": ("adopt", "{p}", "{h}-{lang}", "--owner", "XYZ"),
    "adopt with no such class": ("adopt", "{p}", "{h}-{lang}", "--class", "XYZ"),
    "adopt what is no list": ("adopt", "{h}-{lang}/qms.yaml", "{h}-{lang}"),
    "import nowhere": ("import", "{t}/nowhere", "{h}-{lang}"),
    "import without a QMS": ("import", "{p}/iku.csv", "{t}/empty"),
    "import what is damaged": ("import", "{p}/rusak.docx", "{h}-{lang}"),
    "import what is old": ("import", "{p}/lama.doc", "{h}-{lang}"),
    "import what is empty": ("import", "{p}/kosong.xlsx", "{h}-{lang}"),
    "import what is UTF-16": ("import", "{p}/utf16.csv", "{h}-{lang}"),
    "import another sort": ("import", "{p}/foto.jpg", "{h}-{lang}"),
    "import without headings": ("import", "{p}/lain.csv", "{h}-{lang}"),
    "import without a year": ("import", "{p}/iku.csv", "{h}-{lang}"),
    "import with a bad year": ("import", "{p}/iku.csv", "{h}-{lang}", "--year", "20"),
    "list of no such kind": ("list", "risks", "{e}"),
    "list in no such state": ("list", "risk", "{e}", "--state", "drafty"),
    "list of no such unit": ("list", "risk", "{e}", "--owner", "XYZ"),
    "list as what is no text": ("@tty", "list", "risk", "{e}", "--format", "xlsx"),
    "migrate nowhere": ("migrate", "{t}/empty"),
    "migrate a newer one": ("migrate", "{n}"),
    "migrate one of no format": ("migrate", "{f}"),
    "migrate what cannot be cut": ("migrate", "{k}"),
    "schema nowhere": ("schema", "{t}/empty"),
    "schema of no such kind": ("schema", "--kind", "audits"),
    "schema of all in one": ("schema", "{w}", "-o", "{t}/schema.json"),
    "new qms": ("new", "qms", "{h}-{lang}"),
    "new with a wrong value": ("new", "audit", "{h}-{lang}", "--set", "date=yesterday"),
    "new with a wrong word": ("new", "audit", "{h}-{lang}", "--set", "audit_type=inside"),
    "new with no such field": ("new", "audit", "{h}-{lang}", "--set", "titel=X"),
    "new with no such owner": ("new", "audit", "{h}-{lang}", "--set", "owner=XYZ"),
    "new with no answer": ("new", "audit", "{h}-{lang}", "--set", "title"),
    "new with one of many": ("new", "audit", "{h}-{lang}", "--set", "units=SEK"),
    "new nothing": ("new", "prosedure", "{h}-{lang}"),
    "new without a QMS": ("new", "procedure", "{t}/empty"),
    "new with a used id": ("new", "procedure", "{h}-{lang}", "--id", "QMS"),
    "new with a bad id": ("new", "procedure", "{h}-{lang}", "--id", "1 2"),
    "new with a reserved id": ("new", "procedure", "{h}-{lang}", "--id", "con"),
}
"""What they see when the call itself is wrong. None of these writes anything; those that would, had it been
right, work on a copy."""

HELP = {"help": ("--help",), **{f"help {name}": (name, "--help") for name in COMMANDS}}

CALLS = {**ON_THE_EXAMPLE, **ON_A_BROKEN_FOLDER, **CALLED_WRONGLY, **HELP}

BROKEN: dict[str, str | bytes] = {
    "qms.yaml": """\
kind: qms
smmkit: 2
id: Q-9
title: T
version: "1"
organization: {name: N, short_name: N, head: H}
scope:
  statement: S
  exclusions: [{clause: "99.9", reason: R}]
standards: [iso9001-2015, iso9000]
units: [{id: U-9, title: U}]
classes: [{id: K-9, title: K}]
scales: [{id: W-9, title: W, words: [{word: BB, value: 5}]}]
risk: {appetite: 4}
as_of: 2019-12-31
""",
    "people.yaml": """\
kind: people
id: D-9
title: D
version: "1"
entries:
  - id: P-9
    title: P
    assignments:
      - {role: H, unit: U-9, since: 2019-01-01, standing: acting}
""",
    "policy.md": """\
---
kind: quality-policy
id: B-9
title: B
version: "1"
review_by: 2019-06-30
sentence: S
points: [{id: BM-9, title: B}]
approvals:
  - version: "1"
    by: P-9
    role: H
    on: 2019-02-01
    hash: sha256:0000000000000000000000000000000000000000000000000000000000000000
  - version: "0"
    by: P-9
    role: X
    on: 2020-02-01
    hash: sha256:0000000000000000000000000000000000000000000000000000000000000000
---
""",
    "sop.md": """\
---
kind: procedure
id: S-9
title: S
version: "1"
owner: P-9
classification: K-99
clauses: ["8.5.11"]
attached: [gone.pdf, ../out.pdf]
steps:
  - {activity: A, actor: A, leads_to: [{to: 9}, {to: 1}]}
---
""",
    "objective.yaml": """\
kind: objective
id: O-9
title: O
version: "1"
statement: S
policy_point: BM-9
perspective: customer
units: [U-9]
kpis:
  - id: I-1
    title: I
    measured_in: m
    formula: maximize
    aggregation: sum
    targets: [{period: "2019", value: 0}]
  - id: I-2
    title: I
    measured_in: m
    formula: minimize-to-zero
    aggregation: sum
    targets: [{period: "2019", value: 0}]
    series: i2.csv
  - id: I-3
    title: I
    measured_in: m
    formula: ordinal
    aggregation: last
    targets: [{period: "2019", word: AAA}]
    words: W-9
    series: i3.csv
  - id: I-4
    title: I
    measured_in: m
    formula: ordinal
    aggregation: last
    targets: [{period: "2019", word: AAA}]
    series: i4.csv
  - id: I-5
    title: I
    measured_in: m
    formula: maximize-negative
    aggregation: last
    targets: [{period: "2019", value: 1}]
    series: i5.csv
  - id: I-6
    title: I
    measured_in: m
    formula: maximize
    aggregation: last
    targets: [{period: "2019", word: AAA}]
    series: i6.csv
""",
    "i2.csv": 'period,value,colour\n2019-01,1.234\n2019-01,"1,5",x\n2019-13,1,x\n2019-02,abc,x\n',
    "i3.csv": "period,value\n2019-01,AAA\n2020-01,BB\n2019-02,BB\n2019-02,BB\n",
    "i4.csv": "",
    "i5.csv": "a,b\n1,2\n",
    "i6.csv": 'period,value\n2019-01,"1\n',
    "risk.yaml": """\
kind: risk-register
id: R-9
title: R
version: "1"
entries:
  - {id: X-1, title: X, owner: U-9, likelihood: 5, impact: 5}
  - id: X-2
    title: X
    owner: U-9
    likelihood: 1
    impact: 1
    likelihood_after: 3
    treatments: [{what: W, due: 2019-01-31}]
""",
    "gap.yaml": """\
kind: gap-assessment
id: G-9
title: G
date: 2019-12-01
verdicts:
  - {requirement: "4.1", status: conform}
  - {requirement: "4.2", status: partial}
  - {requirement: "8.3.1", status: not-applicable}
""",
    "audit.yaml": """\
kind: audit
id: A-9
title: A
date: 2019-05-01
audit_type: internal
units: [U-9]
auditors: [{person: P-9, lead: true}]
""",
    "finding.yaml": """\
kind: finding
id: T-9
title: T
date: 2020-05-01
closed: 2020-06-01
audit: A-99
grade: major
clause: "8.5.1"
unit: U-9
statement: S
""",
    "submission.yaml": """\
kind: submission
id: J-9
title: J
date: 2019-12-31
recipient: R
include: [S-9, D-9]
""",
    "twin.yaml": "kind: audit\nid: A-9\ntitle: A\ndate: 2019-05-01\naudit_type: internal\n",
    "faulty.yaml": """\
kind: objective
id: SM-9
title: 12
version: 1.10
owner:
colour: red
clauses: "4.1"
effective: 1/2/2019
review_by: 2019-02-30
kpis:
  - id: a b
    title: ""
    formula: maximise
    targets: [{period: "2019-13", value: "1"}]
  - x
approvals: [{version: "1", by: P-9, role: H, on: 2019-01-01, hash: abc}]
""",
    "faulty-risk.yaml": """\
kind: risk-register
id: BAD-1
title: R
version: "1"
entries: [{id: X-3, title: X, owner: U-9, likelihood: 9, impact: 0}]
""",
    "faulty-audit.yaml": """\
kind: audit
id: BAD-2
title: A
date: 2019-05-01
audit_type: internl
auditors: [{lead: maybe}]
""",
    "kindless.yaml": "id: X\n",
    "kind.yaml": "kind: procedur\n",
    "second.yaml": "kind: qms\n",
    "empty.yaml": "",
    "list.yaml": "- a\n",
    "tab.yaml": "kind:\n\t- a\n",
    "open.yaml": 'kind: "audit\n',
    "bracket.yaml": "kind: [audit\n",
    "brace.yaml": "kind: {audit\n",
    "colon.yaml": "kind: a: b\n",
    "anchor.yaml": "kind: &a audit\n",
    "tag.yaml": "kind: !a audit\n",
    "two.yaml": "kind: audit\n---\nkind: audit\n",
    "percent.yaml": "%YAML 1.2\n---\nkind: audit\n",
    "twice.yaml": "kind: audit\nkind: audit\n",
    "at.yaml": "kind: @audit\n",
    "escape.yaml": 'kind: "\\q"\n',
    "indent.yaml": "kind: audit\n  id: A\n",
    "bare.md": "# A\n",
    "unclosed.md": "---\nkind: procedure\n",
    "utf16.yaml": "kind: audit\n".encode("utf-16"),
    "cp1252.yaml": "title: é\n".encode("cp1252"),
    "unseen.yaml": "title: a\u200b\u0007b\n",
}
"""A folder with as many faults as fit; it says nothing that could be taken for a sentence."""

OLD = """\
kind: qms
smmkit: 1
id: QMS
title: T
version: "1"
organization: {name: N, short_name: N, head: H, language: LANG}
scope:
  statement: S
  services: [A, B]
units: [{id: SEK, title: U}]
"""
"""A folder of the format before this one; others are made of it."""


def old(code: str) -> dict[str, str | bytes]:
    """The folder of an older format, in a language."""
    return {"qms.yaml": OLD.replace("LANG", code)}


def home(code: str) -> dict[str, str | bytes]:
    """A folder of this format, in a language, that has next to nothing."""
    text = re.sub("  services:.*\n", "", OLD.replace("LANG", code))
    classes = "classes: [{id: K-1, title: K, outside: true}]\n"
    return {"qms.yaml": text.replace("smmkit: 1", "smmkit: 2") + classes}


PAPERS: dict[str, str | bytes] = {
    "Manual Rev. 02 20190506.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "UU No 5 Tahun 2014.doc": b"1",
    "a/Pedoman.doc": b"2",
    "b/Pedoman.doc": b"3",
    "b/kembar.doc": b"3",
    "catatan.txt": b"x",
    "foto.jpg": b"\xff\xd8",
    "induk.csv": (
        "Kode;Judul;Revisi;Tanggal;Bidang;Berkas;Warna\n"
        "A-1;Satu;2;6/4/2020;SEK;catatan.txt;x\nA-2;Dua;1;6/4/2040;XYZ;tiada.docx;x\n"
        "A-2;Dua;1;;;;x\nA-3;Tiga;1;;;foto.jpg;x\n"
    ),
    "iku.csv": (
        "Sasaran;Indikator;Satuan;Target TW I;Target TW II;Realisasi TW I;Realisasi TW II;Bidang\n"
        "A;B;;80,5;n/a;1.234;x;XYZ\nA;C;x;<= 5;;3;;SEK\n"
    ),
    "kosong.xlsx": b"",
    "lain.csv": "Apa;Siapa\n1;2\n",
    "lama.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"old",
    "risiko.csv": (
        "Kode;Risiko;Pemilik;K;D;Mitigasi;Target Waktu;Warna\n"
        "X-1;X;SEK;3;4;M;30/6/2021;x\nX-2;Y;XYZ;9;2;M;soon;x\nR-01;Z;XYZ;1;2;M;soon;x\n"
    ),
    "rusak.docx": b"PK\x03\x04 no archive",
    "sop.csv": (
        "No;Kegiatan;Pelaksana;Waktu (menit);Output;Warna\n"
        "1;A;B;15;C;x\n2;D;;1 month;;x\n;Jumlah;;30;;\n"
    ),
    "utf16.csv": b"\xff\xfe\x00",
    "answers.yaml": "nama: X\nheadcount: 0\nunits: [{id: 1 2}, x]\ntime_zone: 7\n",
    "odds.yaml": (
        "name: X\ntime_zone: GMT+20\nunits: [{id: A, title: B}, {id: A, title: C}]\n"
        "services: [{title: S, owner: AA}]\n"
    ),
}
"""What an agency has lying about, with as many faults as fit; and answers for a new folder."""

BAG: dict[str, bytes] = {
    "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "bag-info.txt": b"Payload-Oxum: 9.9\nno label\n",
    "manifest-sha512.txt": b"0" * 128 + b"  data/a\n" + b"0" * 128 + b"  data/a\nx\n"
    b"" + b"0" * 128 + b"  ../a\n" + b"0" * 128 + b"  data/gone\n",
    "fetch.txt": b"http://x 1 data/b\n",
    "data/a": b"a",
    "data/b": b"b",
}
STRANGE: dict[str, bytes] = {
    "bagit.txt": b"BagIt-Version: 9.9\nTag-File-Character-Encoding: klingon\n",
    "bag-info.txt": b"Payload-Oxum: many\n",
    "tagmanifest-crc9.txt": b"00  bagit.txt\n",
    "data/a": b"a",
}

OTHER = {"en": "id", "id": "en"}
BLANK = re.compile(r"%\(\w+\)\w|(?<!\{)\{[^{}]*\}(?!\})")


@cache
def catalogues() -> list[tuple[list[str], str]]:
    """What can be said in English, in one way or two, and how it is said in Indonesian."""
    messages = []
    for catalogue in (SENTENCES, LABELS):
        with (LOCALES / "id" / "LC_MESSAGES" / f"{catalogue}.po").open("rb") as stream:
            messages += [m for m in read_po(stream, locale="id") if m.id]
    return [
        (
            [message.id] if isinstance(message.id, str) else list(message.id),
            message.string[0] if isinstance(message.string, tuple) else message.string,
        )
        for message in messages
    ]


@cache
def sentences(code: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is said in one language: the longest piece of a sentence, and all that lie between blanks."""
    texts = [
        text
        for english, spoken in catalogues()
        if spoken not in english
        for text in (english if code == "en" else [spoken])
    ]
    return [
        (max(found, key=len), found) for text in dict.fromkeys(texts) if (found := pieces(text))
    ]


@cache
def said_by_itself(code: str) -> str:
    """All that can be said in a language, a sentence in a line.

    It may say a term of the other one, as English explains a job description by `uraian tugas`.
    """
    ways = [english if code == "en" else [spoken] for english, spoken in catalogues()]
    return "\n".join(flattened(text) for texts in ways for text in texts)


def pieces(text: str) -> tuple[str, ...]:
    """What lies between the blanks of a sentence; nothing if it has fewer than two words."""
    parts = [" ".join(p.replace("{{", "{").replace("}}", "}").split()) for p in BLANK.split(text)]
    parts = [part for part in parts if re.search(r"\w", part)]
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"`[^`]*`", " ", " ".join(parts)))
    return tuple(parts) if len(words) >= 2 else ()


@cache
def finder(found: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a sentence, whatever stands in its blanks."""
    return re.compile(".{1,150}?".join(map(whole, found)))


def whole(piece: str) -> str:
    """How to find words that are no part of longer ones."""
    start = r"(?<!\w)" if re.match(r"\w", piece) else ""
    return start + re.escape(piece) + (r"(?!\w)" if re.search(r"\w$", piece) else "")


def said(text: str, code: str, own: str = "") -> list[str]:
    """The sentences of a language that a text says, without those that `own` or the other language says."""
    flat, known = flattened(text), (flattened_once(own), said_by_itself(OTHER[code]))
    return [
        finder(parts).pattern
        for piece, parts in sentences(code)
        if is_in(flat, piece, parts) and not any(is_in(one, piece, parts) for one in known)
    ]


def is_in(text: str, piece: str, parts: tuple[str, ...]) -> bool:
    """Whether a sentence stands in a text; its longest piece says no at once where it does not."""
    return piece in text and finder(parts).search(text) is not None


def flattened(text: str) -> str:
    """A text in one line, its columns apart; of a web page only what is read."""
    if "<!doctype html>" in text:
        text = re.sub(r"<style>.*?</style>", " ", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return " ".join(re.sub(r"(?<=\S) {2,}(?=\S)", " | ", text).split())


@cache
def flattened_once(text: str) -> str:
    """The same, of a text that is asked for again and again."""
    return flattened(text)


def smm(calls: list[list[str]], code: str) -> list[str]:
    """What `smm` says, on both streams, to somebody whose machine speaks this language.

    `@` says where to stand, `@tty` a terminal.
    """
    with example_kept():
        return [answer_to(call, code) for call in calls]


def answer_to(call: list[str], code: str) -> str:
    """What one call says."""
    where = call[0][1:] if call and call[0].startswith("@") else ""
    arguments = call[1:] if where else call
    place = ROOT if where in {"", "tty"} else Path(where)
    told = Stream(is_terminal=where == "tty")
    with (
        surroundings(place, environment(SMM_LANG=code, COLUMNS="2000")),
        streams(Stream(), told, told),
    ):
        exit_code = run(arguments)
    answer = told.written()
    assert exit_code in {0, 1, 2}, (call, answer)
    assert answer.strip(), call
    return answer


class Answers(NamedTuple):
    """What each call says in a language."""

    code: str
    said: dict[str, str]


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> dict[str, str]:
    """The folders that the calls are about."""
    top = tmp_path_factory.mktemp("languages")
    (top / "empty").mkdir()
    for code in LANGUAGES:
        lay(top / f"old-{code}", old(code))
        lay(top / f"home-{code}", home(code))
    other = OLD.replace("LANG", "id")
    return {
        "e": str(EXAMPLE),
        "w": shutil.copytree(EXAMPLE, str(top / "copy")),
        "t": str(top),
        "b": str(lay(top / "broken", BROKEN)),
        "o": str(top / "old"),
        "h": str(top / "home"),
        "n": str(lay(top / "newer", {"qms.yaml": other.replace("smmkit: 1", "smmkit: 99")})),
        "f": str(lay(top / "formless", {"qms.yaml": other.replace("smmkit: 1\n", "")})),
        "k": str(lay(top / "knotted", {"qms.yaml": other.replace("[A, B]", "[A, 2]")})),
        "p": str(lay(top / "papers", PAPERS)),
        "c": str(lay(top / "bag", BAG)),
        "s": str(lay(top / "strange", STRANGE)),
    }


@pytest.fixture(scope="module", params=["id", pytest.param("en", marks=pytest.mark.long)])
def answers(places, request) -> Answers:
    """What every call says, in one language and in the other: each of the two takes half a minute."""
    code = request.param
    calls = [[a.format(**places, lang=code) for a in call] for call in CALLS.values()]
    return Answers(code, dict(zip(CALLS, smm(calls, code), strict=True)))


@cache
def own_words() -> str:
    """What the documents say themselves: the example, in Indonesian; the forms of both languages."""
    files = [f for f in sorted(EXAMPLE.rglob("*")) if f.suffix in {".md", ".yaml", ".csv"}]
    return "\n".join(file.read_text("utf-8") for file in files if file.name != "README.md")


@pytest.mark.parametrize("name", CALLS)
def test_a_command_speaks_one_language(name, answers):
    answer = answers.said[name]
    is_of_example = any("{e}" in argument or "{w}" in argument for argument in CALLS[name])
    assert said(answer, OTHER[answers.code], own_words() if is_of_example else "") == []
    assert answer.strip()


def test_none_of_them_writes(answers, places):
    assert answers.said
    assert contents(Path(places["w"])) == contents(EXAMPLE)
    for code in LANGUAGES:
        assert list(contents(Path(f"{places['h']}-{code}"))) == ["qms.yaml"]
        assert "smmkit: 1" in Path(f"{places['o']}-{code}/qms.yaml").read_text("utf-8")
    assert not list(Path(places["t"]).glob("*other*"))
    assert not list(Path(places["t"]).glob("never*"))


@pytest.mark.long
def test_what_is_looked_for_would_be_found(answers):
    """The other way round: in its own language, every answer is full of sentences."""
    spoken = {name: said(answer, answers.code) for name, answer in answers.said.items()}
    # a thing whose labels have one word each has little to find
    silent = [name for name, found in spoken.items() if not found and not name.startswith("show ")]
    assert silent == []
    assert len({sentence for found in spoken.values() for sentence in found}) > 300
    assert len(spoken["broken validate"]) > 90


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_option_goes_before_the_machine(code, places):
    [answer] = smm([["validate", places["b"], "--lang", code]], OTHER[code])
    assert said(answer, OTHER[code]) == []
    assert len(said(answer, code)) > 90
    call = ["validate", places["e"], "--langg", "x", f"--lang={code}"]
    assert said(smm([call], OTHER[code])[0], OTHER[code]) == []


@pytest.mark.long
def test_a_new_folder_begins_in_one_language(tmp_path):
    for code in LANGUAGES:
        begin(code, tmp_path / code)


def begin(code: str, top: Path) -> None:
    """A new folder with a document of every kind, and what an agency has already."""
    home, papers = str(top / "qms"), str(lay(top / "papers", PAPERS))
    calls = [["init", home, "--name", "Dinas Contoh"], [f"@{home}"]]
    calls += [["new", kind, home] for kind in KINDS]
    calls += [["adopt", papers, home, "--yes"], ["adopt", papers, home, "--yes"]]
    calls += [["import", f"{papers}/risiko.csv", home, "--yes", "--owner", "SEK"]]
    calls += [["schema", home, "--yes"], ["schema", home]]
    calls += [["validate", home], ["kpi", home], ["list", home], [f"@{home}"]]
    for call, answer in zip(calls, smm(calls, code), strict=True):
        assert said(answer, OTHER[code]) == [], call
    found = {document.kind for document in load(Disk(Path(home))).documents}
    assert found >= {"document", "risk-register", "people"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_another_folder_is_brought_on_in_one_language(code, tmp_path):
    """A folder that begins as another one, and one of an older format."""
    clone, before = str(tmp_path / "clone"), lay(tmp_path / "old", old(code))
    calls = [["init", clone, "--name", "Dinas Contoh", "--from", str(EXAMPLE), "--lang", code]]
    calls += [["validate", clone], [f"@{clone}"], ["migrate", str(before), "--yes"]]
    for call, answer in zip(calls, smm(calls, code), strict=True):
        assert said(answer, OTHER[code], own_words()) == [], call
        assert said(answer, code), call
    assert "smmkit: 2" in (before / "qms.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def bundles(tmp_path_factory) -> dict[str, tuple[Path, list[str]]]:
    """A bundle made by somebody of each language, and what was said."""

    def made(code: str) -> tuple[Path, list[str]]:
        bundle = tmp_path_factory.mktemp(code) / "bundle"
        make = ["bundle", str(EXAMPLE), "--submission", "AJU-2020", "-o", str(bundle)]
        make += ["--allow", "sent=made again for a test"]
        return bundle, smm([make, ["verify", str(bundle)], make], code)

    return {code: made(code) for code in LANGUAGES}


@pytest.mark.long
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_bundle_is_made_and_checked_in_one_language(code, bundles):
    bundle, answers = bundles[code]
    for answer in answers:
        ours = re.sub(
            r"(?m)^(Let through by the sender|Diloloskan oleh pengirim): .*\n?", "", answer
        )  # it stands so in the bundle itself
        assert said(ours, OTHER[code], own_words()) == []
        assert said(ours, code)
    both = "index.html"
    pages = sorted(page for page in bundle.glob("data/*.html") if page.name != both)
    assert pages
    assert {is_english(page) for page in pages} == {True, False}
    for page in pages:  # in the language of the submission, or as its name says in the other
        spoken = "en" if is_english(page) else "id"
        assert said(page.read_text("utf-8"), OTHER[spoken], own_words()) == []
        assert said(page.read_text("utf-8"), spoken)


def is_english(page: Path) -> bool:
    """Whether a page of an Indonesian bundle says by its name that it is in English."""
    return page.stem.endswith("_en")


GIVEN = {file.name: file.read_text("utf-8") for file in CASES.glob("given/*")}


@pytest.mark.long
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("file", sorted(CASES.glob("cases/*.yaml")), ids=lambda file: file.stem)
def test_every_case_of_a_rule_is_told_in_one_language(file, code):
    for case in YAML(typ="safe", pure=True).load(file):
        if "bug" in case:
            continue
        files = ({} if case.get("alone") else GIVEN) | case["files"]
        qms = load(Memory(files), case.get("as_of"))
        before = case.get("before")
        qms.before = load(Memory(GIVEN | before), qms.as_of) if before else None
        problems = [diagnostic.problem for diagnostic in examine(qms)]
        spoken = [language(code).say((p.message, p.hint)) for p in problems]
        own = "\n".join(text for text in files.values() if isinstance(text, str))
        assert said("\n".join(spoken), OTHER[code], own) == [], case["name"]
