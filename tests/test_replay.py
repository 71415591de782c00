"""Two and a half years of the example, month by month: status, agenda and gap report tell one story.

The story is kept in `replay.txt`, to be read by people. `python tests/test_replay.py` writes it anew.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from running import EXAMPLE
from smmkit.analyses.agenda.agenda import agenda
from smmkit.analyses.agenda.overdue import late
from smmkit.analyses.audits import audits
from smmkit.analyses.cycle.followed import followed_findings
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.proof_days.turns import on_day
from smmkit.analyses.status.numbers import Whose
from smmkit.documents.finding import AuditFinding
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.page import Tone
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.reports.agenda.report import AgendaReport, Choice
from smmkit.reports.kpi.overview import KpiReport
from smmkit.reports.status.report import StatusReport
from smmkit.words import Percent, language

KEPT = Path(__file__).with_name("replay.txt")
MONTHS = [f"{year}-{month:02}" for year in (2019, 2020, 2021) for month in range(1, 13)][:30]
ENGLISH = language("en")


def tell_the_same(qms: Qms, unit: str | None) -> None:
    """What status says of all, or of a unit, is what agenda, kpi, finding and gap report say."""
    report = StatusReport(qms, Whose(unit))
    numbers = report.numbers
    due = AgendaReport(qms, Choice(None, date(2022, 6, 30), unit, None)).entries
    assert numbers.overdue == sum(one.is_overdue for one in due)
    assert report.entries[:1] == due[:1]
    kpis = KpiReport(qms, numbers.period or str(qms.as_of.year), unit).counted
    red = [one.kpi.id for one in kpis if one.band and one.band.tone is Tone.BAD]
    assert (numbers.kpis, numbers.red_ids) == (len(kpis), red)
    followed = {one.record.id for one in followed_findings(qms) if one.is_open}
    mine = {one.id for one in numbers.findings}
    assert mine == followed if unit is None else mine <= followed


def told(qms: Qms) -> list[str]:
    """One month in a few lines, each number held against where else it is told."""
    report = StatusReport(qms, Whose())
    numbers, entries = report.numbers, agenda(qms)
    overdue = sum(one.is_overdue for one in entries)
    late_days = {(one.due.day, one.due.id) for one in entries if one.is_overdue}
    assert {(one.day, one.id) for one in qms.fact(late)} <= late_days
    assert numbers.overdue == overdue == sum(one.due.day < qms.as_of for one in entries)
    if qms.as_of.month % 3 == 0 and qms.settings:
        for unit in (None, *(one.id for one in qms.settings.units)):
            tell_the_same(qms, unit)
    for finding in numbers.findings:
        assert finding.date <= qms.as_of
        assert not finding.is_closed_on(qms.as_of)
    assert all(audit.date <= qms.as_of for audit in qms.fact(audits))
    done = [one.id for one in report.stops if one.is_done]
    lines = [f"{ENGLISH.say(qms.as_of)}", f"  done {len(done)}: {', '.join(done) or '-'}"]
    if report.next:
        assert report.step not in done
        lines.append(f"  step {report.step}; next: {ENGLISH.say(report.next.what)}")
    shares = []
    for id_ in qms.standard_ids:
        found = gap(qms, qms.standard(id_))
        if report.found and id_ == report.found.standard.id:
            assert found.totals == report.found.totals
        shares.append(
            f"{id_} {said(found.totals.proved)} proved, {said(found.totals.floor)} counts"
        )
    ids = [one.id for one in numbers.findings]
    grades = ", ".join(ids) or "-"
    lines += [
        f"  gap: {'; '.join(shares)}",
        f"  agenda: {overdue} overdue of {len(entries)}; findings: {grades}",
    ]
    for one in numbers.certificates:
        after = f"; next {ENGLISH.say(one.next.what)} by {one.next.planned}" if one.next else ""
        lines.append(f"  {one.certificate.id} {one.stands.course.value}{after}")
    return lines


def said(share) -> str:
    """A share as people read it."""
    return "-" if share is None else ENGLISH.say(Percent(share))


def story() -> str:
    """All months, one after the other."""
    qms = load(Disk(EXAMPLE))
    months = [told(on_day(qms, last_day(month))) for month in MONTHS]
    return "\n".join("\n".join(lines) for lines in months) + "\n"


def test_the_story_is_the_one_that_is_kept():
    assert story() == KEPT.read_text("utf-8")


def test_what_was_found_is_not_told_before_it_was_found():
    qms = load(Disk(EXAMPLE)).on(date(2019, 1, 31))
    report = StatusReport(qms, Whose())
    assert report.numbers.findings == ()
    assert report.numbers.certificates == ()
    later = {one.id for one in qms.of(AuditFinding)}
    assert not later & {one.due.id for one in agenda(qms)}


def test_what_was_done_is_not_overdue_and_what_never_was_is():
    qms = load(Disk(EXAMPLE)).on(date(2020, 12, 31))
    late = [one.due.what for one in agenda(qms) if one.due.id == "GA-2019" and one.is_overdue]
    assert len(late) == 3
    assert any("IKU-08" in str(what) for what in late)
    assert any("SOP-03" in str(what) for what in late)


if __name__ == "__main__":
    KEPT.write_text(story(), "utf-8")
