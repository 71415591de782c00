"""What belongs to which unit, owner, process, service and dimension: documents, and through them clauses.

A document belongs to a unit that answers for it or that it is about as a whole; an entry or a list of
copies that names the unit does not make it one. It belongs to a process or service that it is, names, or is
named by. What belongs to several, belongs to each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from smmkit.analyses.audits import open_findings
from smmkit.analyses.gap.parts import ClauseGap
from smmkit.analyses.organization.units import answering, below
from smmkit.analyses.proof.coverage import ClauseOf
from smmkit.analyses.proof.kinship import kin, origins
from smmkit.analyses.proof.proof import Shown
from smmkit.analyses.references.links import Link, links
from smmkit.analyses.references.reach import reached
from smmkit.documents import Information
from smmkit.documents.process import Process
from smmkit.documents.services import ServiceEntry
from smmkit.location import Path
from smmkit.model.marks import RefersTo
from smmkit.model.part import Dimension
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, Words

Belonging = Mapping[str, frozenset[str]]
"""For every document, by its id, what it belongs to."""


class View(ClosedList):
    """By what the numbers can be cut, beside chapter and phase."""

    DIMENSION = "dimension", "dimension"
    UNIT = "unit", "unit"
    OWNER = "owner", "owner"
    PROCESS = "process", "process"
    SERVICE = "service", "service"


def by_unit(qms: Qms) -> Belonging:
    """The units that answer for each document, or that it is about; of an ended one, who has taken over."""
    return units_named(qms, lambda link: is_of_the_whole(link.steps))


def naming_unit(qms: Qms) -> Belonging:
    """The units that something in each document names, other than as one that gets a copy."""
    return units_named(qms, lambda link: link.steps[0] != COPIES)


COPIES: Final = "distribution"


def is_of_the_whole(steps: Path) -> bool:
    """Whether a field speaks of the whole document, and not of something that stands in it."""
    return steps[0] != COPIES and not any(isinstance(step, str) for step in steps[1:])


def units_named(qms: Qms, is_meant: Callable[[Link], bool]) -> Belonging:
    """The units that each document names in the fields that are meant."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in qms.fact(links):
        mark = link.mark
        if isinstance(mark, RefersTo) and "unit" in mark.kinds and is_meant(link):
            found[link.document.id] |= answering(qms, link.target)
    return {id_: frozenset(units) for id_, units in found.items()}


def by_owner(qms: Qms) -> Belonging:
    """The units that answer for each document."""
    return {
        one.id: frozenset().union(*(answering(qms, each) for each in (one.owner, *one.co_owners)))
        for one in qms.documents
        if one.owner
    }


def by_dimension(qms: Qms) -> Belonging:
    """The dimension of quality management of each document."""
    return {one.id: frozenset({one.dimension.value}) for one in qms.documents if one.dimension}


def by_process(qms: Qms) -> Belonging:
    """The processes that each document is, names, or is named by."""
    return joined(qms, {one.id for one in qms.of(Process)})


def by_service(qms: Qms) -> Belonging:
    """The services that each document names; the register of them belongs to none alone."""
    return joined(qms, {id_ for id_, one in qms.things.items() if isinstance(one, ServiceEntry)})


def joined(qms: Qms, wanted: set[str]) -> Belonging:
    """What each document is, names, or is named by; an entry speaks for the document that it is in."""
    found: dict[str, set[str]] = defaultdict(set)
    for id_ in wanted & {one.id for one in qms.documents}:
        found[id_].add(id_)
    for link in qms.fact(links):
        if not isinstance(link.mark, RefersTo):
            continue
        if link.target in wanted:
            found[link.document.id].add(link.target)
        if link.document.id in wanted and link.target in qms.homes:
            found[qms.homes[link.target][0].id].add(link.document.id)
    return {id_: frozenset(those) for id_, those in found.items()}


BY: Mapping[View, Callable[[Qms], Belonging]] = {
    View.UNIT: by_unit,
    View.OWNER: by_owner,
    View.DIMENSION: by_dimension,
    View.PROCESS: by_process,
    View.SERVICE: by_service,
}
"""How each view knows what a document belongs to."""


def with_parts(qms: Qms, unit: str) -> frozenset[str]:
    """A unit and all that is part of it."""
    return frozenset(reached(unit, qms.fact(below)))


def papers(clause: ClauseGap) -> Iterator[Information]:
    """Every document that counts for a clause or falls short of it, also for what it asks to be written."""
    for shown in (clause.proof, *clause.items):
        yield from documents_of(shown)


def documents_of(shown: Shown) -> Iterator[Information]:
    """The documents that count, and those that fall short."""
    yield from (one.document for one in shown.evidence)
    yield from (one.document for one in shown.short_of)


def naming_clauses(qms: Qms) -> dict[ClauseOf, list[Information]]:
    """The documents that name each clause by its own number."""
    found: dict[ClauseOf, list[Information]] = defaultdict(list)
    for document in qms.documents:
        for name in document.clauses:
            standard, number = qms.clause(name, document)
            if standard:
                found[standard.id, number].append(document)
    return found


def numbers_before(qms: Qms, standard: str) -> dict[str, list[ClauseOf]]:
    """What each clause of a standard is in the other editions that the QMS knows of."""
    found: dict[str, list[ClauseOf]] = defaultdict(list)
    known = qms.standard(standard)
    for other, heirs in (kin(qms, known) if known else {}).items():
        for here, there in origins(heirs).items():
            found[here] += [(other, number) for number in there]
    return found


def parts_of(
    qms: Qms, view: View, standard: str, clauses: Iterable[ClauseGap]
) -> dict[str, list[ClauseGap]]:
    """What each clause belongs to, through the documents that show it or name it, and open findings."""
    belonging, named = qms.fact(BY[view]), qms.fact(naming_clauses)
    units: dict[ClauseOf, set[str]] = defaultdict(set)
    if view is View.UNIT:
        for finding in qms.fact(open_findings):
            owner, number = qms.clause(finding.clause, finding)
            if owner:
                units[owner.id, number] |= answering(qms, finding.unit)
    found: dict[str, list[ClauseGap]] = defaultdict(list)
    before = numbers_before(qms, standard)
    for clause in clauses:
        here = ((standard, clause.clause.id), *before.get(clause.clause.id, ()))
        naming = (one for number in here for one in named.get(number, ()))
        seen = {one.id for one in (*papers(clause), *naming)}
        found_on = (units.get(number, set()) for number in here)
        those = set[str]().union(*found_on, *(belonging.get(id_, ()) for id_ in seen))
        for one in those:
            found[one].append(clause)
    return found


def names_of(qms: Qms, view: View) -> dict[str, Message | Words | str]:
    """Everything that a view can be cut into, in order, with its name."""
    if view in {View.UNIT, View.OWNER}:
        return {one.id: one.title for one in (qms.settings.units if qms.settings else ())}
    if view is View.DIMENSION:
        return {one.value: one.label for one in Dimension}
    kind = Process if view is View.PROCESS else ServiceEntry
    return {id_: one.title for id_, one in qms.things.items() if isinstance(one, kind)}
