"""SMM972 other-laws."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.procedure import Procedure
from smmkit.documents.regulations import RegulationEntry
from smmkit.documents.services import ServiceEntry, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.law.law_not_in_register import every_number
from smmkit.words import say

OF_ALL = frozenset({"25/2009", "96/2012", "15/2014", "35/2012"})
"""Regulations of every service and of every procedure, which say nothing of this one."""


@rule(
    "SMM972",
    "other-laws",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; Permenpan-RB 35/2012",
    clause="8.2.2",
    filled=True,
)
def other_laws(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard and the procedure of its service rest on the same law of that service.

    Why: where no law is named by both, one of them promises by a law that the other does not follow.
    """
    service = qms.get(standard.service, ServiceEntry)
    if service is None or not is_live(standard, qms):
        return
    laws = [qms.get(id_, RegulationEntry) for id_ in standard.legal_basis]
    own = {number for law in laws if law for number in every_number(law.number)} - OF_ALL
    named = [qms.get(id_, Procedure) for id_ in service.procedures]
    procedures = [one for one in named if one and is_live(one, qms)]
    bases = [basis for one in procedures for basis in one.legal_basis]
    theirs = {number for basis in bases for number in every_number(basis)} - OF_ALL
    if own and theirs and not own & theirs:
        yield problem(
            standard,
            "legal_basis",
            message=say(
                "{id} rests on {own}, and {others} on {theirs}",
                id=standard.id,
                own=sorted(own),
                others=[one.id for one in procedures],
                theirs=sorted(theirs),
            ),
            hint=say("name the law of the service in both"),
        )
