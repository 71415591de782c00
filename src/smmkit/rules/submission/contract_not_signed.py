"""SMM816 contract-not-signed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.state import standings
from smmkit.documents.certification import Contract
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM816",
    "contract-not-signed",
    of=Contract,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.3",
    clause="8.4.3",
    filled=True,
)
def contract_not_signed(contract: Contract, qms: Qms) -> Problems:
    """A contract that is in force is signed and kept.

    Why: who cannot show it has agreed on nothing: neither on the days of the audit nor on secrecy.
    """
    if not qms.fact(standings)[contract.id].holds:
        return
    if contract.signed_on is None:
        yield problem(
            contract,
            "id",
            message=say("{id} is in force, but has no day of its signatures", id=contract.id),
            hint=say("write `signed_on:`"),
        )
    elif not contract.file:
        yield problem(
            contract,
            "id",
            message=say(
                "{id} is in force, but the signed contract is not kept with it", id=contract.id
            ),
            hint=say("lay it beside the document and name it under `file:`"),
        )
