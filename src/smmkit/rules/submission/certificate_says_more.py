"""SMM807 certificate-says-more."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.certificates import holds_until, scope_on
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
    """What a certificate covers stands in the scope of qms.yaml; after a change of it, nothing more does.

    Why: the two are read side by side. A word that only the certificate has is a service that the system
    does not know; what was taken out of the certificate is not certified any longer.
    """
    statement = qms.settings.scope.statement if qms.settings else ""
    own, printed = words_of(statement), words_of(scope_on(certificate, qms.as_of))
    more, less = wanting(printed, own), wanting(own, printed)
    if own and len(more) * 100 > len(printed) * limits.percent:
        yield problem(
            certificate,
            "changes" if is_changed(certificate, qms) else "scope",
            message=say("the scope in qms.yaml does not know: {words}", words=more),
            hint=say("bring both into line; a wider scope has to be applied for"),
        )
    elif is_changed(certificate, qms) and len(less) * 100 > len(own) * limits.percent:
        yield problem(
            certificate,
            "changes",
            message=say(
                "since its scope was changed, {id} lacks: {words}", id=certificate.id, words=less
            ),
            hint=say("bring the scope in qms.yaml into line; what is outside is not certified"),
        )


def is_changed(certificate: Certificate, qms: Qms) -> bool:
    """Whether it holds on the day with another scope than the printed one."""
    holds = certificate.date <= qms.as_of <= holds_until(qms, certificate)
    return holds and scope_on(certificate, qms.as_of) != certificate.scope


def words_of(scope: str) -> list[str]:
    """The words of a scope that carry something, each once."""
    return [*dict.fromkeys(WORD.findall(scope.casefold()))]


def wanting(words: list[str], among: list[str]) -> list[str]:
    """The words that are not among others."""
    known = set(among)
    return [word for word in words if word not in known]
