"""SMM622 party-without-need."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import InterestedParties
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM622",
    "party-without-need",
    of=InterestedParties,
    severity=Severity.WARNING,
    source="ISO 9001, 4.2",
    clause="4.2",
)
def party_without_need(register: InterestedParties, qms: Qms) -> Problems:
    """An interested party has a need or an expectation.

    Why: without it nobody knows why the party is in the list.
    """
    for index, party in enumerate(register.entries if is_live(register, qms) else ()):
        if not party.expectations:
            yield problem(
                register,
                "entries",
                index,
                "expectations",
                message=say("{id} needs and expects nothing", id=party.id),
                hint=say("ask the party, and write what it needs, or take it out"),
            )
