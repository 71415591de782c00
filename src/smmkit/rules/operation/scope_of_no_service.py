"""SMM884 scope-of-no-service."""

from __future__ import annotations

import re
from itertools import pairwise

from smmkit.analyses.organization.own_work import AT_WORK, own_work
from smmkit.documents.services import Services
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{4,}")
PART = re.compile(r"[,;.:()]| dan | serta | and ")
"""Where one thing that a scope names ends, and the next begins."""

NAMING_NOTHING = """
    yang dengan untuk dari sampai hingga termasuk seluruh semua setiap bagi oleh pada sejak kepada antara lain
    berupa meliputi seperti baik maupun serta melalui secara lingkungan wilayah beserta
    that this they them their from with where wherever until including within through between which other such
    each every whole throughout into over upon those whose
"""
PLAIN = frozenset(NAMING_NOTHING.split())
"""Words that name nothing."""

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
    known = qms.fact(own_work)
    unknown = [
        f"{one} {other}"
        for part in PART.split(settings.scope.statement.casefold())
        for one, other in pairwise(WORD.findall(part))
        if not {one, other} & PLAIN and one not in known and other not in known
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
