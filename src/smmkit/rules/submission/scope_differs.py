"""SMM806 scope-differs."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import papers
from smmkit.analyses.texts import squeezed
from smmkit.documents.certification import Certificate, Contract, Registration
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM806",
    "scope-differs",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="4.3",
    filled=True,
)
def scope_differs(qms: Qms) -> Problems:
    """Application, contract and certificate have the same scope, word for word.

    Why: what is not in the scope of the certificate is not certified, whatever was applied for.
    """
    contracts = {contract.body: contract for contract in qms.of(Contract)}
    for document in papers(qms):
        other: Registration | Contract | None = None
        if isinstance(document, Contract):
            other = qms.get(document.registration or "", Registration)
        elif isinstance(document, Certificate):
            other = contracts.get(document.body)
        if other and in_singular(document.scope) != in_singular(other.scope):
            yield problem(
                document,
                "scope",
                message=say("{id} has another scope than {other}", id=document.id, other=other.id),
                hint=say("compare the two word for word, and have the wrong one put right"),
            )


def in_singular(scope: str) -> list[str]:
    """The words of a scope, one or several of each: a plural covers no more."""
    return [word.rstrip("s") for word in squeezed(scope).strip(" .").split()]
