"""What internal audits have asked about and are planned to: clause by clause, and in which units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.auditing.coverage import open_plans
from smmkit.analyses.audits import internal
from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import answering, audited, standing_units, with_heirs
from smmkit.analyses.proof.coverage import (
    ClauseOf,
    clauses_named,
    clauses_of_process,
    excluded_clauses,
)
from smmkit.calendar_ends import months_before
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import PlannedAudit
from smmkit.documents.process import Process
from smmkit.qms import Qms
from smmkit.standards import StandardClause

CYCLE = 36
"""Months within which every clause is asked about."""


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """One clause: when an internal audit last asked about it and where, and in which plan it stands."""

    clause: StandardClause
    last: date | None
    audit: str | None
    planned: str | None
    asked_in: tuple[str, ...]
    """The units in which an audit of the cycle asked about it."""
    not_in: tuple[str, ...]
    """The units that it concerns, in which no audit of the cycle asked about it, and no plan does."""

    FOR_PROGRAMS: ClassVar = {
        "clause": "clause.id",
        "last": "last",
        "audit": "audit",
        "planned": "planned",
        "asked_in": "asked_in",
        "not_in": "not_in",
    }


def clauses_covered(qms: Qms) -> list[ClauseCoverage]:
    """Every clause of the first standard that applies, with the last internal audit that asked about it."""
    standard = qms.standard(qms.standard_ids[0])
    if standard is None:
        return []
    since = months_before(qms.as_of, CYCLE)
    last: dict[ClauseOf, tuple[date, str]] = {}
    seen: dict[ClauseOf, set[str]] = defaultdict(set)
    for audit in internal(qms):
        for check in audit.checklist:
            for one in clauses_named(qms, check.clause, audit):
                last[one] = (audit.date, audit.id)
                if audit.date >= since:
                    seen[one] |= with_heirs(qms, [check.unit] if check.unit else audit.units)
    plan: dict[ClauseOf, str] = {}
    coming: dict[ClauseOf, set[str]] = defaultdict(set)
    for entry, _ in open_plans(qms):
        for one in clauses_planned(qms, entry):
            plan.setdefault(one, entry.id)
            coming[one] |= with_heirs(qms, audited(qms, entry.units, entry.processes))
    out = qms.fact(excluded_clauses)
    units = [unit.id for unit in standing_units(qms)]
    found = []
    for clause in standard.clauses:
        key = (standard.id, clause.id)
        if key in out:
            continue
        day, audit_id = last.get(key, (None, None))
        asked = tuple(unit for unit in units if unit in seen[key])
        left = qms.fact(concerned).get(key, set()) - seen[key] - coming[key]
        not_asked = tuple(unit for unit in units if unit in left)
        found.append(ClauseCoverage(clause, day, audit_id, plan.get(key), asked, not_asked))
    return found


def clauses_planned(qms: Qms, entry: PlannedAudit) -> Iterator[ClauseOf]:
    """The clauses that a planned audit will ask about."""
    for name in entry.audited_clauses:
        yield from clauses_named(qms, name, qms.homes[entry.id][0])
    for process in entry.processes:
        yield from clauses_of_process(qms, process)


def concerned(qms: Qms) -> dict[ClauseOf, set[str]]:
    """For each clause the units whose documents in force name it; without any, those whose records do."""
    return naming(qms, qms.of(Record)) | naming(qms, live(qms, Document))


def naming(qms: Qms, documents: Iterable[Information]) -> dict[ClauseOf, set[str]]:
    """For each clause the units that answer for documents that name it."""
    found: dict[ClauseOf, set[str]] = defaultdict(set)
    for document in documents:
        units = answering(qms, document.owner)
        for clause in clauses_told(qms, document):
            found[clause] |= units
    return dict(found)


def clauses_told(qms: Qms, document: Information) -> Iterable[ClauseOf]:
    """The clauses that a document names; of a process also those of its procedures."""
    if isinstance(document, Process):
        return clauses_of_process(qms, document.id)
    return (one for name in document.clauses for one in clauses_named(qms, name, document))


def missing_in_cycle(qms: Qms) -> list[ClauseCoverage]:
    """The clauses that no internal audit of a cycle has asked about, planned or not."""
    since = months_before(qms.as_of, CYCLE)
    return [one for one in qms.fact(clauses_covered) if one.last is None or one.last < since]
