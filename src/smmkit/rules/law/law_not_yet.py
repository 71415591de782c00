"""SMM341 law-not-yet."""

from __future__ import annotations

from smmkit.analyses.cycle.editions import paper_day
from smmkit.analyses.lifecycle.law import naming
from smmkit.documents.regulations import Regulations
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM341", "law-not-yet", severity=Severity.WARNING, source="ISO 9001, 7.5.3.2", clause="7.5.3.2"
)
def law_not_yet(qms: Qms) -> Problems:
    """What names a regulation as its basis is no older than the regulation.

    Why: a paper cites the law of its day. Where it names a later one, the law was put in afterwards,
    or one of the two days is wrong.
    """
    told: set[tuple[str, str]] = set()
    for entry in (one for register in qms.of(Regulations) for one in register.entries):
        for resting in naming(entry, qms):
            home, day = resting.document, paper_day(resting.document)
            is_told = (home.id, entry.id) in told
            if day is None or day >= entry.in_force or is_told or isinstance(home, Training):
                continue  # what is to come may be taught before
            told.add((home.id, entry.id))
            yield problem(
                home,
                *resting.steps,
                message=say(
                    "{id} is of {day} and names {number}, in force only from {since}",
                    id=home.id,
                    day=day,
                    number=entry.number,
                    since=entry.in_force,
                ),
                hint=say("name what held on its day, or write the true day"),
            )
