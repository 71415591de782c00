"""Which units answer for the things of a QMS, alone or together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from smmkit.analyses.organization.units import units_of
from smmkit.analyses.processes.handings import handings
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document
from smmkit.documents.customers import Feedback
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.people import Assignment, PersonEntry
from smmkit.documents.process import Process
from smmkit.documents.resources import KnowledgeEntry
from smmkit.documents.services import ServiceEntry
from smmkit.documents.unit import OrganizationUnit
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of


def answers_for(qms: Qms, id_: str) -> set[str]:
    """The units that answer for a thing; none where nothing says which."""
    thing: Any = qms.things.get(id_)
    if isinstance(thing, OrganizationUnit):
        return {id_}
    if isinstance(thing, Kpi):
        thing = qms.homes[id_][0]
    named = getattr(thing, "unit", None) or getattr(thing, "owner", None)
    also = (*getattr(thing, "units", ()), *shared_with(thing, qms))
    others = [one for one in also if isinstance(one, str)]  # qms.yaml has its units themselves
    if isinstance(thing, Objective) or isinstance(named, str):
        return set().union(*(units_of(qms, one) for one in (named, *others)))
    return set()


def shared_with(thing: Any, qms: Qms) -> set[str]:
    """The units that answer for a thing, too; for a service those of the process that gives it."""
    together = qms.fact(given_together).get(getattr(thing, "id", ""), ())
    also = (*getattr(thing, "co_owners", ()), *together)
    return set().union(*(units_of(qms, one) for one in also))


def given_together(qms: Qms) -> dict[str, list[str]]:
    """For each service the units that answer for its processes beside their owners; where these hand on
    to one another, one gives what the other began, and the owners, too.
    """
    found: dict[str, list[str]] = defaultdict(list)
    processes = {process.id: process for process in qms.of(Process)}
    for process in processes.values():
        for service in process.services:
            found[service] += process.co_owners
    for pair in qms.fact(handings).given:
        chain = [processes[id_] for id_ in pair if id_ in processes]
        for service in set.intersection(*(set(one.services) for one in chain)) if chain else ():
            found[service] += [one.owner for one in chain if len(chain) == len(pair)]
    return dict(found)


def givers(qms: Qms) -> frozenset[str]:
    """The units that answer for a service or a process; a branch, or a laboratory, may answer for none."""
    owners = [one.owner for one in qms.things.values() if isinstance(one, ServiceEntry)]
    owners += [unit for one in qms.of(Process) for unit in (one.owner, *one.co_owners)]
    return frozenset().union(*(units_of(qms, one) for one in owners))


def keepers(qms: Qms) -> frozenset[str]:
    """The units that may stand for others: who keeps the system, and who answers for several."""
    home = qms.settings
    kept = units_of(qms, home.owner) if home else set()
    responsible = qms.get(home.responsible or "", PersonEntry) if home else None
    kept |= {one.unit for one in responsible.held_on(qms.as_of)} if responsible else set()
    answered: dict[str, set[str]] = {}
    for one in qms.of(Feedback):
        answered.setdefault(one.unit, set()).update(answers_for(qms, one.about) - {one.unit})
    return frozenset(kept | {unit for unit, others in answered.items() if len(others) > 1})


def keeps_all(qms: Qms, held: Iterable[Assignment]) -> bool:
    """Whether somebody with these roles may stand for others; who only audits may not."""
    audits = pattern_of(qms.fact(vocabulary).offices.audits)
    return any(one.unit in qms.fact(keepers) and not audits.search(one.role) for one in held)


def is_known_from(thing: Any, id_: str, units: Collection[str], qms: Qms) -> bool:
    """Whether knowledge of these units stands in a document that goes to one of them."""
    document = qms.get(id_, Document) if isinstance(thing, KnowledgeEntry) else None
    return document is not None and not set(document.distribution).isdisjoint(units)


def puts_right(thing: Any, qms: Qms) -> bool:
    """Whether the unit of which somebody complains does itself all that is done: then it was there."""
    if not isinstance(thing, Feedback) or not thing.actions:
        return False
    return all(thing.unit in units_of(qms, task.owner) for task in thing.actions)
