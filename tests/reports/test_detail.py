"""What `smm show` says of a thing, of whatever sort it is."""

from __future__ import annotations

from smmkit.page import Fields, Figure, Table, Tone
from smmkit.reports.detail import page
from smmkit.words import language

ENGLISH = language("en")

FILES = {
    "sop/a.md": """\
---
kind: procedure
id: SOP-1
title: Transfers
version: "1"
attached: [form.pdf, ../gone.pdf]
steps: [{activity: A, actor: B}]
---
""",
    "sop/form.pdf": b"%PDF",
    "objective.yaml": """\
kind: objective
id: SM-1
title: Fast
version: "1"
statement: Fast
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
  - id: KPI-1
    title: Days
    measured_in: days
    formula: maximize
    aggregation: sum
    targets: [{period: "2026", value: 1}]
    series: days.csv
  - id: KPI-2
    title: Cases
    measured_in: cases
    formula: maximize
    aggregation: sum
    targets: [{period: "2026", value: 1}]
    series: cases.csv
""",
    "days.csv": "period,value\n",
    "policy.md": """\
---
kind: quality-policy
id: KM-1
title: Policy
version: "1"
sentence: S
points: [{id: PP-1, title: Fast}]
---
""",
    "audit.yaml": "kind: audit\nid: A-1\ntitle: Audit\ndate: 2026-01-01\naudit_type: internal\n"
    "closed: 2026-02-01\n",
}


def head(qms, id: str) -> dict[str, str]:
    """The first fields of a page, as they are spoken."""
    fields = next(block for block in page(qms, id).blocks if isinstance(block, Fields))
    return {ENGLISH.say(name): ENGLISH.say(cell.value) for name, cell in fields.rows}


def table(qms, id: str, name: str) -> list[tuple[str, ...]]:
    """The rows of a table of a page, as they are spoken; none where there is no such table."""
    for block in page(qms, id).blocks:
        if isinstance(block, Table) and ENGLISH.say(block.name) == name:
            return [tuple(ENGLISH.say(cell.value) for cell in row) for row in block.rows]
    return []


def test_everything_has_a_place_and_a_state(folder):
    qms = folder(FILES)
    for id_ in qms.things:
        assert {"File", "State"} <= set(head(qms, id_)), id_


def test_an_entry_has_the_state_of_the_document_where_it_stands(folder):
    qms = folder(FILES)
    assert head(qms, "KPI-1")["Stands in"] == "SM-1: Fast"
    assert head(qms, "KPI-1")["State"] == head(qms, "SM-1")["State"] == "draft"


def test_a_record_is_open_or_closed_on_the_day(folder):
    assert head(folder(FILES), "A-1")["State"] == "closed"
    late = {**FILES, "audit.yaml": FILES["audit.yaml"].replace("2026-02-01", "2026-04-01")}
    assert head(folder(late), "A-1")["State"] == "open"


def test_files_are_named_and_whether_they_are_there(folder):
    qms = folder(FILES)
    assert table(qms, "SOP-1", "Files") == [
        ("attached[1]", "sop/form.pdf", "there"),
        ("attached[2]", "gone.pdf", "missing"),
    ]
    tables = [block for block in page(qms, "SOP-1").blocks if isinstance(block, Table)]
    files = next(table for table in tables if ENGLISH.say(table.name) == "Files")
    assert [row[2].tone for row in files.rows] == [Tone.GOOD, Tone.BAD]


def test_of_an_entry_only_its_own_files_are_named(folder):
    qms = folder(FILES)
    assert table(qms, "KPI-1", "Files") == [("series", "days.csv", "there")]
    assert table(qms, "KPI-2", "Files") == [("series", "cases.csv", "missing")]
    assert len(table(qms, "SM-1", "Files")) == 2
    assert table(qms, "KM-1", "Files") == []


def test_who_refers_to_it(folder):
    qms = folder(FILES)
    assert table(qms, "PP-1", "Referred to by") == [
        ("SM-1", "Fast", "policy_point", "objective.yaml")
    ]
    assert [row[0] for row in table(qms, "U-1", "Referred to by")] == ["SM-1"]


def test_the_flow_of_a_procedure_is_drawn_with_its_ends(folder):
    text = (
        "---\nkind: procedure\nid: SOP-9\ntitle: T\nversion: '1'\nsteps:\n"
        "  - {activity: A, actor: X, leads_to: [{to: 2, answer: yes it is}, {ends: true, answer: never}]}\n"
        "  - {activity: B, actor: Y}\n---\n"
    )
    blocks = page(folder({"a.md": text}), "SOP-9").blocks
    (figure,) = [block for block in blocks if isinstance(block, Figure)]
    ways = [(arrow.start, arrow.end, arrow.answer) for arrow in figure.drawing.arrows]
    assert ways == [(0, 1, "yes it is"), (0, 2, "never"), (1, 2, "")]
    assert [step.shape.value for step in figure.drawing.steps] == ["decision", "action", "terminal"]
