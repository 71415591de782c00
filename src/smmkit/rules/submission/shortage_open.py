"""SMM804 shortage-open."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL, of_types
from smmkit.documents.certification import Verification
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM804", "shortage-open", severity=Severity.WARNING, source="juknis II.B1", filled=True)
def shortage_open(qms: Qms) -> Problems:
    """What the verification found missing is made up for before the certification audit.

    Why: an organization that is eligible on conditions is not, until they are met.
    """
    first = next(iter(of_types(qms, EXTERNAL)), None)
    for verification in qms.of(Verification):
        following = first if first and first.date >= verification.date else None
        for index, shortage in enumerate(verification.shortages if following else ()):
            if following and (shortage.done is None or shortage.done > following.date):
                yield problem(
                    verification,
                    "shortages",
                    index,
                    "what",
                    message=say(
                        "this was not made up for when {audit} began on {day}",
                        audit=following.id,
                        day=following.date,
                    ),
                    hint=say("write `done:` with the day on which it was"),
                )
