"""SMM992 names-itself."""

from __future__ import annotations

from smmkit.analyses.references.links import links
from smmkit.model.marks import RefersTo
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.links.ring import subject
from smmkit.words import say


@rule(
    "SMM992",
    "names-itself",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3",
    clause="7.5.3.1",
    filled=True,
)
def names_itself(qms: Qms) -> Problems:
    """Nothing names itself as its own proof, its own follow-up, or what it is related to.

    Why: who follows that link stands where he stood before, and what should be there is missing.
    """
    for link in qms.fact(links):
        if not isinstance(link.mark, RefersTo) or link.mark.upward:
            continue
        home = qms.homes.get(link.target)
        if home and home[0] is link.document and link.target == subject(link, qms):
            yield problem(
                link.document,
                *link.steps,
                message=say("{id} names itself", id=link.target),
                hint=say("name what is meant, or take it out"),
            )
