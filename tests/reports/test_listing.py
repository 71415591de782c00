"""What there is, by kind, owner and state."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.drawing.maps import layers
from smmkit.page import Heading, Prose, Table
from smmkit.reports.listing import Listing, process_map
from smmkit.serialized import serialized
from smmkit.words import language

PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
owner: U-1
entries:
  - {id: P-2, title: Invented Name, assignments: [{role: Head, unit: U-1, since: 2019-01-01}]}
  - {id: P-10, title: Other Name}
"""
RISKS = """\
kind: risk-register
id: RR-01
title: Risks
version: "2"
entries:
  - {id: R-1, title: Late, owner: U-1, likelihood: 1, impact: 1}
  - {id: R-2, title: Lost, owner: U-2, likelihood: 1, impact: 1}
"""
AUDIT = "kind: audit\nid: AUD-{n}\ntitle: Audit\ndate: 2026-01-0{n}\naudit_type: internal\n"
FILES = {
    "people.yaml": PEOPLE,
    "risks.yaml": RISKS,
    "a.yaml": AUDIT.format(n=1) + "owner: U-1\nclosed: 2026-02-01\n",
    "b.yaml": AUDIT.format(n=2) + "closed: 2026-04-01\n",
}


@pytest.fixture
def qms(folder):
    return folder(FILES)


def ids(qms, **asked):
    return [one.thing.id for one in Listing(qms, **asked).items]


def test_without_a_kind_all_documents_are_listed_and_no_entry(qms):
    assert ids(qms) == ["AUD-1", "AUD-2", "ORG-01", "QMS-01", "RR-01"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "audit"}, ["AUD-1", "AUD-2"]),
        ({"kind": "risk"}, ["R-1", "R-2"]),
        ({"kind": "unit"}, ["U-1"]),
        ({"kind": "person"}, ["P-2", "P-10"]),
        ({"kind": "kpi"}, []),
        ({"owner": "U-1"}, ["AUD-1", "ORG-01"]),
        ({"kind": "risk", "owner": "U-2"}, ["R-2"]),
        ({"kind": "person", "owner": "U-1"}, ["P-2", "P-10"]),
        ({"state": "closed"}, ["AUD-1"]),
        ({"state": "open"}, ["AUD-2"]),
        ({"state": "draft"}, ["ORG-01", "QMS-01", "RR-01"]),
        ({"kind": "risk", "state": "draft"}, ["R-1", "R-2"]),
        ({"kind": "risk", "state": "in-force"}, []),
    ],
)
def test_what_is_asked_for(qms, asked, found):
    assert ids(qms, **asked) == found


def test_of_each_thing_all_is_said(qms):
    risk = Listing(qms, "risk").items[0]
    assert (risk.home.id, risk.mark, risk.state, risk.owner) == ("RR-01", "2", "draft", "U-1")
    assert risk.file_and_line == "risks.yaml:6"
    audit = Listing(qms, "audit").items[0]
    assert (audit.mark, audit.state, audit.file_and_line) == (date(2026, 1, 1), "closed", "a.yaml")


def test_groups_with_counts_and_in_one_last_line_what_there_is_none_of(qms):
    blocks = Listing(qms).page(None).blocks
    heads = [block.text.values for block in blocks if isinstance(block, Heading)]
    assert [(head["word"], head["n"]) for head in heads] == [
        ("qms", 1),
        ("people", 1),
        ("risk-register", 1),
        ("audit", 2),
    ]
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [1, 1, 1, 2]
    assert isinstance(blocks[-1], Prose)
    empty = blocks[-1].text.values["kinds"]
    assert "procedure" in empty
    assert "audit" not in empty
    home = {"direction", "service-standard", "coaching", "verification"}
    home |= {"performance-agreement", "performance-report", "spot-check", "interview"}
    assert set(Listing(qms).kinds) - {*empty} == home | {"qms", "people", "risk-register", "audit"}


def test_a_workbook_has_one_table_with_the_kind(qms):
    (table,) = [b for b in Listing(qms, grouped=False).page(None).blocks if isinstance(b, Table)]
    assert len(table.rows) == 5
    assert len(table.rows[0]) == len(table.columns) == 7


def test_a_filter_says_nothing_of_empty_kinds(qms):
    blocks = Listing(qms, owner="U-1").page(None).blocks
    assert not [block for block in blocks if isinstance(block, Prose)]
    (nothing,) = Listing(qms, owner="U-9").page(None).blocks
    assert isinstance(nothing, Prose)


def test_what_could_not_be_read_is_named_first(folder):
    qms = folder({**FILES, "torn.yaml": "kind: [\nid: X\n"})
    assert isinstance(Listing(qms).page(None).blocks[0], Heading)
    assert serialized(Listing(qms), language("en"))["left_out"] == ["torn.yaml"]


def test_data(qms):
    found = serialized(Listing(qms, "risk", "U-2"), language("en"))
    assert found["schema"] == "smmkit-list/1"
    assert found["items"] == [
        {
            "id": "R-2",
            "title": "Lost",
            "kind": "risk",
            "document": "RR-01",
            "version": "2",
            "date": None,
            "state": "draft",
            "owner": "U-2",
            "path": "risks.yaml",
            "line": 7,
        }
    ]
    assert found["kinds"]["audit"] == 2
    assert serialized(Listing(qms, "audit"), language("en"))["items"][0]["date"] == "2026-01-01"


PROCESS = "kind: process\nid: {id}\ntitle: T-{id}\nversion: '1'\nowner: U-1\nprocess_type: {sort}\n"


def test_the_map_tells_each_handover_once_whoever_tells_it(folder):
    files = {
        "a.yaml": PROCESS.format(id="PRO-1", sort="core")
        + "outputs: [{what: Letter, process: PRO-2}]\ninputs: [{what: Wish, party: PB-1}]\n",
        # the same letter in other words, and a paper that its giver does not tell
        "b.yaml": PROCESS.format(id="PRO-2", sort="core")
        + "inputs: [{what: A letter, process: PRO-1}, {what: Paper, process: PRO-3}]\n",
        "c.yaml": PROCESS.format(id="PRO-3", sort="support"),
        "d.yaml": PROCESS.format(id="PRO-4", sort="core")
        + "withdrawn: 2026-01-01\noutputs: [{what: Old, process: PRO-1}]\n",
    }
    (figure,) = process_map(folder(files))
    rows = [tuple(cell.value for cell in row) for row in figure.values.rows]
    assert rows == [
        ("PB-1", "Wish", "PRO-1"),
        ("PRO-1", "Letter", "PRO-2"),
        ("PRO-3", "Paper", "PRO-2"),
    ]
    assert [[box.id for box in column] for column in layers(figure.drawing)] == [
        ["PRO-1"],
        ["PRO-2"],
    ]
