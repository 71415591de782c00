"""SMM812 audit-without-contract."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.audits import EXTERNAL, of_types
from smmkit.documents.certification import Contract
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM812",
    "audit-without-contract",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="8.4.1",
    filled=True,
    whole=(Contract,),
)
def audit_without_contract(qms: Qms) -> Problems:
    """A certification body audits under a contract that holds.

    Why: without one nobody has agreed on the scope, the days, and what is kept confidential.
    """
    signed = defaultdict(list)
    for contract in qms.of(Contract):
        if contract.signed_on:
            signed[contract.body].append((contract.signed_on, contract.until))
    for audit in of_types(qms, EXTERNAL):
        holds = any(
            since <= audit.date and (until is None or audit.date <= until)
            for since, until in signed.get(audit.body or "", ())
        )
        if audit.body and not holds:
            yield problem(
                audit,
                "body",
                message=say(
                    "no contract with {body} held on {day}", body=audit.body, day=audit.date
                ),
                hint=say("record the contract, with `signed_on:` and its last day"),
            )
