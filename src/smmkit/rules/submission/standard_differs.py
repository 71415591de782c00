"""SMM808 standard-differs."""

from __future__ import annotations

import re

from smmkit.analyses.cycle.certificates import papers
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Certificate, Contract, Registration
from smmkit.layout import HOME
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

CALLED = re.compile(r"\bISO(?:/IEC)? ?([0-9]{4,5})\b")
"""How a title calls a standard."""


@rule(
    "SMM808",
    "standard-differs",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="4.3",
    filled=True,
    whole=(Contract,),
)
def standard_differs(qms: Qms) -> Problems:
    """Application, contract, audits and certificate are for, and named after, what the QMS answers to.

    Why: a certificate to another edition than the one applied for is a slip, or a change that nobody
    wrote down.
    """
    contracts = {contract.body: contract for contract in qms.of(Contract)}
    audits = [audit for audit in qms.of(Audit) if audit.body in contracts]
    for document in (*papers(qms), *audits):
        named = set(CALLED.findall(document.title))
        if named and not any(number in one for number in named for one in document.standards):
            yield problem(
                document,
                "title",
                message=say(
                    "the title of {id} names ISO {number}, and it is for {standards}",
                    id=document.id,
                    number=sorted(named),
                    standards=document.standards,
                ),
                hint=say("put right the title, or `standards:`"),
            )
        asked: Registration | Contract | None = None
        if isinstance(document, Contract):
            asked = qms.get(document.registration or "", Registration)
        elif isinstance(document, Certificate | Audit):
            asked = contracts.get(document.body or "")
        wanted = asked.standards if asked else qms.standard_ids
        known = filter(qms.standard, document.standards)  # of others it is told that there is none
        other = [standard for standard in known if standard not in wanted]
        if other:
            yield problem(
                document,
                "standards",
                message=say(
                    "{id} is for {standards}, {other} is not",
                    id=document.id,
                    standards=other,
                    other=asked.id if asked else HOME,
                ),
                hint=say("put right which is wrong; a change of edition needs its own application"),
            )
