"""SMM989 too-few-audit-days."""

from __future__ import annotations

from decimal import Decimal

from smmkit.documents.certification import Contract
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

LEAST = Decimal("0.7")
"""The share of the days that is always left."""

DAYS = tuple(
    (most, Decimal(days))
    for most, days in (
        (5, "1.5"),
        (10, "2"),
        (15, "2.5"),
        (25, "3"),
        (45, "4"),
        (65, "5"),
        (85, "6"),
        (125, "7"),
        (175, "8"),
        (275, "9"),
        (425, "10"),
        (625, "11"),
        (875, "12"),
    )
)
"""Up to so many people, so many days for both stages."""


@rule(
    "SMM989",
    "too-few-audit-days",
    of=Contract,
    severity=Severity.WARNING,
    source="IAF MD 5",
    filled=True,
)
def too_few_audit_days(contract: Contract, qms: Qms) -> Problems:  # noqa: ARG001
    """A contract has the days of audit that the number of people asks for, less three tenths at most.

    Why: a certificate of a day and a half for a hundred people is refused by whoever looks at it.
    """
    people, days = contract.headcount, contract.audit_days
    if not people or days is None:
        return
    asked = next((wanted for most, wanted in DAYS if people <= most), None)
    if asked is not None and days < asked * LEAST:
        yield problem(
            contract,
            "audit_days",
            message=say(
                "{days} days of audit for {people} people; usual are {asked}",
                days=days,
                people=people,
                asked=asked,
            ),
            hint=say(
                "ask the certification body how it has counted, and write its reason under `note:`"
            ),
        )
