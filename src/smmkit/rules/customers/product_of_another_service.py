"""SMM887 product-of-another-service."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents import Information
from smmkit.documents.services import ServiceEntry, ServiceLog, Services, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{4,}")


@rule(
    "SMM887",
    "product-of-another-service",
    of=Information,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; PermenPANRB 15/2014",
    clause="8.2.2",
    filled=True,
    whole=(Services,),
)
def product_of_another_service(document: Information, qms: Qms) -> Problems:
    """The product of a service standard, and the criteria of a service log, are not of another service.

    Why: who copies the standard of one service for the next promises the wrong thing on the wall; cases that
    are held against what another service asks for were not judged.
    """
    match document:
        case ServiceStandard() if is_live(document, qms):
            name, text = "product", document.product
        case ServiceLog():
            name, text = "criteria", document.criteria or ""
        case _:
            return
    own = qms.get(document.service, ServiceEntry)
    said = words_of(text)
    only_of = qms.fact(words_of_one_service) if own and said else {}
    others = {only_of[word] for word in said if word in only_of}
    if own and others - {own.id} and not said & words_of(f"{own.title} {document.title}"):
        yield problem(
            document,
            name,
            message=say(
                "{id} is of {own}, and its product is that of {others}",
                id=document.id,
                own=own.id,
                others=sorted(others - {own.id}),
            )
            if name == "product"
            else say(
                "{id} is of {own}, and this is what is asked of {others}",
                id=document.id,
                own=own.id,
                others=sorted(others - {own.id}),
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
