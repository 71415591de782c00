"""SMM805 headcount-differs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.certificates import papers
from smmkit.documents.certification import Certificate, Contract, Registration
from smmkit.layout import HOME
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Tolerance(Part):
    """How far the numbers may lie apart."""

    percent: Annotated[Whole, Field(ge=0)] = 10
    """By how many percent the number of qms.yaml may have changed since the application."""


@rule(
    "SMM805",
    "headcount-differs",
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
    settings=Tolerance,
)
def headcount_differs(qms: Qms, limits: Tolerance) -> Problems:
    """Application, contract and qms.yaml tell the same number of people.

    Why: the certification body counts the days of the audit by it. A number that is too small makes the
    audit too short, and the certificate open to challenge.
    """
    own = qms.settings.headcount if qms.settings else None
    for document in papers(qms):
        if isinstance(document, Certificate):
            continue
        asked = (
            qms.get(document.registration or "", Registration)
            if isinstance(document, Contract)
            else None
        )
        other, said_by = (asked.headcount, asked.id) if asked else (own, HOME)
        number = document.headcount
        if number is None or other is None:
            continue
        allowed = 0 if asked else other * limits.percent
        if abs(number - other) * 100 > allowed:
            yield problem(
                document,
                "headcount",
                message=say(
                    "{id} says {number} people, {other} says {count}",
                    id=document.id,
                    number=number,
                    other=said_by,
                    count=other,
                ),
                hint=say(
                    "count again, put the wrong number right, and tell the certification body"
                ),
            )
