"""What papers tell to have been seen, said or decided, and by when that was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.audits import last_day
from smmkit.documents import Information
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Verification
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import Interview, SpotCheck
from smmkit.documents.review import ManagementReview
from smmkit.documents.services import NonconformingOutput
from smmkit.documents.settings import Settings
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.qms import Qms

Seen = tuple[Path, str | None, date]
"""What somebody tells to have seen, its place, and the last day on which it can have been."""


def seen(document: Information, qms: Qms) -> Iterator[Seen]:
    """What a document tells to have been seen, said or decided, and by when."""
    match document:
        case Audit():
            for n, check in enumerate(document.checklist):
                yield ("checklist", n, "seen"), check.seen, last_day(document)
        case Interview():
            for n, item in enumerate(document.items):
                yield ("items", n, "answer"), item.answer, document.date
        case SpotCheck():
            yield ("looked_at",), document.looked_at, document.date
            yield ("seen",), document.seen, document.date
        case AuditFinding():
            audit = qms.get(document.audit, Audit)
            day = max(document.date, last_day(audit)) if audit else document.date
            yield ("statement",), document.statement, day
            yield ("observed",), document.observed, day
        case CorrectiveAction() | Feedback() | NonconformingOutput():
            yield ("statement",), document.statement, document.date
        case ManagementReview():
            for n, one in enumerate(document.inputs):
                yield ("inputs", n, "what"), one.what, document.date
        case Training():
            for n, look in enumerate(document.evaluations):
                yield ("evaluations", n, "how"), look.how, look.on
        case Verification():
            yield ("reasons",), document.reasons, document.date
        case Settings() if document.risk:
            yield ("risk", "decided_by"), document.risk.decided_by, qms.as_of
    effect = getattr(document, "effectiveness", None)
    if isinstance(document, AuditFinding | CorrectiveAction) and effect:
        yield ("effectiveness", "how"), effect.how, effect.checked_on
