"""SMM884 scope-of-no-service."""

from __future__ import annotations

import re
from itertools import pairwise

from smmkit.analyses.organization.own_work import AT_WORK, own_work
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import Services
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import parted
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{4,}")
FEWEST = 3
"""With so many services the list of them can be taken for whole."""


@rule(
    "SMM884",
    "scope-of-no-service",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 4.3",
    clause="4.3",
    filled=True,
    whole=AT_WORK,
)
def scope_of_no_service(settings: Settings, qms: Qms) -> Problems:
    """What the scope names is done by some unit: services, processes or procedures speak of it.

    Why: a service that stands in the scope alone is certified, promised, and given by nobody.
    """
    if sum(len(each.entries) for each in qms.of(Services)) < FEWEST:
        return
    known, words = qms.fact(own_work), qms.fact(vocabulary)
    plain = frozenset(words.plain)
    unknown = [
        f"{one} {other}"
        for part in parted(words.joins).split(settings.scope.statement.casefold())
        for one, other in pairwise(WORD.findall(part))
        if not {one, other} & plain and one not in known and other not in known
    ]
    if unknown:
        yield problem(
            settings,
            "scope",
            "statement",
            message=say(
                "the scope names what no service or process speaks of: {words}", words=unknown
            ),
            hint=say("add the service, with who gives it, or leave it out of the scope"),
        )
