"""Units begin, end and merge: what asks of every unit asks those of the day, and work goes to the heir."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from running import EXAMPLE
from smmkit.analyses.agenda.agenda import agenda, chosen
from smmkit.analyses.auditing.checklist import of_unit
from smmkit.analyses.auditing.coverage import units_covered
from smmkit.analyses.auditing.plan import weight
from smmkit.analyses.audits import open_findings
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.views import View, cut
from smmkit.analyses.organization.units import (
    answering,
    called,
    heir,
    is_theirs,
    standing_units,
    unreached,
)
from smmkit.analyses.status.numbers import Whose, numbers
from smmkit.files.tree import Disk, Memory
from smmkit.lists.exchange import list_for
from smmkit.loading.folder import load
from smmkit.qms import Qms
from smmkit.reports.listing import Listing
from smmkit.reports.master import MasterList
from smmkit.rules import problems_of
from smmkit.words import language

HOME = """\
kind: qms
id: QMS-01
title: Mutu
version: "1"
smmkit: 2
organization: {name: Badan, short_name: B, head: Kepala}
scope: {statement: Layanan}
units:
  - {id: A, title: Lama, until: 2025-06-30, merged_into: B}
  - {id: B, title: Antara, since: 2025-07-01, until: 2025-12-31, merged_into: C}
  - {id: C, title: Baru, since: 2026-01-01}
  - {id: D, title: Bubar, until: 2025-06-30}
  - {id: E, title: Ring, until: 2025-06-30, merged_into: F}
  - {id: F, title: Ring, until: 2025-06-30, merged_into: E}
"""
RISKS = """\
kind: risk-register
id: RR-01
title: Risiko
version: "1"
owner: A
review_by: 2027-01-31
"""
PEOPLE = """\
kind: people
id: ORG-01
title: Orang
version: "1"
entries:
  - {id: P-1, title: Satu, assignments: [{role: Kepala, unit: C, since: 2026-01-01}]}
"""


def on(day: str) -> Qms:
    files = {"qms.yaml": HOME, "r.yaml": RISKS, "p.yaml": PEOPLE}
    return load(Memory(files), date.fromisoformat(day))


FINDING = """\
kind: finding
id: T-1
title: T
date: 2025-06-01
audit: AE-1
grade: major
clause: "8.5.1"
unit: A
statement: s
action: {what: y, due: 2025-06-15}
"""


@pytest.mark.parametrize(
    ("day", "unit"),
    [("2025-06-30", "A"), ("2025-07-01", "B"), ("2025-12-31", "B"), ("2026-01-01", "C")],
)
def test_a_finding_of_an_ended_unit_is_told_everywhere_of_who_has_its_work(day, unit):
    qms = load(Memory({"qms.yaml": HOME, "f.yaml": FINDING}), date.fromisoformat(day))
    found = gap(qms, qms.standard("iso9001-2015"))
    parts = {one.id: one for one in cut(qms, found, View.UNIT).parts}
    assert [id_ for id_, one in parts.items() if one.findings] == [unit]
    assert [id_ for id_, one in parts.items() if one.late] == [unit]
    for each in parts:
        is_its = each == unit
        assert bool(numbers(qms, Whose(each), []).findings) is is_its
        assert bool(weight(qms, each).findings) is is_its
        assert any("T-1" in line.look for line in of_unit(qms, each, open_findings(qms))) is is_its


def test_a_finding_of_tomorrow_blocks_nothing_today():
    qms = load(Memory({"qms.yaml": HOME, "f.yaml": FINDING}), date(2025, 5, 31))
    found = gap(qms, qms.standard("iso9001-2015"))
    assert not [one for one in (*found.blocking, *found.actions) if "T-1" in str(one)]
    later = gap(qms.on(date(2025, 6, 1)), qms.standard("iso9001-2015"))
    assert [one for one in later.blocking if "T-1" in str(one)]
    assert [one for one in later.actions if "T-1" in str(one)]


@pytest.mark.parametrize(
    ("day", "there", "of_a"),
    [
        ("2025-06-30", ["A", "D", "E", "F"], "A"),
        ("2025-07-01", ["B"], "B"),
        ("2025-12-31", ["B"], "B"),
        ("2026-01-01", ["C"], "C"),
    ],
)
def test_the_units_of_the_day(day: str, there: list[str], of_a: str) -> None:
    qms = on(day)
    assert [one.id for one in standing_units(qms)] == there
    assert [one.id for one in unreached(qms, [])] == there
    assert [one.unit.id for one in units_covered(qms)] == there
    assert heir(qms, "A") == of_a
    assert answering(qms, "A") == {of_a}


def test_a_unit_that_merged_into_nothing_or_in_a_ring_keeps_its_name() -> None:
    qms = on("2026-01-01")
    assert heir(qms, "D") == "D"
    assert heir(qms, "E") in {"E", "F"}
    assert heir(qms, "X") == "X"


def test_the_agenda_of_the_heir_has_what_the_ended_unit_left() -> None:
    qms = on("2026-02-01")
    found = [one for one in chosen(qms, agenda(qms), unit="C") if one.due.id == "RR-01"]
    assert [one.seen_to_by for one in found] == [("P-1",)]


@pytest.mark.parametrize(
    ("unit", "day", "said"),
    [
        ("A", "2025-06-30", "A"),
        ("A", "2025-07-01", "A, which ended on 30 June 2025; its work is with B"),
        ("A", "2026-01-01", "A, which ended on 30 June 2025; its work is with C"),
        ("D", "2025-07-01", "D, which ended on 30 June 2025"),
        ("E", "2025-07-01", "E, which ended on 30 June 2025"),
        ("C", "2026-01-01", "C"),
        ("NONE", "2026-01-01", "NONE"),
    ],
)
def test_an_ended_unit_is_called_with_who_has_its_work(unit: str, day: str, said: str) -> None:
    assert language("en").say(called(on(day), unit)) == said


@pytest.mark.parametrize(
    ("done", "missed"), [("2025-12-31", []), ("2026-01-01", ["C"]), (None, ["C"])]
)
def test_what_was_done_before_a_unit_began_has_not_missed_it(
    done: str | None, missed: list[str]
) -> None:
    day = date.fromisoformat(done) if done else None
    assert [one.id for one in unreached(on("2026-02-01"), ["D"], on=day)] == missed


def test_what_names_an_ended_unit_reaches_the_one_that_does_its_work_now() -> None:
    assert [one.id for one in unreached(on("2025-07-01"), ["A"])] == []
    assert [one.id for one in unreached(on("2026-01-01"), ["A"])] == []
    assert [one.id for one in unreached(on("2026-01-01"), ["D"])] == ["C"]


def test_of_a_merger_only_is_told_what_names_the_ended_units() -> None:
    """What went to them, was planned and taught there does not lack where their work went."""
    home = (EXAMPLE / "qms.yaml").read_text("utf-8")
    for line in ("Mutasi dan Promosi, part_of: BKD", "Kompetensi, part_of: BKD"):
        assert home.count(line) == 1
        home = home.replace(line, f"{line}, until: 2020-12-31, merged_into: PKB")
    new = "  - {id: PKB, title: Baru, part_of: BKD, since: 2021-01-01}\n"
    home = home.replace("\nunits:\n", f"\nunits:\n{new}")
    example = Disk(EXAMPLE)
    before, after = (told_of(load(one)) for one in (example, Memory({"qms.yaml": home}, example)))
    assert after - before == Counter(SMM302=1, SMM642=2, SMM712=2)  # and that qms.yaml has changed


def told_of(qms: Qms) -> Counter[str]:
    """How often each rule tells something."""
    return Counter(rule.code for rule, _ in problems_of(qms))


@pytest.mark.parametrize(
    ("owner", "units", "reached"),
    [("A", "A", True), ("C", "A", True), ("A", "C", True), ("B", "A", False), ("D", "A", False)],
)
def test_a_process_was_audited_with_the_unit_that_had_it_or_has_it(
    owner: str, units: str, *, reached: bool
) -> None:
    assert is_theirs(on("2026-01-15"), owner, [units]) is reached


@pytest.mark.parametrize(("day", "unit", "there"), [("2025-06-30", "B", 0), ("2025-07-01", "B", 1)])
def test_lists_of_the_heir_have_what_names_the_ended_unit(day: str, unit: str, there: int) -> None:
    qms = on(day)
    assert len(Listing(qms, "risk-register", unit).items) == there
    assert len(MasterList(qms, unit).documents) == there
    assert len(list_for(qms, "risk-register", unit).rows) == there
    assert len(list_for(qms, "risk-register", "A").rows) == 1
