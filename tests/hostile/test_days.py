"""Days at the ends of the calendar, and days that make no sense: nothing that counts days fails."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.agenda.agenda import agenda
from smmkit.analyses.proof_days.lapses import proved
from smmkit.analyses.status.numbers import Whose
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.reports.agenda.ics import ics
from smmkit.reports.agenda.report import AgendaReport, Choice
from smmkit.reports.status.report import StatusReport
from smmkit.rules import examine
from smmkit.rules.asking import CRASHED
from smmkit.serialized import serialized
from smmkit.words import language

DAY = re.compile(rb"(?<![\w-])(\d{4}-\d\d-\d\d)(?![\w-])")
ENDS = (b"1000-01-01", b"9999-12-31", b"2024-02-29", b"1582-10-15")
ENGLISH = language("en")


def changed(change) -> Memory:
    """The example with each of its days changed; its tables stay as they are."""
    tree = Disk(EXAMPLE)
    names = [p for p in tree.paths() if p.endswith((".yaml", ".md")) and "issued/" not in p]
    return Memory({p: DAY.sub(change, tree.read(p)) for p in names}, tree)


def looked_at(tree: Memory, day: date) -> None:
    """Everything that counts days, asked of a folder on a day."""
    qms = load(tree, day)
    assert not [d for d in examine(qms) if d.rule is CRASHED]
    report = AgendaReport(qms, Choice())
    assert serialized(report, ENGLISH)["entries"] is not None
    assert ics(report, ENGLISH).startswith(b"BEGIN:VCALENDAR")
    assert report.page(None).blocks
    assert StatusReport(qms, Whose()).page(None).blocks
    assert len({one.uid for one in agenda(qms)}) == len(agenda(qms))


@pytest.mark.parametrize("end", ENDS, ids=bytes.decode)
def test_every_day_is_one_and_the_same(end):
    day = date.fromisoformat(end.decode())
    for judged in {day, date.min, date.max, date(2021, 6, 30)}:
        looked_at(changed(lambda _: end), judged)


@pytest.mark.parametrize("seed", range(6))
def test_days_in_any_order(seed):
    chance = random.Random(seed)
    several = (*ENDS, b"2021-06-30", b"2021-06-31", b"2020-02-29", b"2021-02-29")
    looked_at(changed(lambda found: chance.choice((*several, found[0]))), date(2021, 6, 30))


@pytest.mark.parametrize("end", [b"1000-01-01", b"9999-12-31"], ids=bytes.decode)
def test_the_proof_calendar_at_the_ends(end):
    qms = load(changed(lambda _: end), date(2021, 6, 30))
    pack = qms.standard("juknis")
    assert list(proved(qms, pack, date.min, date.max))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
@pytest.mark.parametrize(
    "verb", [("status",), ("agenda",), ("agenda", "--proof"), ("agenda", "--remind")]
)
def test_a_day_of_judgement_at_the_ends(day, verb):
    done = smm(*verb, EXAMPLE, "--as-of", day)
    assert (done.returncode, done.stderr) == (0, "")
    done = smm("agenda", EXAMPLE, "--as-of", day, "-f", "ics")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_zone_that_is_none_is_no_fault(qms):
    text = (qms / "qms.yaml").read_text("utf-8").replace("Asia/Makassar", "../../etc/passwd")
    (qms / "qms.yaml").write_text(text, "utf-8")
    done = smm("agenda", qms, "-f", "ics")
    assert done.returncode in {0, 1}
    assert "DTSTAMP:20210630T000000Z" in done.stdout or done.returncode == 1
