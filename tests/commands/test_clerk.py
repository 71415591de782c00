"""What a clerk of an Indonesian office types: told at its place, with the own value put right.

Each line is one slip in a folder that is right but for it: where, what stood there, what is typed,
the place and the rule that tells it, and what is said to write.
"""

import re

import pytest
from clerks import HOME, OBJECTIVE, PEOPLE

from running import smm
from smmkit.corrections.by_id import bare_id
from smmkit.fixes.proposals import proposals

FILES = {
    "qms.yaml": HOME,
    "orang.yaml": PEOPLE,
    "a.csv": "period;value\n2025-01;1\n",
    "tim.yaml": """kind: team
id: TIM-01
title: Tim mutu
version: "1"
owner: SEK
clauses: ["5.3"]
team_type: quality-management
since: 2026-01-12
members:
  - person: P-01
    role: Ketua
    unit: SEK
""",
    "sop.md": """---
kind: procedure
id: SOP-01
title: KTP
version: "1"
owner: CAPIL
reviewer: P-01
clauses: ["8.5"]
effective: 2026-01-12
review_by: 2027-01-12
equipment:
  - Komputer
steps:
  - activity: Menerima
    actor: Petugas
    duration: {value: 2, unit: minute}
---
Isi.
""",
    "sasaran.yaml": OBJECTIVE,
    "latih.yaml": """kind: training
id: PLT-01
title: Bimbingan teknis
date: 2026-01-12
until: 2026-01-14
training_type: workshop
audience: [internal-auditors]
topic: Audit
hours: 18
attendance:
  - {person: P-01, score_before: 5}
evaluations:
  - on: 2026-01-20
    by: P-01
    how: Ujian
    effective: true
""",
    "istilah.yaml": """kind: glossary
id: GLO-01
title: Istilah
version: "1"
entries:
  - id: IST-01
    title: mutu
    meaning: Seberapa baik layanan memenuhi janji
""",
    "rencana.yaml": """kind: audit-programme
id: PRG-2026
title: Program audit
version: "1"
since: 2026-01-01
until: 2026-12-31
objectives: [Sesuai]
entries:
  - id: RA-01
    title: Audit internal
    audit_type: internal
    since: 2026-02-10
    until: 2026-02-12
    units: [SEK]
""",
    "swot.yaml": """kind: swot
id: SWOT-01
title: Analisis SWOT
version: "1"
owner: SEK
items:
  - id: SWOT-S1
    title: Petugas ramah
    quadrant: strength
    weight: 0.2
""",
    "adu.yaml": """kind: feedback
id: ADU-01
title: Pengaduan KTP
date: 2026-01-12
feedback_type: complaint
about: SOP-01
channel: loket
unit: SEK
statement: Lama
accepted: true
""",
}
TEAM, SOP, KPI, COMPLAINT = "tim.yaml", "sop.md", "sasaran.yaml", "adu.yaml"

WHOLE_LINE = 'write `    targets: [{period: "2025", value: 1}]`'

SLIPS = [
    (
        SOP,
        "  - Komputer",
        "  a. Komputer\n  b. ATK",
        "12:3 SMM102",
        "write `equipment: [Komputer, ATK]`",
    ),
    (
        TEAM,
        'clauses: ["5.3"]',
        "klausul: 8.10",
        "6:1 SMM101",
        'here it is called clauses: write `clauses: ["8.10"]`',
    ),
    (TEAM, 'clauses: ["5.3"]', "clauses:\n- '5.3'\n-7.2", "8:2 SMM001", "write `- 7.2`"),
    (TEAM, "title: Tim mutu", "title: {Tim mutu}", "3:8 SMM102", "write `title: Tim mutu`"),
    (
        "qms.yaml",
        "{id: SEK, title: Sekretariat}",
        "SEK: Sekretariat",
        "9:5 SMM101",
        "write `{id: SEK, title: Sekretariat}`",
    ),
    (
        "qms.yaml",
        "{id: SEK, title: Sekretariat}",
        "Sekretariat",
        "9:5 SMM102",
        "write each on a line of its own: `id:`, `title: Sekretariat`",
    ),
    (
        SOP,
        "{value: 2, unit: minute}",
        "sesuai kebutuhan",
        "16:15 SMM102",
        "write each on a line of its own: `value:`, `unit:`",
    ),
    (COMPLAINT, "true", "Ya, sudah", "10:11 SMM102", "did you mean true?"),
    (
        SOP,
        "{value: 2, unit: minute}",
        "{value: 2 jam}",
        "16:23 SMM102",
        "write `value: 2`, and beside it what it counts: `unit: hour`",
    ),
    (
        SOP,
        "owner: CAPIL",
        "owner: CAPIL\npromised_days: 2 minggu",
        "7:16 SMM102",
        "days are counted here: write how many, such as 3",
    ),
    (
        SOP,
        "- activity: Menerima",
        "- perbuatan: Menerima",
        "14:5 SMM101",
        "if activity is meant: write `activity: Menerima`",
    ),
    (
        TEAM,
        "person: P-01",
        "person: P-01\n    nama: X",
        "11:5 SMM101",
        "it is called person, which stands here too; delete one, or write the field that is meant: "
        "criteria",
    ),
    (
        COMPLAINT,
        "accepted: true",
        "diterima: belum",
        "10:1 SMM101",
        "here it is called accepted: write `accepted: false`",
    ),
    (
        COMPLAINT,
        "feedback_type: complaint",
        "jenis: keluhan",
        "5:1 SMM101",
        "here it is called feedback_type: write `feedback_type: complaint`",
    ),
    ("a.csv", "2025-01;1", "31/01/2025;1", "2:1 SMM401", "write 2025-01"),
    (
        KPI,
        "statement: Cepat",
        "statement: #3 unit cepat",
        "6:1 SMM102",
        'write `"#3 unit cepat"`, in quotes; a comment has a space behind its #',
    ),
    (
        TEAM,
        "owner: SEK",
        "bidang: Sekretariat",
        "5:1 SMM101",
        "here it is called owner: write `owner: SEK`",
    ),
    (
        KPI,
        "units: [SEK]",
        "unit: Sekretariat",
        "9:1 SMM101",
        "here it is called units: write `units: [SEK]`",
    ),
    (
        KPI,
        "units: [SEK]",
        "units: Sekretariat dan CAPIL",
        "9:8 SMM102",
        "write `units: [SEK, CAPIL]`",
    ),
    (KPI, "units: [SEK]", "units: SEK CAPIL", "9:8 SMM102", "write `units: [SEK, CAPIL]`"),
    (KPI, "a.csv", "a.xlsx", "17:13 SMM205", "did you mean a.csv?"),
    (
        KPI,
        "a.csv",
        "z.csv",
        "17:13 SMM205",
        "put the file into the folder, or write the path of one that is there",
    ),
    (
        KPI,
        "series: a.csv",
        "realisasi: 90",
        "17:5 SMM101",
        "here it is called series: write `series:`",
    ),
    (
        TEAM,
        "2026-01-12",
        "sejak 12 Januari 2026",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (
        TEAM,
        "2026-01-12",
        "Jan 12, 2026",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (
        TEAM,
        "2026-01-12",
        "12 Januri 2026",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (
        TEAM,
        "2026-01-12",
        "12th of January 2026",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (
        TEAM,
        "2026-01-12",
        "1 Mei 2026 dan 3 Mei 2026",
        "8:8 SMM102",
        "write year, month and day: 2019-12-31",
    ),
    (KPI, '"2025"', "TW1", "16:24 SMM102", 'the year is missing: write it before, as in "2019-Q1"'),
    (
        KPI,
        '"2025"',
        "Maret",
        "16:24 SMM102",
        'the year is missing: write it before, as in "2019-03"',
    ),
    (
        KPI,
        '"2025"',
        '"2025/2026"',
        "16:24 SMM102",
        'one period is asked for; write one of them, or each as an item of its own: "2025", "2026"',
    ),
    (KPI, "value: 1}", "value: -}", "16:39 SMM001", 'write `    targets: [{period: "2025"}]`'),
    (
        KPI,
        "value: 1}",
        "value: Rp1.500.000,-}",
        "16:39 SMM001",
        'write `targets: [{period: "2025", value: 1500000}]`',
    ),
    (
        KPI,
        "value: 1}",
        "value: '-'}",
        "16:39 SMM102",
        "delete the line while there is nothing to be written",
    ),
    (
        KPI,
        'targets: [{period: "2025", value: 1}]',
        "targets:\n      2025: 85\n      2026: 90",
        "17:7 SMM102",
        'write each item on a line of its own: `- {period: "2025", value: 85}`',
    ),
    (
        KPI,
        'targets: [{period: "2025", value: 1}]',
        "targets: 85",
        "16:14 SMM102",
        "begin each item with a hyphen: `- period:`, `  value: 85`",
    ),
    (
        TEAM,
        "  - person: P-01\n    role: Ketua\n    unit: SEK",
        "  - Budi Rekaan, Ketua, SEK",
        "10:5 SMM102",
        "write each on a line of its own: `person: Budi Rekaan`, `role: Ketua`, `unit: SEK`",
    ),
    (
        TEAM,
        "members:\n  - person: P-01\n    role: Ketua\n    unit: SEK",
        "members: Budi (ketua), Ani (anggota)",
        "9:10 SMM102",
        "begin each item with a hyphen: `- person:`, `  role:`, `  unit:`",
    ),
    (
        COMPLAINT,
        "2026-01-12",
        "30 Februari 2026",
        "4:7 SMM102",
        "that month ended on 28 February 2026: write a day up to 2026-02-28",
    ),
    (
        COMPLAINT,
        "2026-01-12",
        "31/4/2026",
        "4:7 SMM102",
        "that month ended on 30 April 2026: write a day up to 2026-04-30",
    ),
    (
        COMPLAINT,
        "2026-01-12",
        "2026-02-29",
        "4:7 SMM102",
        "that month ended on 28 February 2026: write a day up to 2026-02-28",
    ),
    (
        COMPLAINT,
        "2026-01-12",
        "12 Januari",
        "4:7 SMM102",
        "the year is missing; write year, month and day: 2019-12-31",
    ),
    (
        COMPLAINT,
        "2026-01-12",
        "12/1",
        "4:7 SMM102",
        "the year is missing; write year, month and day: 2019-12-31",
    ),
    (
        KPI,
        "value: 1}",
        "value: >= 1}",
        "16:39 SMM001",
        'write `targets: [{period: "2025", value: 1}]`',
    ),
    (KPI, ", value: 1}", " value: 1}", "16:30 SMM001", WHOLE_LINE),
    (
        KPI,
        "value: 1}]",
        "value: 1}",
        "16:14 SMM001",
        WHOLE_LINE,
    ),
    (KPI, "value: 1}", "value: 1.200,50}", "16:45 SMM101", "write `value: 1200.50`"),
    (KPI, "units: [SEK]", "units: SEK dan CAPIL", "9:8 SMM102", "write `units: [SEK, CAPIL]`"),
    (
        SOP,
        'clauses: ["8.5"]',
        'clauses: ["8.5" "9.1"]',
        "8:16 SMM001",
        'write `clauses: ["8.5", "9.1"]`',
    ),
    (
        SOP,
        "    duration: {value: 2, unit: minute}\n",
        "    duration:\n      value: 2\n    unit: minute\n",
        "18:5 SMM101",
        "it belongs into `duration:`: begin the line two spaces further in, below it",
    ),
    (TEAM, "kind: team", "kind: Tim Mutu", "1:7 SMM002", "write `kind: team`"),
    (TEAM, "kind: team", "jenis: team", "1:1 SMM002", "write `kind: team`"),
    (TEAM, "kind: team", "Kind: team", "1:1 SMM002", "write `kind: team`"),
    (TEAM, "kind: team", "kind team", "1:5 SMM001", "write `kind: team`"),
    (
        TEAM,
        "team_type: quality-management",
        "team_type: tim mutu",
        "7:12 SMM102",
        "write `team_type: quality-management`",
    ),
    (
        TEAM,
        "unit: SEK",
        "unit: Bidang Pencatatan Sipil",
        "12:11 SMM201",
        "a code is written here, not a title: CAPIL (Bidang Pencatatan Sipil)",
    ),
    (
        TEAM,
        "unit: SEK",
        "unit: Sekertariat",
        "12:11 SMM201",
        "a code is written here, not a title: SEK (Sekretariat)",
    ),
    (TEAM, "unit: SEK", "unit: sek", "12:11 SMM201", "did you mean SEK?"),
    (
        TEAM,
        "owner: SEK",
        "owner: sekretariat@dinas.go.id",
        "5:8 SMM201",
        "a code is written here, one of: SEK (Sekretariat), CAPIL (Bidang Pencatatan Sipil)",
    ),
    (
        TEAM,
        "owner: SEK",
        "owner: Kepala Sekretariat",
        "5:8 SMM201",
        "a code is written here, not a title: SEK (Sekretariat)",
    ),
    (
        TEAM,
        "owner: SEK",
        "owner: Drs. Budi Rekaan",
        "5:8 SMM201",
        "a unit is asked for here, not a person; of P-01 (Drs. Budi Rekaan, M.Si.) it is: SEK (Sekretariat)",
    ),
    (TEAM, "person: P-01", "person: P01", "10:13 SMM201", "did you mean P-01?"),
    (TEAM, "person: P-01", "person: P 01", "10:13 SMM201", "did you mean P-01?"),
    (TEAM, "person: P-01", "person: p-01", "10:13 SMM201", "did you mean P-01?"),
    (
        TEAM,
        "person: P-01",
        "person: 19800101 200501 1 001",
        "10:13 SMM201",
        "a code is written here, one of: P-01 (Drs. Budi Rekaan, M.Si.)",
    ),
    (
        TEAM,
        "person: P-01",
        "person: Kepala Dinas",
        "10:13 SMM201",
        "a code is written here, not a title: P-01 (Drs. Budi Rekaan, M.Si.)",
    ),
    (TEAM, "person: P-01", "person: [P-01]", "10:13 SMM102", "write `person: P-01`"),
    (
        TEAM,
        "2026-01-12",
        "1/2/26",
        "8:8 SMM102",
        "write `since: 2026-02-01`, if 1 February 2026 is meant",
    ),
    (TEAM, "2026-01-12", "Senin, 12 Januari 2026", "8:8 SMM102", "write `since: 2026-01-12`"),
    (
        TEAM,
        "2026-01-12",
        "Januari 2026",
        "8:8 SMM102",
        "the day of the month is missing: write it, too, as in 2026-01-01",
    ),
    (TEAM, "2026-01-12", "2026-1-5", "8:8 SMM102", "write `since: 2026-01-05`"),
    (
        TEAM,
        "2026-01-12",
        "12-Jan-26",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (TEAM, "2026-01-12", "tanggal 12 Januari 2026", "8:8 SMM102", "write `since: 2026-01-12`"),
    (TEAM, "2026-01-12", "12 Januari 2026 M", "8:8 SMM102", "write `since: 2026-01-12`"),
    (TEAM, "2026-01-12", "2026-01-12 08:00", "8:8 SMM102", "write `since: 2026-01-12`"),
    (TEAM, '["5.3"]', "klausul 5.3", "6:10 SMM102", 'write `clauses: ["5.3"]`'),
    (TEAM, '["5.3"]', '["klausul 5.3"]', "6:11 SMM204", "did you mean 5.3?"),
    (TEAM, '["5.3"]', '["ISO 9001 klausul 5.3"]', "6:11 SMM204", "did you mean 5.3?"),
    (TEAM, '["5.3"]', '["5,3"]', "6:11 SMM204", "did you mean 5.3?"),
    (TEAM, '["5.3"]', '["5.3."]', "6:11 SMM204", "did you mean 5.3?"),
    (TEAM, '["5.3"]', '["5.3 Peran"]', "6:11 SMM204", "did you mean 5.3?"),
    (TEAM, '["5.3"]', "[5.3; 7.2]", "6:11 SMM204", 'write "5.3", "7.2"'),
    (TEAM, '["5.3"]', "\n  - klausul 5.3", "7:5 SMM204", "did you mean 5.3?"),
    (
        TEAM,
        "  - person: P-01\n    role: Ketua\n    unit: SEK\n",
        "  1. person: P-01\n    role: Ketua\n    unit: SEK\n",
        "10:3 SMM001",
        "write `- person: P-01`",
    ),
    (
        TEAM,
        "  - person: P-01\n    role: Ketua\n    unit: SEK\n",
        "  a) person: P-01\n    role: Ketua\n",
        "10:3 SMM001",
        "write `- person: P-01`",
    ),
    (
        TEAM,
        "  - person: P-01\n    role: Ketua\n    unit: SEK\n",
        "  - P-01\n",
        "10:5 SMM102",
        "write each on a line of its own: `person: P-01`, `role:`, `unit:`",
    ),
    (
        TEAM,
        "  - person: P-01\n    role: Ketua\n    unit: SEK\n",
        "  - Drs. Budi Rekaan (Ketua)\n",
        "10:5 SMM102",
        "write each on a line of its own: `person: Drs. Budi Rekaan (Ketua)`, `role:`, `unit:`",
    ),
    (TEAM, "    role: Ketua", "    role Ketua", "11:9 SMM001", "write `    role: Ketua`"),
    (TEAM, "    role: Ketua", "    role = Ketua", "11:9 SMM001", "write `role: Ketua`"),
    (TEAM, "    role: Ketua", "    role; Ketua", "11:9 SMM001", "write `role: Ketua`"),
    (TEAM, "title: Tim mutu", "title: 'Tim mutu", "3:8 SMM001", "write `title: 'Tim mutu'`"),
    (TEAM, "title: Tim mutu", 'title: "Tim mutu', "3:8 SMM001", 'write `title: "Tim mutu"`'),
    (TEAM, "title: Tim mutu", "title: @tim", "3:8 SMM001", 'write `title: "@tim"`'),
    (TEAM, "title: Tim mutu", "title: %tim", "3:8 SMM001", 'write `title: "%tim"`'),
    (
        TEAM,
        "title: Tim mutu",
        "title: *penting* Tim",
        "3:8 SMM001",
        'write `title: "*penting* Tim"`',
    ),
    (TEAM, "id: TIM-01", "id: TIM 01", "2:5 SMM102", "did you mean TIM-01?"),
    (TEAM, "id: TIM-01", "id: TIM/01/2026", "2:5 SMM102", "did you mean TIM-01-2026?"),
    (SOP, "reviewer: P-01", "reviewer: P1", "7:11 SMM201", "did you mean P-01?"),
    (SOP, "kind: procedure", "kind: SOP", "2:7 SMM002", "write `kind: procedure`"),
    (
        SOP,
        "kind: procedure",
        "kind: Standar Operasional Prosedur",
        "2:7 SMM002",
        "write `kind: procedure`",
    ),
    (SOP, "value: 2,", "value: 82\xa0%,", "16:23 SMM102", "write `value: 82`"),
    (
        SOP,
        "{value: 2, unit: minute}",
        "2 menit",
        "16:15 SMM102",
        "write `duration: {value: 2, unit: minute}`",
    ),
    (
        SOP,
        "{value: 2, unit: minute}",
        "{value: 2, unit: menit}",
        "16:32 SMM102",
        "write `unit: minute`",
    ),
    (
        SOP,
        "{value: 2, unit: minute}",
        "{value: 2-3, unit: minute}",
        "16:23 SMM102",
        "write the range as `value: 2` and `up_to: 3`",
    ),
    (SOP, "  - Komputer", "  \u2013 Komputer", "12:3 SMM102", "write `equipment: [Komputer]`"),
    (
        SOP,
        "  - Komputer",
        "  - Komputer\n  - ATK: kertas",
        "13:5 SMM102",
        'put a text with a colon in quotes: write `"ATK: kertas"`',
    ),
    (SOP, "  - Komputer", "  -Komputer", "12:3 SMM102", "write `equipment: [Komputer]`"),
    (SOP, "  - Komputer", "  ‣ Komputer", "12:3 SMM102", "write `equipment: [Komputer]`"),
    (
        SOP,
        "owner: CAPIL",
        "owner: Bidang Capil",
        "6:8 SMM201",
        "did you mean CAPIL?",
    ),
    (
        SOP,
        "owner: CAPIL",
        "owner: Pencatatan Sipil",
        "6:8 SMM201",
        "a code is written here, not a title: CAPIL (Bidang Pencatatan Sipil)",
    ),
    (
        SOP,
        "owner: CAPIL",
        "penanggung jawab: CAPIL",
        "6:1 SMM101",
        "here it is called owner: write `owner: CAPIL`",
    ),
    (
        SOP,
        "owner: CAPIL",
        "PJ: CAPIL",
        "6:1 SMM101",
        "here it is called owner: write `owner: CAPIL`",
    ),
    (
        SOP,
        "review_by: 2027-01-12",
        "tanggal tinjau: 12/01/2027",
        "10:1 SMM101",
        "here it is called review_by: write `review_by: 2027-01-12`",
    ),
    (KPI, "value: 1}", "value: 82,5 %}", "16:42 SMM101", "write `value: 82.5`"),
    (KPI, "value: 1}", "value: 82%}", "16:39 SMM102", "write `value: 82`"),
    (KPI, "value: 1}", "value: ≥ 82}", "16:39 SMM102", "write `value: 82`"),
    (KPI, "value: 1}", "value: Rp 1.250.000}", "16:39 SMM102", "write `value: 1250000`"),
    (KPI, "value: 1}", 'value: "82"}', "16:39 SMM102", "write `value: 82`"),
    (KPI, "value: 1}", "value: 12 bulan}", "16:39 SMM102", "did you mean 12?"),
    (KPI, 'period: "2025"', "period: TW I 2025", "16:24 SMM102", 'write `period: "2025-Q1"`'),
    (
        KPI,
        'period: "2025"',
        "period: Triwulan II Tahun 2025",
        "16:24 SMM102",
        'write `period: "2025-Q2"`',
    ),
    (
        KPI,
        'period: "2025"',
        "period: Semester I 2026",
        "16:24 SMM102",
        'write `period: "2026-S1"`',
    ),
    (
        KPI,
        'period: "2025"',
        "period: Smt I 2026",
        "16:24 SMM102",
        'write `period: "2026-S1"`',
    ),
    (KPI, 'period: "2025"', "period: Tahun 2025", "16:24 SMM102", 'write `period: "2025"`'),
    (KPI, 'period: "2025"', "period: Des 2025", "16:24 SMM102", 'write `period: "2025-12"`'),
    (KPI, "formula: maximize", "formula: maksimal", "14:14 SMM102", "write `formula: maximize`"),
    (
        KPI,
        "formula: maximize",
        "formula: semakin tinggi semakin baik",
        "14:14 SMM102",
        "write `formula: maximize`",
    ),
    (KPI, "aggregation: sum", "aggregation: jumlah", "15:18 SMM102", "write `aggregation: sum`"),
    (
        KPI,
        "aggregation: sum",
        "aggregation: rata-rata",
        "15:18 SMM102",
        "write `aggregation: average`",
    ),
    (KPI, "aggregation: sum", "aggregation: kumulatif", "15:18 SMM102", "write `aggregation: sum`"),
    (
        KPI,
        "perspective: customer",
        "perspective: pelanggan",
        "8:14 SMM102",
        "write `perspective: customer`",
    ),
    (KPI, 'measured_in: "%"', "measured_in: %", "13:18 SMM001", 'write `measured_in: "%"`'),
    (
        KPI,
        "series: a.csv",
        "series: a.csv\n    frequency: triwulanan",
        "18:16 SMM102",
        "write `frequency: quarterly`",
    ),
    (
        KPI,
        "series: a.csv",
        "series: a.csv\n    frequency: per bulan",
        "18:16 SMM102",
        "write `frequency: monthly`",
    ),
    (KPI, "series: a.csv", "series: A.CSV", "17:13 SMM205", "did you mean a.csv?"),
    (KPI, "series: a.csv", "series: C:\\data\\a.csv", "17:13 SMM205", "did you mean a.csv?"),
    (COMPLAINT, "accepted: true", "accepted: ya", "10:11 SMM102", "write `accepted: true`"),
    (COMPLAINT, "accepted: true", "accepted: Ya", "10:11 SMM102", "write `accepted: true`"),
    (COMPLAINT, "accepted: true", "accepted: sudah", "10:11 SMM102", "write `accepted: true`"),
    (COMPLAINT, "accepted: true", "accepted: tdk", "10:11 SMM102", "write `accepted: false`"),
    (COMPLAINT, "accepted: true", "accepted: √", "10:11 SMM102", "write `accepted: true`"),
    (COMPLAINT, "about: SOP-01", "about: SOP 1", "6:8 SMM201", "did you mean SOP-01?"),
    (COMPLAINT, "about: SOP-01", "about: SOP 01", "6:8 SMM201", "did you mean SOP-01?"),
    (COMPLAINT, "about: SOP-01", "about: sop-01", "6:8 SMM201", "did you mean SOP-01?"),
    (COMPLAINT, "about: SOP-01", "about: SOP01", "6:8 SMM201", "did you mean SOP-01?"),
    (
        COMPLAINT,
        "about: SOP-01",
        "about: KTP",
        "6:8 SMM201",
        "a code is written here, not a title: SOP-01 (KTP)",
    ),
    (COMPLAINT, "about: SOP-01", "about: sop.md", "6:8 SMM201", "did you mean SOP-01?"),
    (
        COMPLAINT,
        "feedback_type: complaint",
        "feedback_type: pengaduan",
        "5:16 SMM102",
        "write `feedback_type: complaint`",
    ),
    (
        COMPLAINT,
        "feedback_type: complaint",
        "feedback_type: keluhan",
        "5:16 SMM102",
        "write `feedback_type: complaint`",
    ),
    (
        COMPLAINT,
        "feedback_type: complaint",
        "feedback_type: saran",
        "5:16 SMM102",
        "write `feedback_type: suggestion`",
    ),
]


@pytest.fixture
def folder(tmp_path):
    """A folder that is right but for what a form still asks."""
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, "utf-8", newline="")
    return tmp_path


SLIPS += [
    (KPI, "value: 1}", f"value: {typed}}}", f"16:{at}", right)
    for typed, at, right in (
        ("Rp 1,2 M", "44 SMM101", "write `value: 1200000000`"),
        ("3,25 (Baik)", "41 SMM101", "write `value: 3.25`"),
        ("Rp 12 juta", "39 SMM102", "write `value: 12000000`"),
        ("minimal 90", "39 SMM102", "write `value: 90`"),
        ("menyusul", "39 SMM102", "delete the line while there is nothing to be written"),
    )
]
SLIPS += [
    (
        TEAM,
        "kind: team\nid: TIM-01",
        "kind: team id: TIM-01",
        "1:12 SMM001",
        "write each on a line of its own: `kind: team`, `id: TIM-01`",
    ),
    (
        TEAM,
        'version: "1"\nowner: SEK',
        'version: "1" owner: SEK',
        "4:14 SMM001",
        'write each on a line of its own: `version: "1"`, `owner: SEK`',
    ),
    (
        TEAM,
        "person: P-01\n    role: Ketua\n    unit: SEK\n",
        "Kepala Dinas: Ketua\n",
        "10:5 SMM101",
        "write `{person: ..., role: Ketua, unit: ...}`",
    ),
    (
        TEAM,
        "since: 2026-01-12",
        "masa berlaku: 12 Januari 2026 s.d. 31 Desember 2026",
        "8:1 SMM101",
        "write each on a line of its own: `since: 2026-01-12`, `until: 2026-12-31`",
    ),
    (
        "latih.yaml",
        "date: 2026-01-12\nuntil: 2026-01-14",
        "hari/tanggal: Senin - Rabu, 12 - 14 Januari 2026",
        "4:1 SMM101",
        "write each on a line of its own: `date: 2026-01-12`, `until: 2026-01-14`",
    ),
    (
        "latih.yaml",
        "[internal-auditors]",
        "auditor internal",
        "7:11 SMM102",
        "write `audience: [internal-auditors]`",
    ),
    ("latih.yaml", "hours: 18", "hours: 18 (delapan belas) jam", "9:8 SMM102", "write `hours: 18`"),
    (
        "latih.yaml",
        "{person: P-01, score_before: 5}",
        "P-01",
        "11:5 SMM102",
        "write each on a line of its own: `person: P-01`",
    ),
    ("latih.yaml", "score_before: 5", "score_before: 62/100", "11:34 SMM102", "did you mean 62?"),
    (
        "istilah.yaml",
        "  - id: IST-01\n    title: mutu\n    meaning: Seberapa",
        "  - Mutu: Seberapa",
        "6:5 SMM101",
        "write `{id: ..., title: Mutu, meaning: Seberapa baik layanan memenuhi janji}`",
    ),
    (
        "istilah.yaml",
        "    title: mutu\n",
        "  - title: mutu\n",
        "7:5 SMM103",
        "if it belongs to the item above, write it without `- `, below the others",
    ),
    (
        "rencana.yaml",
        "    since: 2026-02-10\n    until: 2026-02-12\n",
        "    tanggal: 10 - 12 Februari 2026\n",
        "12:5 SMM101",
        "write each on a line of its own: `since: 2026-02-10`, `until: 2026-02-12`",
    ),
    (
        "rencana.yaml",
        "units: [SEK]",
        "units: Bidang SEK, Bidang CAPIL.",
        "14:12 SMM102",
        "write `units: [SEK, CAPIL]`",
    ),
    (
        SOP,
        "  - Komputer",
        "  - Telp: (021) 555; WA: 0812",
        "12:11 SMM001",
        "write `- 'Telp: (021) 555; WA: 0812'`",
    ),
    ("swot.yaml", "weight: 0.2", "weight: 20%", "10:13 SMM102", "write `weight: 0.2`"),
    (
        "swot.yaml",
        "weight: 0.2",
        "bobot: 7,5 %",
        "10:5 SMM101",
        "here it is called weight: write `weight: 0.075`",
    ),
    ("qms.yaml", "smmkit: 2", "smmkit 2", "2:7 SMM001", "write `smmkit: 2`"),
    (
        "qms.yaml",
        "id: QMS-01",
        "id: QMS-01\nas_of: hari ini",
        "4:8 SMM102",
        "write year, month and day, 2019-12-31; delete the line while there is no day; until then "
        "everything is judged as of today",
    ),
    (
        TEAM,
        "since: 2026-01-12",
        "since: 12-14 Januari 2026",
        "8:8 SMM102",
        "write each on a line of its own: `since: 2026-01-12`, `until: 2026-01-14`",
    ),
    (KPI, "units: [SEK]", "units: SEK/CAPIL", "9:8 SMM102", "write `units: [SEK, CAPIL]`"),
    (
        KPI,
        "units: [SEK]",
        "units: [seluruh unit]",
        "9:9 SMM201",
        "write the code of each unit: SEK, CAPIL",
    ),
    (
        "istilah.yaml",
        "entries:\n",
        "entries:\n  - janji: Yang diumumkan kepada warga\n",
        "6:5 SMM101",
        "write `{id: ..., title: janji, meaning: Yang diumumkan kepada warga}`",
    ),
    (
        KPI,
        'period: "2025", value: 1',
        "tahun 2025: 1",
        "16:16 SMM101",
        'write `{period: "2025", value: 1}`',
    ),
    (TEAM, '["5.3"]', "4.3 s.d. 9.3", "6:10 SMM102", 'name each clause from "4.3" to "9.3"'),
    (TEAM, '["5.3"]', "[5.1 s.d. 5.3]", "6:11 SMM204", 'write "5.1", "5.2", "5.3"'),
    (
        SOP,
        "equipment:",
        "supersedes: Tim mutu\nequipment:",
        "11:13 SMM102",
        "write `supersedes: [TIM-01]`",
    ),
    (
        KPI,
        "[SEK]",
        "Sekretariat dan Bidang Pencatatan Sipil",
        "9:8 SMM102",
        "write `units: [SEK, CAPIL]`",
    ),
    (KPI, "[SEK]", "SEK; CAPIL", "9:8 SMM102", "write `units: [SEK, CAPIL]`"),
    (
        COMPLAINT,
        "about: SOP-01",
        "about: SOP KTP",
        "6:8 SMM201",
        "a code is written here, not a title: SOP-01 (KTP)",
    ),
    (COMPLAINT, "accepted: true", "accepted: diteruskan", "10:11 SMM102", "did you mean true?"),
    (
        "swot.yaml",
        "weight: 0.2",
        "weight: 3/5",
        "10:13 SMM102",
        "only one can stand here: 3, 5",
    ),
]


WAIVED = "write `{rule: SMM301, document: ..., reason: belum sempat}`"
SEK = "{id: SEK, title: Sekretariat}"
BOTH = "write each on a line of its own: `id: SEK`, `title: Sekretariat`"
SLIPS += [
    ("qms.yaml", "units:", "waivers:\n  - SMM301: belum sempat\nunits:", "9:5 SMM101", WAIVED),
    (
        "qms.yaml",
        "units:",
        "rules:\n  SMM301: mati\nunits:",
        "9:11 SMM102",
        "no rule is switched off here; what is borne stands under `waivers:`, with a reason and a last day",
    ),
    ("qms.yaml", SEK, "id SEK, title Sekretariat", "9:5 SMM102", BOTH),
    ("qms.yaml", SEK, "SEK - Sekretariat", "9:5 SMM102", BOTH),
    ("qms.yaml", SEK, "SEK. Sekretariat", "9:5 SMM102", BOTH),
    (
        "qms.yaml",
        "units:",
        "scales:\n  - {id: s, title: S, bands: [{at_least: 1, label: Tinggi}]}\nunits:",
        "9:52 SMM102",
        "write `label: {en: ..., id: Tinggi}`",
    ),
    (
        "qms.yaml",
        "units:",
        "headcount: 15 dari 25\nunits:",
        "8:12 SMM102",
        "only one can stand here: 15, 25",
    ),
    (
        TEAM,
        "2026-01-12",
        "12/01/26 jam 10.00",
        "8:8 SMM102",
        "write `since: 2026-01-12`, if 12 January 2026 is meant",
    ),
    (
        "latih.yaml",
        "date: 2026-01-12",
        "tgl. pelaksanaan: 12 Januari 2026",
        "4:1 SMM101",
        "here it is called date: write `date: 2026-01-12`",
    ),
]


@pytest.mark.parametrize(("path", "there", "typed", "place", "right"), SLIPS)
def test_a_slip_is_told_at_its_place_with_the_own_value_put_right(
    folder, path, there, typed, place, right
):
    assert FILES[path].count(there) >= 1
    before = told(folder)
    (folder / path).write_text(FILES[path].replace(there, typed, 1), "utf-8", newline="")
    at, code = place.split()
    found = [hint for line, hint in told(folder) - before if line.startswith(f"{path}:{at}: ")]
    assert right in found
    assert any(code in line for line, hint in told(folder) - before if hint == right)


def told(folder):
    """What is said of a folder: each finding with the hint below it."""
    lines = smm("validate", cwd=folder).stdout.splitlines()
    return {
        (line, below.strip() if below.startswith(" ") else "")
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if not line.startswith(" ")
    }


MENDED = [
    (KPI, "value: 1}", "value: >= 1}"),
    (SOP, 'clauses: ["8.5"]', 'clauses: "8.5"'),
    (TEAM, "    role: Ketua", "    role = Ketua"),
    (TEAM, "  - person: P-01", "  1. person: P-01"),
    (TEAM, "person: P-01", "person: [P-01]"),
    (TEAM, '["5.3"]', "klausul 5.3"),
    (TEAM, "2026-01-12", "tanggal 12 Januari 2026"),
    (TEAM, "2026-01-12", "2O26–01–l2"),
    (TEAM, 'version: "1"', 'version: "1",'),
    (TEAM, "team_type: quality-management", "team_type: tim mutu"),
    (KPI, 'measured_in: "%"', "measured_in: %"),
    (KPI, "formula: maximize", "formula: semakin tinggi semakin baik"),
    (KPI, 'period: "2025"', "period: Tahun 2025"),
    (SOP, "{value: 2, unit: minute}", "2 menit"),
    (COMPLAINT, "accepted: true", "accepted: √"),
]


@pytest.mark.parametrize(("path", "there", "typed"), MENDED)
def test_what_is_certain_is_put_right(folder, path, there, typed):
    (folder / path).write_text(FILES[path].replace(there, typed, 1), "utf-8", newline="")
    assert smm("fix", "--yes", cwd=folder).returncode == 0
    assert (folder / path).read_text("utf-8") == FILES[path]


GUESSED = [
    (TEAM, '["5.3"]', "4 - 10"),
    (TEAM, '["5.3"]', "4.3 - 9.3"),
    (TEAM, '["5.3"]', "semua"),
    (TEAM, "2026-01-12", "12/1/2026 (rencana)"),
    (KPI, ", value: 1}", " value: 1}"),
    (KPI, "value: 1}]", "value: 1}"),
    (TEAM, "2026-01-12", "1/2/26"),
    (TEAM, "title: Tim mutu", 'title: "Tim mutu'),
    (TEAM, "kind: team", "kind team"),
    (COMPLAINT, "about: SOP-01", "about: SOP 1"),
    (KPI, "value: 1}", "value: 1.200 berkas}"),
    (SOP, "{value: 2, unit: minute}", "{value: 2 jam, unit: minute}"),
    (SOP, "owner: CAPIL", "owner: CAPIL\npromised_days: 3 jam"),
    (SOP, "{value: 2, unit: minute}", "value: 2, unit: minute"),
    (KPI, "units: [SEK]", "units: BID-1 s.d. BID-3"),
]


@pytest.mark.parametrize(("path", "there", "typed"), GUESSED)
def test_a_guess_is_never_made_unasked(folder, path, there, typed):
    text = FILES[path].replace(there, typed, 1)
    (folder / path).write_text(text, "utf-8", newline="")
    smm("fix", "--yes", cwd=folder)
    assert (folder / path).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("show", "t1"), "there is no t1 in this folder"),
        (("approve", "sop-1", "--by", "P9", "--on", "2026-01-12"), "P9"),
        (("kpi", "--period", "Semester III 2026"), "is no period"),
        (("agenda", "--to", "akhir Desember 2026"), "write 2026-12-31, if 31 December 2026"),
        (("agenda", "--to", "akhir tahun"), "-12-31, if 31 December"),
        (("cetak", "SOP-01"), "smm print"),
        (("riwayat", "SOP-01"), "smm history"),
        (("catat", "IKU-01", "2026=1"), "smm record"),
        (("simpan",), "smm save"),
        (("kiriman",), "smm bundle"),
        (("ekspor",), "smm export"),
        (("new", "sop", "--set", "pemilik=SEK"), "write one of: owner"),
        (("new", "sopp"), "did you mean procedure?"),
        (("SOP-01",), "smm show SOP-01"),
        (("validate", "--semua-nya"), "The options are: --format, "),
    ],
)
def test_a_call_in_other_words_is_told_what_it_is_called(folder, call, said):
    done = smm(*call, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert not re.search("Traceback", done.stderr)


@pytest.mark.parametrize("period", ["TW I 2026", "Tw 1/2026", "Smt I 2026", "Maret 2026"])
def test_a_period_of_kpis_may_be_said_as_offices_say_it(folder, period):
    assert smm("kpi", "--period", period, cwd=folder).returncode == 0


def test_ids_that_differ_in_signs_alone_are_one():
    assert bare_id("SOP 1") == bare_id("sop-01") == bare_id("SOP_001") != bare_id("SOP-10")


def test_a_field_under_another_name_is_not_missing_too(tmp_path):
    lay_out = FILES | {
        TEAM: FILES[TEAM].replace("members:", "anggota:").replace("title:", "judul:")
    }
    for path, text in lay_out.items():
        (tmp_path / path).write_text(text, "utf-8")
    told = [one for one in smm("validate", cwd=tmp_path).stdout.splitlines() if "tim.yaml" in one]
    assert [one.split()[2] for one in told if "error" in one] == ["SMM101", "SMM101"]


@pytest.mark.parametrize(
    "typed",
    [
        "as_of: 12 Januari 2026",
        "as_of 2026-01-12",
        "as_of: 2026-01-12\nunits x",
        " as_of: 2026-01-12",
        "\tas_of: 2026-01-12",
        "AS_OF: 2026-01-12",
        "as_off: 2026-01-12",
        "as_of: [2026-01-12]",
        "as_of: 2026-01-12T00:00:00Z",
        "kind: qsm\nas_of: 2026-01-12",
        "as_of: 2026-01-12\nsmmkit: 9",
    ],
)
def test_the_day_that_qms_yaml_means_is_the_day_of_judgement_also_before_it_is_mended(
    folder, typed
):
    home = HOME.replace("units:", f"{typed}\nunits:")
    (folder / "qms.yaml").write_text(home, "utf-8", newline="")
    assert "as of 12 January 2026" in smm("validate", cwd=folder).stdout


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("typed", "judged_today"),
    [('as_of: "kemarin', True), ("x", False), ("as_of: kemarin\nunits x", True)],
)
def test_where_nobody_can_know_the_day_that_qms_yaml_means_it_is_told(
    folder, typed, judged_today, code
):
    home = HOME.replace("units:", f"{typed}\nunits:")
    (folder / "qms.yaml").write_bytes(home.encode(code))
    said = "until then everything is judged as of today"
    assert (said in smm("validate", cwd=folder).stdout) == judged_today


def test_two_fields_in_one_line_are_offered_on_lines_of_their_own():
    both = FILES[TEAM].replace("kind: team\nid: TIM-01", "kind: team id: TIM-01")
    [change] = proposals(TEAM, both)
    assert (change.new, change.is_certain) == ("kind: team\nid: TIM-01", False)


def test_an_item_that_a_hyphen_has_cut_in_two_is_told_once(folder):
    cut = FILES["istilah.yaml"].replace("    title: mutu\n", "  - title: mutu\n")
    (folder / "istilah.yaml").write_text(cut, "utf-8", newline="")
    assert [line for line, _ in told(folder) if line.startswith("istilah") and "error" in line] == [
        "istilah.yaml:7:5: error SMM103 entries[2].id is missing"
    ]


def test_every_unit_is_every_unit_and_no_standard(folder):
    home = f"{HOME}standards: [iso9001-2015, juknis]\n"
    (folder / "qms.yaml").write_text(home, "utf-8", newline="")
    text = FILES[KPI].replace("units: [SEK]", "units: semua bidang")
    (folder / KPI).write_text(text, "utf-8", newline="")
    assert "write `units: [SEK, CAPIL]`" in {hint for _, hint in told(folder)}


SPOT = """kind: spot-check
id: PLAP-01
title: Lembar kendali
date: 2026-01-12
unit: SEK
place: Loket
looked_at: Dua berkas yang dipilih auditor sendiri
"""
DIRECTION = """kind: direction
id: VM-01
title: Arah
version: "1"
parent: Bupati
since: 2026-01-12
until: 2027-01-12
vision: Kota yang maju
"""


@pytest.mark.parametrize(
    ("text", "typed", "told_as"),
    [
        (SPOT, "temuan: Dua berkas tidak berlembar", "seen: Dua berkas tidak berlembar"),
        (SPOT, "temuan: T-01", "finding: T-01"),
        (
            DIRECTION,
            "visi: Kota yang maju dan lestari",
            "parent_vision: Kota yang maju dan lestari",
        ),
    ],
)
def test_of_two_fields_that_a_word_means_it_is_the_one_that_takes_such_a_value_and_lacks(
    folder, text, typed, told_as
):
    (folder / "x.yaml").write_text(f"{text}{typed}\n", "utf-8", newline="")
    said = told(folder)
    assert [hint for line, hint in said if line.startswith("x") and "SMM101" in line] == [
        f"here it is called {told_as.split(':')[0]}: write `{told_as}`"
    ]
    assert not any(f"{told_as.split(':')[0]} is missing" in line for line, _ in said)


@pytest.mark.parametrize(
    "typed",
    ["Pencatatan", "Bid. Pencatatan, Sekretariat", "Sekretariat / Bidang Pencatatan"],
)
def test_units_by_a_part_of_their_titles_are_offered_by_their_codes_at_once(folder, typed):
    home = HOME.replace("id: CAPIL, title: ", "id: CAPIL, title: Bidang Pencatatan Sipil dan ")
    assert home != HOME
    (folder / "qms.yaml").write_text(home, "utf-8", newline="")
    text = FILES[KPI].replace("units: [SEK]", f"units: {typed}")
    (folder / KPI).write_text(text, "utf-8", newline="")
    [hint] = [hint for line, hint in told(folder) if "SMM102" in line]
    codes = ["SEK"] * ("Sek" in typed) + ["CAPIL"]
    codes = codes if typed.startswith("Sek") else codes[::-1]
    assert hint == f"did you mean [{', '.join(codes)}]?"


def test_a_thing_may_be_named_by_its_number_in_its_list(folder):
    points = "".join(f"  - id: BM-0{n}\n    title: Butir\n" for n in (1, 2, 3))
    policy = (
        f"kind: quality-policy\nid: KM-01\ntitle: K\nversion: '1'\nsentence: S\npoints:\n{points}"
    )
    (folder / "k.md").write_text(f"---\n{policy}---\nIsi.\n", "utf-8", newline="")
    for typed in ("butir 3", "butir ketiga", "3"):
        text = FILES[KPI].replace("policy_point: BM-01", f'policy_point: "{typed}"')
        (folder / KPI).write_text(text, "utf-8", newline="")
        assert any("BM-03" in hint and "BM-01" not in hint for _, hint in told(folder)), typed
