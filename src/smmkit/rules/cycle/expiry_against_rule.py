"""SMM781 expiry-against-rule."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.certificates import certificates
from smmkit.calendar_ends import months_after
from smmkit.documents.certification import Certificate
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Term(Part):
    """How long a certificate holds."""

    years: Annotated[Whole, Field(ge=1)] = 3
    """How many years a certificate holds at most."""


@rule(
    "SMM781",
    "expiry-against-rule",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.1.3",
    filled=True,
    settings=Term,
    whole=(Certificate,),
)
def expiry_against_rule(certificate: Certificate, qms: Qms, limits: Term) -> Problems:
    """A certificate holds for the time of one cycle.

    Why: three years is the rule. A longer one is a slip of the pen, and every day that is counted from
    it is wrong.
    """
    last = months_after(certificate.date, 12 * limits.years)
    if certificate.expires > last and certificate.id not in qms.fact(renewing):
        yield problem(
            certificate,
            "expires",
            message=say(
                "{id} would hold for more than {n} years: from {since} to {until}",
                id=certificate.id,
                n=limits.years,
                since=certificate.date,
                until=certificate.expires,
            ),
            hint=say("compare the days with the certificate itself"),
        )


def renewing(qms: Qms) -> set[str]:
    """The certificates that renew another before it expired; they may run on from its last day."""
    one_after_the_other = pairwise(qms.fact(certificates))
    return {later.id for earlier, later in one_after_the_other if later.date <= earlier.expires}
