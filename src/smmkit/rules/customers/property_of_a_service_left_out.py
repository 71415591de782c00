"""SMM495 property-of-a-service-left-out."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents import Document
from smmkit.documents.customers import CustomerProperty
from smmkit.documents.process import Process
from smmkit.documents.services import Services, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

HERE = "8.5.3"
"""The clause about the property of others."""


@rule(
    "SMM495",
    "property-of-a-service-left-out",
    of=CustomerProperty,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.3",
    clause=HERE,
    filled=True,
    whole=(CustomerProperty,),
)
def property_of_a_service_left_out(register: CustomerProperty, qms: Qms) -> Problems:
    """What is held of others is listed for every service whose own papers say that something is held.

    Why: the pension procedure names 8.5.3 and takes in birth certificates; if one is lost, no list knows it.
    """
    listed = {entry.service for one in live(qms, CustomerProperty) for entry in one.entries}
    if not is_live(register, qms) or not listed - {None}:
        return
    left: dict[str, list[str]] = {}
    for paper, service in qms.fact(holding):
        if service not in listed:
            left.setdefault(service, []).append(paper)
    for service, papers in left.items():
        yield problem(
            register,
            "entries",
            message=say(
                "nothing is listed for {id}, though {clause} is named by {papers}",
                id=service,
                papers=papers,
                clause=HERE,
            ),
            hint=say("list what is held of others for this service, or take the clause out there"),
        )


def holding(qms: Qms) -> list[tuple[str, str]]:
    """The papers of services that say that something of others is held, each with its service."""
    return [
        (paper.id, service)
        for paper, service in papers_of_services(qms)
        if is_live(paper, qms) and any(qms.clause(name, paper)[1] == HERE for name in paper.clauses)
    ]


def papers_of_services(qms: Qms) -> Iterator[tuple[Document, str]]:
    """The standards, procedures and processes of each service."""
    for standard in qms.of(ServiceStandard):
        yield standard, standard.service
    for process in qms.of(Process):
        for service in process.services:
            yield process, service
    for register in live(qms, Services):
        for entry in register.entries:
            for name in entry.procedures:
                if procedure := qms.get(name, Document):
                    yield procedure, entry.id
