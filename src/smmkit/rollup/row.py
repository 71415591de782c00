"""One agency in one row: facts of its folder on a day, small enough to travel and to lie in a bundle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from smmkit.analyses.agenda.agenda import Entry, agenda
from smmkit.analyses.cycle.certificates import holds_until, is_active, running
from smmkit.analyses.cycle.course import is_in_cycle
from smmkit.analyses.gap.comparison import gap, others
from smmkit.analyses.gap.readiness import readiness
from smmkit.analyses.references.nearest import damaged_pack
from smmkit.analyses.status.numbers import Whose, numbers
from smmkit.documents.finding import Grade
from smmkit.errors import SmmError
from smmkit.layout import HOME
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import problems_of
from smmkit.standards.readiness import BEFORE_CERTIFICATE
from smmkit.words import Message, rounded, say

SCHEMA: Final = "smmkit-agency/1"
"""What a status file says that it is."""
EARLIER: Final = "smmkit-status/1"
"""What it said before; `smm status` says the same of another shape."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of one agency on a day. Shares are percent with two decimals; None is missing."""

    source: str
    """The folder or file that it comes from."""
    name: str
    short_name: str
    as_of: date
    standard: str
    documents: int
    unread: int
    errors: int
    warnings: int
    proved: Decimal | None
    claimed: Decimal | None
    ready: tuple[str, ...]
    """The steps of certification that nothing blocks, or that a certificate has put behind."""
    blockers: int
    """How many criteria of the first step that is blocked do not hold."""
    next_step: str
    """The first step that is blocked; empty where none is."""
    open_findings: int
    open_majors: int
    overdue: int
    """How many days have passed by which something was to be done that is not."""
    period: str
    """The period of the KPIs."""
    kpis: int
    measured: int
    red: int
    certified_until: date | None
    findings: tuple[str, ...] = ()
    """The open findings, each with its title."""
    next_day: date | None = None
    """The first day to come by which something is to be done."""
    next_for: str = ""
    """The id of what is to be done by then."""

    FOR_PROGRAMS: ClassVar[Mapping[str, str]]


Row.FOR_PROGRAMS = {field.name: field.name for field in fields(Row)}


@dataclass(frozen=True, slots=True)
class Broken:
    """A place that gave no row, and why."""

    source: str
    reason: Message

    FOR_PROGRAMS: ClassVar = {"source": "source", "reason": "reason"}


def broken_home(qms: Qms) -> Message:
    """That qms.yaml cannot be read, with the first fault of it."""
    first = next((one.message for _, one in qms.found if one.path == HOME), say("none"))
    return say("qms.yaml has faults; the first: {fault}. All: smm validate", fault=first)


def row_of(qms: Qms, source: str) -> Row:
    """The row of a QMS on its day of judgement.

    Raises:
        SmmError: its qms.yaml cannot be read, or names no standard that is there.
    """
    home = qms.settings
    if home is None:
        raise SmmError(broken_home(qms))
    standard = qms.standard(qms.standard_ids[0])
    if standard is None:
        raise SmmError(
            damaged_pack(qms.standard_ids[0], qms)
            or say("there is no standard {id}", id=qms.standard_ids[0])
        )
    found = gap(qms, standard)
    steps = readiness(qms, [found, *others(qms, standard)])
    weights = weighed(qms)
    entries = agenda(qms)
    told = numbers(qms, Whose(), entries)
    active = [holds_until(qms, one) for one in qms.fact(running) if is_active(qms, one, qms.as_of)]
    behind = BEFORE_CERTIFICATE if is_in_cycle(qms) else ()
    left = [one for one in steps if one.stage not in behind]
    blocked = next((one for one in left if one.criteria and one.blockers), None)
    return Row(
        source,
        home.organization.name,
        home.organization.short_name,
        qms.as_of,
        standard.id,
        len(qms.documents) + len(qms.stubs),
        len(qms.stubs),
        weights[Severity.ERROR],
        weights[Severity.WARNING],
        rounded_share(found.totals.proved),
        rounded_share(found.totals.conformity),
        tuple(one.stage.value for one in steps if one.stage in behind or one.is_ready),
        len(blocked.blockers) if blocked else 0,
        blocked.stage.value if blocked else "",
        len(told.findings),
        sum(one.grade is Grade.MAJOR for one in told.findings),
        told.overdue,
        told.period or "",
        told.kpis,
        told.measured,
        len(told.red),
        max(active, default=None),
        tuple(f"{one.id}: {one.title}" for one in told.findings),
        *next_due(entries),
    )


def next_due(entries: list[Entry]) -> tuple[date | None, str]:
    """The first day to come of the agenda, and for what; what is overdue is counted by itself."""
    coming = next((one.due for one in entries if not one.is_overdue), None)
    return (coming.day, coming.id) if coming else (None, "")


def weighed(qms: Qms) -> Counter[Severity]:
    """How many problems of each weight there are, also those that are counted and not kept."""
    found = qms.fact(problems_of)
    weights = Counter(rule.severity for rule, _ in found)
    for (rule, _), more in found.passed_over.items():
        weights[rule.severity] += more
    return weights


def rounded_share(share: Decimal | None) -> Decimal | None:
    """A share as it is printed."""
    return None if share is None else rounded(share)
