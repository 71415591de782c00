"""SMM361 service-given-to-nobody."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.names_of_units import offices
from smmkit.documents import Information
from smmkit.documents.process import Process, ProcessType
from smmkit.documents.services import Services
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM361",
    "service-given-to-nobody",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1 a; juknis II.A7",
    clause="4.4.1",
    filled=True,
)
def service_given_to_nobody(document: Information, qms: Qms) -> Problems:
    """A core process of which services come gives something to somebody outside, by itself or by a later one.

    Why: a map on which nothing reaches the customer shows an agency that works for itself, and so does a
    service of which the unit that gives it is the only customer.
    """
    if isinstance(document, Services):
        yield from given_to_itself(document, qms)
    if isinstance(document, Process):
        yield from given_nothing(document, qms)


def given_to_itself(register: Services, qms: Qms) -> Problems:
    """The services that only the unit asks for that gives them."""
    for index, entry in enumerate(register.entries):
        named = [offices(qms, customer) for customer in entry.customers]
        if named and all(one == [entry.owner] for one in named):
            yield problem(
                register,
                "entries",
                index,
                "customers",
                message=say(
                    "{id} is asked for by nobody but {unit}, which gives it",
                    id=entry.id,
                    unit=entry.owner,
                ),
                hint=say("write who comes for it: citizens, other units, other agencies"),
            )


def given_nothing(process: Process, qms: Qms) -> Problems:
    """A core process of which services come, and that gives nothing to anybody outside."""
    is_core = process.process_type is ProcessType.CORE and process.services
    if is_core and is_live(process, qms) and process.outputs and not reaches_outside(process, qms):
        yield problem(
            process,
            "outputs",
            message=say(
                "{id} gives nothing to anybody outside, and these services come out of it: {services}",
                services=process.services,
                id=process.id,
            ),
            hint=say("write what the customer gets, with `party:`"),
        )


def reaches_outside(process: Process, qms: Qms) -> bool:
    """Whether a process gives something to a party, or a core one does that what it gives leads to."""
    left, seen = [process], {process.id}
    while left:
        one = left.pop()
        if any(flow.party for flow in one.outputs):
            return True
        for id_ in {flow.process for flow in one.outputs if flow.process} - seen:
            seen.add(id_)
            after = qms.get(id_, Process)
            if after and after.process_type is ProcessType.CORE and is_live(after, qms):
                left.append(after)
    return False
