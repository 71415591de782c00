"""SMM809 site-omitted."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import papers
from smmkit.analyses.texts import squeezed
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM809",
    "site-omitted",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="4.3",
    filled=True,
)
def site_omitted(qms: Qms) -> Problems:
    """Every site of the scope is in the application, the contract and the certificate.

    Why: a site that is not named is not audited, and what is done there is not certified.
    """
    own = {squeezed(site): site for site in qms.settings.scope.sites} if qms.settings else {}
    for document in papers(qms):
        named = {squeezed(site): site for site in document.sites}
        missing = [site for key, site in own.items() if key not in named]
        more = [site for key, site in named.items() if key not in own]
        if own and named and (missing or more):
            yield problem(
                document,
                "sites",
                message=say(
                    "the sites of {id} differ from qms.yaml: {sites}",
                    id=document.id,
                    sites=missing or more,
                ),
                hint=say("name every site in the same words; a new one has to be applied for"),
            )
