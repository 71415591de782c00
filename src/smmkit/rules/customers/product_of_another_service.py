"""SMM887 product-of-another-service."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import ServiceEntry, Services, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{4,}")


@rule(
    "SMM887",
    "product-of-another-service",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; PermenPANRB 15/2014",
    clause="8.2.2",
    filled=True,
    whole=(Services,),
)
def product_of_another_service(standard: ServiceStandard, qms: Qms) -> Problems:
    """What a service standard promises as the product is that of its service, and not of another one.

    Why: who copies the standard of one service for the next promises the wrong thing on the wall.
    """
    own = qms.get(standard.service, ServiceEntry)
    if own is None or not is_live(standard, qms):
        return
    said, own_words = words_of(standard.product), words_of(f"{own.title} {standard.title}")
    only_of = qms.fact(words_of_one_service)
    others = {only_of[word] for word in said if word in only_of} - {own.id}
    if others and not said & own_words:
        yield problem(
            standard,
            "product",
            message=say(
                "{id} is of {own}, and its product is that of {others}",
                id=standard.id,
                own=own.id,
                others=sorted(others),
            ),
            hint=say("write what the applicant for this service gets"),
        )


def words_of_one_service(qms: Qms) -> Mapping[str, str]:
    """The words that stand in the title of one service alone, with its id."""
    titles = [
        (service.id, words_of(service.title)) for one in qms.of(Services) for service in one.entries
    ]
    count = Counter(word for _, words in titles for word in words)
    return {word: id_ for id_, words in titles for word in words if count[word] == 1}


def words_of(text: str) -> set[str]:
    """The words of a text that may name a thing."""
    return {word.casefold() for word in WORD.findall(text)}
