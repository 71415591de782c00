"""SMM897 case-due-otherwise."""

from __future__ import annotations

from datetime import timedelta

from smmkit.analyses.kpis.workdays import SATURDAY
from smmkit.analyses.processes.service_time import promised, spent
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import Case, ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.counts import so_many
from smmkit.words import say

NEAR, HOLIDAYS, FEWEST, MOST = 2, 5, 5, 4
"""Up to so many days off a day is that of the promise, or so many holidays; of so many cases three of four.

Holidays that nobody has told smmkit of move all days around them: a case is held against its neighbours.
"""


@rule(
    "SMM897",
    "case-due-otherwise",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.3.1 and 8.6",
    clause="8.6",
    filled=True,
)
def case_due_otherwise(log: ServiceLog, qms: Qms) -> Problems:
    """A case is due when the standard has promised it, on a working day, as the other cases of its log are.

    Why: on a day a week too late a late case is in time, and the share of the whole log is another.
    """
    days = promised(qms, log.service)
    if not days:
        return
    beside = [off(case, days, qms) for case in log.cases]
    known = [one for one in beside if one is not None]
    usual = sum(abs(one) <= HOLIDAYS for one in known) * MOST >= (MOST - 1) * len(known)
    for index, (case, by) in enumerate(zip(log.cases, beside, strict=True)):
        if case.due is None or by is None:
            continue
        free = case.due.weekday() >= SATURDAY
        near = [one for one in beside[max(index - 1, 0) : index + 2] if one is not None]
        near.remove(by)
        fits = not near or min(*near, 0) - NEAR <= by <= max(*near, 0) + NEAR
        if not usual or len(known) <= FEWEST or (fits and not free):
            continue
        if free:
            said = say("{number} is due on {due}, no working day", number=case.number, due=case.due)
        else:
            said = say(
                "{number} is due {n} working days after it came in; {days} are promised and waited for",
                number=case.number,
                n=spent(qms, case.received, case.due),
                days=spent(qms, case.received, case.due) - by,
            )
        hint = say(
            "count {days} working days from {day}, without holidays; what was waited for stands in the note",
            days=days,
            day=case.received + timedelta(1),
        )
        yield problem(log, "cases", index, "due", message=said, hint=hint)


def off(case: Case, days: int, qms: Qms) -> int | None:
    """By how many working days a case is due beyond what was promised and, by its note, waited for."""
    if case.due is None:
        return None
    words = qms.fact(vocabulary)
    asked = so_many(any_count(qms), words.working_days)
    first = asked.search((case.note or "").split(".")[0])
    late = pattern_of(words.delayed).match(case.note or "")
    waited = count_of(first[1], words.numbers) or 0 if first and not late else 0
    return spent(qms, case.received, case.due) - days - waited
