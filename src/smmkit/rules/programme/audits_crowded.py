"""SMM728 audits-crowded."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.audits import internal
from smmkit.analyses.lifecycle.live import live
from smmkit.documents.audit import Audit, AuditProgramme, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SHOWN = 6
"""So many ids are named."""

YEAR = 360
"""Days; a programme of fewer plans no whole year."""


@rule(
    "SMM728",
    "audits-crowded",
    severity=Severity.WARNING,
    source="juknis II.C1",
    clause="9.2.2",
    filled=True,
)
def audits_crowded(qms: Qms) -> Problems:
    """The internal audits of a year are spread over it, and planned so.

    Why: two audits a year show twice how the work is done. In the same half of the year, or on one day,
    they show it once.
    """
    yield from planned_crowded(qms)
    per_half: dict[tuple[int, bool], list[Audit]] = defaultdict(list)
    for audit in internal(qms):
        per_half[audit.date.year, audit.date.month > 6].append(audit)
    for (year, is_second), held in per_half.items():
        other = per_half.get((year, not is_second), [])
        over = year < qms.as_of.year
        if len(held) > 1 and not other and over:
            yield problem(
                held[-1],
                "date",
                message=say(
                    "all internal audits of {year} lie in one half of the year: {ids}",
                    year=str(year),
                    ids=[a.id for a in held[:SHOWN]],
                ),
                hint=say("plan one for each half of the year"),
            )
        elif len(held) > 1 and held[-1].date == held[-2].date:
            yield problem(
                held[-1],
                "date",
                message=say(
                    "{id} and {other} are of the same day and count as one audit",
                    id=held[-1].id,
                    other=held[-2].id,
                ),
                hint=say("plan one for each half of the year"),
            )


def planned_crowded(qms: Qms) -> Problems:
    """The programmes that go on and plan all internal audits of a year into one half of it."""
    for programme in live(qms, AuditProgramme):
        planned = [one for one in programme.entries if one.audit_type is AuditType.INTERNAL]
        days = [one for one in planned if one.since and one.until and not one.cancelled]
        halves = {
            (day.year, day.month > 6) for one in days for day in (one.since, one.until) if day
        }
        is_year = programme.until >= qms.as_of and (programme.until - programme.since).days >= YEAR
        if is_year and len(planned) == len(days) > 1 and len(halves) == 1:
            yield problem(
                programme,
                "entries",
                programme.entries.index(days[-1]),
                "since",
                message=say(
                    "{id} plans all its internal audits in one half of the year: {ids}",
                    id=programme.id,
                    ids=[one.id for one in days[:SHOWN]],
                ),
                hint=say("plan one for each half of the year"),
            )
