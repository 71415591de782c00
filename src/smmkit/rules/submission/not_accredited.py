"""SMM811 not-accredited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.texts import strings
from smmkit.analyses.texts.stems import SHORT_WORD
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.certification import Certificate, CertificationBody, Contract
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims, pattern_of
from smmkit.words import say


@rule(
    "SMM811",
    "not-accredited",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1",
    clause="8.4.1",
    filled=True,
)
def not_accredited(qms: Qms) -> Problems:
    """A certification body is accredited on the day on which it decides, or signs.

    Why: a certificate without accreditation is recognized by nobody, and the money is lost.
    """
    for one in qms.of(CertificationBody):
        yield from for_something_else(one, qms)
        yield from for_other_trades(one, qms)
    for document, path, day in moments(qms):
        body = qms.get(document.body, CertificationBody)
        if body is None or day is None:
            continue
        held = [a for a in body.accreditations if a.until is None or a.until >= day]
        if not held:
            yield problem(
                document,
                path,
                message=say(
                    "{body} has no accreditation that held on {day}", body=body.id, day=day
                ),
                hint=say(
                    "look it up at the accreditation body, and write it into {body} with its last day",
                    body=body.id,
                ),
            )


def for_something_else(body: CertificationBody, qms: Qms) -> Problems:
    """The accreditations of a body, where each names something else than quality management.

    A scope may name the trades alone for which a body may certify: "health and social work".
    """
    others = qms.fact(vocabulary).other_systems
    scopes = [one.scope or "" for one in body.accreditations]
    if scopes and all(claims(others, scope) for scope in scopes):
        yield problem(
            body,
            "accreditations",
            0,
            "scope",
            message=say(
                "{id} is accredited for something else: {scope}", id=body.id, scope=scopes[0]
            ),
            hint=say("look up whether it may certify quality management systems, and write so"),
        )


def for_other_trades(body: CertificationBody, qms: Qms) -> Problems:
    """The accreditations of a body, where each names trades of which nothing else in the folder speaks."""
    sectors = pattern_of(qms.fact(vocabulary).sectors)
    named = [sectors.split(one.scope or "", 1)[1:] for one in body.accreditations]
    trades = [words for rest in named if (words := SHORT_WORD.findall(" ".join(rest)))]
    if not trades or len(trades) < len(body.accreditations):
        return
    others = qms.fact(strings).difference(body.source.strings)
    spoken = "\n".join(others).casefold()
    if not any(word.casefold() in spoken for words in trades for word in words):
        yield problem(
            body,
            "accreditations",
            0,
            "scope",
            message=say(
                "{id} is accredited for other trades: {words}", id=body.id, words=trades[0]
            ),
            hint=say("look up whether it may certify yours, and write the sector in which it may"),
        )


def moments(qms: Qms) -> Iterator[tuple[Contract | Certificate, str, date | None]]:
    """The days on which an accreditation is needed, each with its document and field."""
    for contract in qms.of(Contract):
        yield contract, "body", contract.signed_on
    for certificate in qms.of(Certificate):
        yield certificate, "body", certificate.date
