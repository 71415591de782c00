"""For each clause: since when it is proved, and the day on which that lapses if nothing new comes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from smmkit.analyses.proof.claims import exclusions
from smmkit.analyses.proof.naming import namings
from smmkit.analyses.proof.proof import COUNTS, Shown, evidence_for
from smmkit.analyses.proof_days.turns import kinds_of, months_of, on_day, proofs_of, turns
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause
from smmkit.words import Words


@dataclass(frozen=True, slots=True)
class Proved:
    """A clause on the calendar."""

    standard: Standard
    clause: StandardClause
    proved: bool
    """Whether it is proved on the day of judgement."""
    since: date | None
    """The day since when, or since when it is not; None where that lies before the time looked at."""
    lapses: date | None
    """The first day on which it is no longer proved; None where that lies after the time looked at."""
    gone: tuple[Information, ...] = ()
    """The documents that no longer count on that day."""

    FOR_PROGRAMS: ClassVar = {
        "standard": "standard.id",
        "clause": "clause.id",
        "title": "clause.title",
        "proved": "proved",
        "since": "since",
        "until": "until",
        "lapses": "lapses",
        "documents": "gone",
    }

    @property
    def until(self) -> date | None:
        """The last day on which it is proved."""
        return self.lapses - timedelta(1) if self.lapses else None

    @property
    def title(self) -> Words:
        """What the clause is about."""
        return self.clause.title


class Calendar:
    """A folder on many days, each looked at once."""

    def __init__(self, qms: Qms, standard: Standard) -> None:
        self.qms, self.standard = qms, standard
        self.naming = namings(qms, standard)
        self._days: dict[date, Qms] = {qms.as_of: qms}

    def shown(self, clause: StandardClause, day: date) -> Shown:
        """What the folder shows for a clause on a day."""
        if day not in self._days:
            self._days[day] = on_day(self.qms, day)
        return evidence_for(self._days[day], clause.proof, clause.id, self.naming)

    def is_proved(self, clause: StandardClause, day: date) -> bool:
        """Whether a clause is proved on a day."""
        return self.shown(clause, day).strength in COUNTS


def proved(qms: Qms, standard: Standard, first: date, last: date) -> Iterator[Proved]:
    """Every clause that a document can prove and that applies, between two days around that of judgement."""
    calendar, kinds = Calendar(qms, standard), kinds_of(standard)
    excluded = exclusions(qms, standard)
    of_months: dict[frozenset[int], dict[str, set[date]]] = {}
    for clause in standard.clauses:
        if clause.proof is None or clause.id in excluded:
            continue
        months = months_of(proofs_of(clause))
        known = of_months.setdefault(months, {})
        days: set[date] = set()
        for document in qms.documents:
            if document.kind in kinds[clause.id]:
                if document.id not in known:
                    known[document.id] = turns(qms, document, months)
                days |= known[document.id]
        every = sorted({first, *days})
        within = every[bisect_left(every, first) : bisect_right(every, last)]
        yield course(calendar, clause, within)


def course(calendar: Calendar, clause: StandardClause, days: list[date]) -> Proved:
    """One clause, judged on those of these days that matter."""
    today = calendar.qms.as_of
    now = calendar.shown(clause, today)
    is_proved = now.strength in COUNTS
    since = None
    later = today
    for day in reversed([day for day in days if day < today]):
        if calendar.is_proved(clause, day) is not is_proved:
            since = later
            break
        later = day
    lapse = None
    if is_proved:
        coming = (day for day in days if day > today)
        lapse = next((day for day in coming if not calendar.is_proved(clause, day)), None)
    gone: tuple[Information, ...] = ()
    if lapse:
        left = {e.document.id for e in calendar.shown(clause, lapse).evidence}
        before = calendar.shown(clause, lapse - timedelta(1)).evidence
        gone = tuple(e.document for e in before if e.document.id not in left)
    return Proved(calendar.standard, clause, is_proved, since, lapse, gone)
