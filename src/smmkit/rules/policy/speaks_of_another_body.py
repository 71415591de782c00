"""SMM463 speaks-of-another-body."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.own_work import AT_WORK, own_work
from smmkit.analyses.organization.trades import bodies, other_trades
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document, Information
from smmkit.documents.certification import Certificate, CertificationBody
from smmkit.documents.direction import Direction, StrategicPlan
from smmkit.documents.people import JobDescription
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.procedure import Procedure
from smmkit.documents.process import Process
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import right_before
from smmkit.words import say

AMONG_MANY = 2
"""Where those who are served are named, too, a trade speaks from so many of its words on."""

FAR = 40
"""So many letters before it the word stands that says whom somebody serves."""


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
    """Policy, scope, purpose, goals and certificate speak of this organization, and of no other.

    Why: a policy taken over from a hospital or another agency fits nobody's work here, and is what an
    auditor reads first.
    """
    named, trades = bodies(qms), tuple(other_trades(qms))
    served = right_before(qms.fact(vocabulary).served)
    for document, steps, text in spoken(qms):
        ways = (named,) if isinstance(document, Certificate) else (named, *trades)
        least = AMONG_MANY if isinstance(document, AT_WORK) else 1
        said = [[*way.finditer(text)] for way in ways]
        found = [
            one.group()
            for way, ones in zip(ways, said, strict=True)
            for one in ones
            if (way is named or len(ones) >= least)
            and not served.search(text, max(0, one.start() - FAR), one.start())
        ]
        here = qms.fact(known_here) if found else ""
        own = text.casefold() if isinstance(document, AT_WORK) else ""  # it stands there, too
        named_here = [one for one in map(str.casefold, found) if here.count(one) > own.count(one)]
        others = [body for body in dict.fromkeys(found) if body.casefold() not in named_here]
        if others:
            yield problem(
                document,
                *steps,
                message=say("{id} speaks of {bodies}", id=document.id, bodies=others),
                hint=say(
                    "say it of this organization; name among its services or parties whom it serves"
                ),
            )


def known_here(qms: Qms) -> str:
    """What the folder says of its own work, and the names of the bodies that certify it."""
    certifiers = "\n".join(body.title for body in qms.of(CertificationBody))
    return qms.fact(own_work) + "\n" + certifiers.casefold()


def spoken(qms: Qms) -> Iterator[tuple[Information, Path, str]]:
    """The texts in which an organization says what it is there for, and in which others say it."""
    if settings := qms.settings:
        yield settings, ("scope", "statement"), settings.scope.statement
        yield settings, ("purpose",), settings.purpose or ""
    for certificate in qms.of(Certificate):
        yield certificate, ("title",), certificate.title
    for document in qms.of(Document):
        if is_live(document, qms):
            for steps, text in said_by(document):
                yield document, steps, text


def said_by(document: Document) -> Iterator[tuple[Path, str]]:
    """Such texts of a document."""
    match document:
        case QualityPolicy():
            yield ("sentence",), document.sentence
            for n, point in enumerate(document.points):
                yield ("points", n, "title"), point.title
        case Direction():
            yield ("parent",), document.parent
            yield ("contribution",), document.contribution or ""
        case Process() | JobDescription() | Procedure():
            yield ("purpose",), document.purpose or ""
        case StrategicPlan():
            for n, goal in enumerate(document.goals):
                yield ("goals", n, "title"), goal.title
                yield ("goals", n, "programme"), goal.programme or ""
