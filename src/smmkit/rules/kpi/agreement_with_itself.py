"""SMM441 agreement-with-itself."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.direction import PerformanceAgreement
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM441",
    "agreement-with-itself",
    of=PerformanceAgreement,
    source="juknis II.A4",
    clause="6.2.1",
    filled=True,
)
def agreement_with_itself(agreement: PerformanceAgreement, qms: Qms) -> Problems:  # noqa: ARG001
    """A performance agreement is between two offices.

    Why: who promises something to herself can let herself off.
    """
    if squeezed(agreement.first_party) == squeezed(agreement.second_party):
        yield problem(
            agreement,
            "second_party",
            message=say("{office} promises to itself", office=agreement.first_party),
            hint=say("write the office above, to which it is promised"),
        )
