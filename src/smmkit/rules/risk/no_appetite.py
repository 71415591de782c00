"""SMM611 no-appetite."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.risk import RiskRegister
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM611",
    "no-appetite",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1; juknis II.A7",
    clause="6.1.1",
)
def no_appetite(home: Settings, qms: Qms) -> Problems:
    """Where risks are approved, it is decided how much risk is accepted, and by whom.

    Why: without a line nobody can say which risks need a treatment.
    """
    if not live(qms, RiskRegister):
        return
    if home.risk is None:
        yield problem(
            home,
            "scope",
            message=say("nobody has decided how much risk is accepted"),
            hint=say("write `risk:` with `appetite:` and `decided_by:`"),
        )
    elif not home.risk.decided_by:
        yield problem(
            home,
            "risk",
            message=say(
                "it is not said who decided that risks up to {n} are accepted", n=home.risk.appetite
            ),
            hint=say("write `decided_by:` below `appetite:`"),
        )
