"""SMM813 independence-not-told."""

from __future__ import annotations

import re

from smmkit.analyses.cycle.certificates import papers
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.certification import CertificationBody
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say

SENTENCES = re.compile("[.;]")


@rule(
    "SMM813",
    "independence-not-told",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="8.4.1",
    filled=True,
)
def independence_not_told(qms: Qms) -> Problems:
    """Of a certification body it is written down how its independence was made sure.

    Why: a body that has advised the organization may not certify it.
    """
    words = qms.fact(vocabulary)
    for body in qms.of(CertificationBody):
        for name in ("impartiality", "note"):
            said = SENTENCES.split(getattr(body, name) or "")
            if any(claims(words.advises, one) for one in said):
                yield problem(
                    body,
                    name,
                    message=say("{id} is said to advise those whom it certifies", id=body.id),
                    hint=say(
                        "ask for another body, or write that it gave no advice, and since when"
                    ),
                )
            elif any(claims(words.related, one) for one in said):
                yield problem(
                    body,
                    name,
                    message=say("{id} is said to have ties to those whom it certifies", id=body.id),
                    hint=say("ask for other auditors or another body"),
                )
    chosen = {paper.body for paper in papers(qms)}
    for body in qms.of(CertificationBody):
        if body.id in chosen and not body.impartiality:
            yield problem(
                body,
                "id",
                message=say(
                    "nothing says that {id} is independent of the organization", id=body.id
                ),
                hint=say("write under `impartiality:` what was asked and declared"),
            )
