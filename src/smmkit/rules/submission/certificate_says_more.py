"""SMM807 certificate-says-more."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from smmkit.documents.certification import Certificate
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Apart(Part):
    """How far the words of the two may lie apart."""

    percent: Annotated[Whole, Field(ge=0, le=100)] = 20
    """How many percent of the words of the certificate may be missing in qms.yaml."""


WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that carry something."""


@rule(
    "SMM807",
    "certificate-says-more",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO 9001, 4.3",
    clause="4.3",
    filled=True,
    settings=Apart,
)
def certificate_says_more(certificate: Certificate, qms: Qms, limits: Apart) -> Problems:
    """What a certificate says is covered stands in the scope of qms.yaml, too.

    Why: the two are read side by side. A word that only the certificate has is a service that the system
    does not know.
    """
    statement = qms.settings.scope.statement if qms.settings else ""
    own = set(WORD.findall(statement.casefold()))
    printed = WORD.findall(certificate.scope.casefold())
    more = [word for word in dict.fromkeys(printed) if word not in own]
    if own and len(more) * 100 > len(set(printed)) * limits.percent:
        yield problem(
            certificate,
            "scope",
            message=say("the scope in qms.yaml does not know: {words}", words=more),
            hint=say("bring both into line; a wider scope has to be applied for"),
        )
