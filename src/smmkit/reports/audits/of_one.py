"""A report of one audit, done or planned, in lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.reports import Report


@dataclass(frozen=True)
class AuditReport(Report):
    """What is told of one audit; what extends it has `lines`."""

    audit: Audit | PlannedAudit

    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "audit": "audit.id",
        "lines": "lines",
        "left_out": "unread",
    }
