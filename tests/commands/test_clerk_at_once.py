"""What a clerk types, slip by slip, each in a document of its own and all of them told in one go.

Each line is what stood in the document, what is typed, where it is told, and what is said to write.
"""

from pathlib import Path

from clerks import HOME, PEOPLE
from ruamel.yaml import YAML

from running import smm

FINDING = """kind: finding
id: T-{n}
title: Berkas hilang
date: 2026-01-12
audit: SOP-01
grade: minor
clause: "8.5.2"
unit: SEK
statement: Tiga berkas hilang
correction:
  what: Dicari
  owner: SEK
  due: 2026-02-01
"""
RISKS = """kind: risk-register
id: RR-{n}
title: Daftar risiko
version: "1"
owner: SEK
clauses: ["6.1.1"]
entries:
  - id: R-{n}-1
    title: Berkas hilang
    owner: SEK
    cause: Tanpa catatan
    effect: Terlambat
    likelihood: 3
    impact: 4
    treatments:
      - what: Lembar kendali
        owner: SEK
        due: 2026-02-01
  - id: R-{n}-2
    title: Jaringan putus
    owner: CAPIL
"""
TRAINING = """kind: training
id: PLT-{n}
title: Bimtek
date: 2026-01-15
training_type: technical-guidance
audience: [P-01]
topic: ISO 9001
attendance:
  - {person: P-01, unit: SEK}
"""
PROCEDURE = """---
kind: procedure
id: SOP-{n}
title: KTP
version: "1"
owner: CAPIL
clauses: ["8.5"]
steps:
  - activity: Menerima
    actor: Petugas
    duration: {value: 2, unit: minute}
---
Isi.
"""
DUE, OWNER, SAID = "  due: 2026-02-01", "  owner: SEK\n", "statement: Tiga berkas hilang"
ITEM, HERE = "  - id: R-{n}-2\n", "  - {person: P-01, unit: SEK}"
LASTS = "duration: {value: 2, unit: minute}"
BOTH = "two days stand here; write one of them: 2026-02-01, 2026-02-03"
LATER = "if it belongs to the item above, write it without `- `, below the others"
SEVERAL = "only one can stand here: SEK, CAPIL"

SLIPS = [
    (FINDING, "grade: minor", "grade: ringan", "6:8", "write `grade: minor`"),
    (
        FINDING,
        "grade: minor",
        "tingkat: Mayor",
        "6:1",
        "here it is called grade: write `grade: major`",
    ),
    (
        FINDING,
        "grade: minor\n",
        "",
        "1:1",
        "add `grade:` and one of: major, minor, concern, observation, improvement, positive",
    ),
    (FINDING, "unit: SEK\n", "", "1:1", "add a line `unit:`. The unit where it was found."),
    (
        FINDING,
        'clause: "8.5.2"',
        "klausul: 8.5.2",
        "7:1",
        'here it is called clause: write `clause: "8.5.2"`',
    ),
    (FINDING, "unit: SEK", "unit: [SEK, CAPIL]", "8:7", "only one can stand here: SEK, CAPIL"),
    (
        FINDING,
        SAID,
        "uraian: Tiga berkas hilang",
        "9:1",
        "here it is called statement: write `statement: Tiga berkas hilang`",
    ),
    (
        FINDING,
        SAID,
        "statement:\n  - Tiga hilang\n  - Satu rusak",
        "10:3",
        'did you mean "Tiga hilang; Satu rusak"?',
    ),
    (
        FINDING,
        SAID,
        "statement: Tiga\n  pada lemari: arsip",
        "10:14",
        'if it goes on with the text above, write `statement: "Tiga pada lemari: arsip"`',
    ),
    (
        FINDING,
        SAID,
        'statement: "Berkas "lama" hilang"',
        "9:20",
        "write `statement: 'Berkas \"lama\" hilang'`",
    ),
    (
        FINDING,
        SAID,
        "statement: 'Hari Jum'at hilang'",
        "9:21",
        'write `statement: "Hari Jum\'at hilang"`',
    ),
    (FINDING, SAID, "statement: [Draf] hilang", "9:12", "write `statement: '[Draf] hilang'`"),
    (FINDING, SAID, 'statement: "Tiga" hilang', "9:12", "write `statement: '\"Tiga\" hilang'`"),
    (FINDING, SAID, "statement: > 5 hilang", "9:12", 'write `statement: "> 5 hilang"`'),
    (FINDING, SAID, "**statement**: hilang", "9:1", "write `statement: hilang`"),
    (
        FINDING,
        SAID,
        "“statement”: hilang",
        "9:1",
        "here it is called statement: write `statement: hilang`",
    ),
    (
        FINDING,
        "  what: Dicari",
        "  Dicari",
        "11:3",
        "write the name of its field before it: `...: Dicari`",
    ),
    (FINDING, OWNER, "  owner: - SEK\n", "12:10", "write `  owner: SEK`"),
    (FINDING, OWNER, "  owner: SEK, CAPIL\n", "12:10", SEVERAL),
    (FINDING, OWNER, "  owner: Sekretariat (SEK)\n", "12:10", "did you mean SEK?"),
    (
        FINDING,
        OWNER,
        "  owner: Kepala Sekretariat\n",
        "12:10",
        "a code is written here, not a title: SEK (Sekretariat)",
    ),
    (
        FINDING,
        DUE,
        "  tenggat: 1 Februari 2026",
        "13:3",
        "here it is called due: write `due: 2026-02-01`",
    ),
    (
        FINDING,
        DUE,
        "  due: -",
        "13:8",
        "write its value; where it may be missing, delete the line until there is one",
    ),
    (
        FINDING,
        DUE,
        "  due: akhir Februari 2026",
        "13:8",
        "write `due: 2026-02-28`, if 28 February 2026 is meant",
    ),
    (
        FINDING,
        DUE,
        "  due: 46054",
        "13:8",
        "write `due: 2026-02-01`, if 1 February 2026 is meant",
    ),
    (
        FINDING,
        DUE,
        "  due: TW I 2026",
        "13:8",
        "one day is asked for: write a day from 2026-01-01 to 2026-03-31",
    ),
    (FINDING, DUE, "  due: 1 s.d. 3 Februari 2026", "13:8", BOTH),
    (FINDING, DUE, "  due: 1-3 Februari 2026", "13:8", BOTH),
    (FINDING, DUE, "  due: 1 Februari2026", "13:8", "write `due: 2026-02-01`"),
    (FINDING, DUE, "  due: 1 Feb. 2026, pukul 09.00 WITA", "13:8", "write `due: 2026-02-01`"),
    (RISKS, "likelihood: 3", "likelihood: 3 (sedang)", "13:17", "write `likelihood: 3`"),
    (RISKS, "likelihood: 3", "likelihood: dua puluh lima", "13:17", "write `likelihood: 25`"),
    (RISKS, "likelihood: 3", "likelihood: tinggi", "13:17", "write digits alone, such as 3"),
    (RISKS, ITEM, "    id: R-{n}-2\n", "19:5", "write `  - id: R-{n}-2`"),
    (RISKS, ITEM, "- id: R-{n}-2\n", "19:1", "write `  - id: R-{n}-2`"),
    (RISKS, ITEM, "   - id: R-{n}-2\n", "19:4", "write `  - id: R-{n}-2`"),
    (RISKS, "        owner: SEK\n", "      - owner: SEK\n", "17:9", LATER),
    (RISKS, "entries:\n", "entries: dua\n", "7:10", "write `entries:`"),
    (
        TRAINING,
        "date: 2026-01-15",
        "tgl: 15/1/2026",
        "4:1",
        "here it is called date: write `date: 2026-01-15`",
    ),
    (TRAINING, "[P-01]", "(P-01)", "6:11", "write `audience: [P-01]`"),
    (TRAINING, "[P-01]", "[P-01,, P-02]", "6:16", "write `audience: [P-01, P-02]`"),
    (TRAINING, HERE, "  - {person: P-01; unit: SEK}", "9:18", f"write `{HERE}`"),
    (TRAINING, HERE, "  - (person: P-01, unit: SEK)", "9:5", f"write `{HERE}`"),
    (TRAINING, HERE, "  - person: P-01, unit: SEK", "9:5", f"write `{HERE}`"),
    (
        TRAINING,
        HERE,
        "  - {person:P-01, unit: SEK}",
        "9:6",
        "behind the name stand a colon and a space: write `person: P-01`",
    ),
    (
        PROCEDURE,
        LASTS,
        "waktu: 2 menit",
        "11:5",
        f"here it is called duration: write `{LASTS}`",
    ),
    (
        PROCEDURE,
        LASTS,
        "duration: 1 jam 30 menit",
        "11:15",
        "write `duration: {value: 90, unit: minute}`",
    ),
    (
        PROCEDURE,
        LASTS,
        "duration: 3-5 hari",
        "11:15",
        "write `duration: {value: 3, up_to: 5, unit: day}`",
    ),
    (PROCEDURE, LASTS, "duration: ± dua jam", "11:15", "write `duration: {value: 2, unit: hour}`"),
    *(
        (
            FINDING,
            "date: 2026-01-12",
            f"date: {typed}",
            "4:7",
            f"write `date: {right}`, if {day} is meant",
        )
        for typed, right, day in (
            ("12 Jan'26", "2026-01-12", "12 January 2026"),
            ("Jumat Kliwon, 12-1-2026", "2026-01-12", "12 January 2026"),
            ("12-13-2026", "2026-12-13", "13 December 2026"),
            ("13/12/2026 (rencana)", "2026-12-13", "13 December 2026"),
            ("s.d. Desember 2026", "2026-12-31", "31 December 2026"),
            ("paling lambat 2 Maret 2026", "2026-03-02", "2 March 2026"),
        )
    ),
    (
        FINDING,
        "date: 2026-01-12",
        "date: XII/2026",
        "4:7",
        "the day of the month is missing: write it, too, as in 2026-12-01",
    ),
    (
        FINDING,
        "grade: minor",
        "grade: minor/observasi",
        "6:8",
        "only one can stand here: minor, observation",
    ),
    (
        FINDING,
        "correction:\n  what: Dicari",
        "correction: what: Dicari",
        "10:13",
        "write `correction:` alone, and `what: Dicari` below it, further in",
    ),
    (FINDING, SAID, "statement:\nTiga berkas", "10:1", "write `  Tiga berkas`"),
    (FINDING, SAID, "statement: |\n  Tiga\n berkas", "11:2", "write `  berkas`"),
    (FINDING, SAID, "statement: ? hilang", "9:12", 'write `statement: "? hilang"`'),
    (
        FINDING,
        "unit: SEK\n",
        "unit: SEK\n---\n",
        "9:1",
        "write one document in a file; if all of this is one, delete this line",
    ),
    (RISKS, "    treatments:\n", "    treatments\n", "15:15", "write `    treatments:`"),
    (
        RISKS,
        "effect: Terlambat",
        "akibat / dampak: Terlambat",
        "12:5",
        "here it is called effect: write `effect: Terlambat`",
    ),
    (RISKS, "impact: 4", "dampak: 4", "14:5", "here it is called impact: write `impact: 4`"),
    (TRAINING, "[P-01]", "P-01]", "6:11", "write `audience: [P-01]`"),
    (TRAINING, "[P-01]", "\n- P-01\n-P-01", "8:2", "write `- P-01`"),
    (PROCEDURE, LASTS, "durasi (menit): 2", "11:5", f"here it is called duration: write `{LASTS}`"),
    (
        PROCEDURE,
        LASTS,
        "duration: setengah jam",
        "11:15",
        "write `duration: {value: 0.5, unit: hour}`",
    ),
    (
        PROCEDURE,
        'clauses: ["8.5"]',
        "clauses: ['8.5]",
        "7:11",
        "write `clauses: ['8.5']`",
    ),
]


MORE = YAML(typ="safe").load(Path(__file__).with_name("slips.yaml").read_text("utf-8"))
SLIPS += [({"FINDING": FINDING, "RISKS": RISKS}[name], *rest) for name, *rest in MORE]


def test_each_slip_is_told_where_it_stands_and_what_to_write(tmp_path):
    made = {"qms.yaml": HOME, "orang.yaml": PEOPLE}
    made["sop-01.md"] = PROCEDURE.replace("{n}", "01")
    for n, (text, there, typed, _, _) in enumerate(SLIPS, 100):
        assert text.count(there) >= 1, there
        end = "md" if text is PROCEDURE else "yaml"
        made[f"s{n}.{end}"] = text.replace(there, typed, 1).replace("{n}", str(n))
    for path, text in made.items():
        (tmp_path / path).write_text(text, "utf-8", newline="")
    lines = smm("validate", cwd=tmp_path).stdout.splitlines()
    told = {
        (":".join(line.split(":")[:3]).replace(".md", "").replace(".yaml", ""), below.strip())
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
    }
    wanted = [
        (f"s{n}:{place}", right.replace("{n}", str(n)))
        for n, (_, _, _, place, right) in enumerate(SLIPS, 100)
    ]
    assert [one for one in wanted if one not in told] == []
    assert not any(line.startswith("sop-01.md") and "error" in line for line in lines)
