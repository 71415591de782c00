"""SMM463 speaks-of-another-body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.own_work import AT_WORK, own_work
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.settings import Settings
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NAMED = re.compile(
    r"\b(?:Dinas|Kementerian|Kabupaten|Kota|Kecamatan|Inspektorat|Universitas|RSUD|PT|CV|Ministry of"
    r"|University of)(?: [A-Z][\w-]+){1,4}"
)
"""A body with its name."""

TRADES = (
    (
        r"rumah sakit|puskesmas|klinik|pasien|hospital|clinic|patients?",
        r"sakit|rs|rsud|rsia|puskesmas|klinik|kesehatan|medi\w*|health|hospital|clinic",
    ),
    (
        r"sekolah|siswa|mahasiswa|schools?|pupils?|universit(?:y|ies)",
        r"sekolah|sd|smp|sma|smk|universitas|politeknik|institut|akademi|pendidikan|education|school|university"
        r"|college",
    ),
    (
        r"nasabah|pabrik|tamu hotel|factory|hotel guests?",
        r"bank|bpr|pabrik|hotel|pt|industri\w*|factory",
    ),
)
"""Whom and what other trades speak of, and by which word in its name an organization is of that trade."""

SERVED = re.compile(
    r"\b(?:bagi|untuk|kepada|dengan|dari|antara|for|to|with|from|between) $", re.IGNORECASE
)
"""What stands before somebody who is served, or worked with."""

LONGEST = 8
"""The letters of the longest of these words, and the blank."""


@rule(
    "SMM463",
    "speaks-of-another-body",
    severity=Severity.WARNING,
    source="ISO 9001, 4.3 and 5.2.1 a; juknis II.A3",
    clause="5.2.1",
    filled=True,
    whole=AT_WORK,
)
def speaks_of_another_body(qms: Qms) -> Problems:
    """Policy and scope speak of this organization, and of no other.

    Why: a policy taken over from a hospital or another agency fits nobody's work here, and is what an
    auditor reads first.
    """
    foreign = (NAMED, *other_trades(qms))
    policies = [policy for policy in qms.of(QualityPolicy) if is_live(policy, qms)]
    documents = (*policies, *([qms.settings] if qms.settings else ()))
    for document, steps, text in ((one, *said) for one in documents for said in spoken(one)):
        named = [
            found.group()
            for way in foreign
            for found in way.finditer(text)
            if not SERVED.search(text, max(0, found.start() - LONGEST), found.start())
        ]
        here = qms.fact(own_work) if named else ""
        others = [body for body in dict.fromkeys(named) if body.casefold() not in here]
        if others:
            yield problem(
                document,
                *steps,
                message=say("{id} speaks of {bodies}", id=document.id, bodies=others),
                hint=say(
                    "say it of this organization; name among its services or parties whom it serves"
                ),
            )


def spoken(document: QualityPolicy | Settings) -> Iterator[tuple[Path, str]]:
    """The texts in which an organization says what it is there for."""
    if isinstance(document, QualityPolicy):
        yield ("sentence",), document.sentence
        for n, point in enumerate(document.points):
            yield ("points", n, "title"), point.title
    else:
        yield ("scope", "statement"), document.scope.statement


def other_trades(qms: Qms) -> Iterator[re.Pattern[str]]:
    """The words of the trades of which this organization is not, by its name and its units."""
    settings = qms.settings
    names = [settings.organization.name, *(u.title for u in settings.units)] if settings else []
    for words, names_of_trade in TRADES:
        own = re.compile(rf"\b(?:{names_of_trade})\b", re.IGNORECASE)
        if not any(own.search(name) for name in names):
            yield re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
