"""What the questions of a trail are about: a service is drawn, and all else follows from it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import answering, are_kin
from smmkit.documents import Information, Thing
from smmkit.documents.competence import CompetenceEntry
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.finding import AuditFinding
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.people import PersonEntry
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.procedure import Procedure
from smmkit.documents.review import ManagementReview
from smmkit.documents.risk import Risk, RiskRegister
from smmkit.documents.services import Case, ServiceEntry, ServiceLog, Services
from smmkit.documents.unit import OrganizationUnit
from smmkit.qms import Qms
from smmkit.standards.rehearsals import About

T = TypeVar("T")


class Draw:
    """What was drawn for one unit: a service, and all that follows from it."""

    def __init__(self, qms: Qms, unit: OrganizationUnit, chance: random.Random) -> None:
        self.qms, self.unit, self.chance = qms, unit, chance
        entries = [one for register in live(qms, Services) for one in register.entries]
        self.service = self.one([one for one in entries if are_kin(qms, one.owner, unit.id)])
        self.log, self.case = self.case_of(self.service)

    def one(self, found: Sequence[T]) -> T | None:
        """One of several, by chance; None of none."""
        return self.chance.choice(found) if found else None

    def case_of(self, service: ServiceEntry | None) -> tuple[ServiceLog | None, Case | None]:
        """A logged case of a service; with a late one among them, one of the late."""
        if service is None:
            return None, None
        logs = [one for one in self.qms.of(ServiceLog) if one.service == service.id]
        cases = [(log, case) for log in logs for case in log.cases]
        late = [(log, c) for log, c in cases if c.due and c.released and c.released > c.due]
        return self.one(late or cases) or (None, None)

    def home(self, thing: Thing) -> Information:
        """The document in which something stands."""
        return self.qms.homes[thing.id][0]


Drawn = tuple[dict[str, str], Information | None]
NOTHING: Drawn = ({}, None)


def named(thing: Any, document: Information) -> Drawn:
    """Something with an id and a title, and where it stands."""
    return {"id": thing.id, "title": str(thing.title)}, document


def policy(drawn: Draw) -> Drawn:
    """The quality policy in force."""
    found = live(drawn.qms, QualityPolicy)
    return named(found[-1], found[-1]) if found else NOTHING


def service(drawn: Draw) -> Drawn:
    """The service that was drawn."""
    return named(drawn.service, drawn.home(drawn.service)) if drawn.service else NOTHING


def complaint(drawn: Draw) -> Drawn:
    """A complaint about the service, else one that the unit answers."""
    wanted = drawn.service.id if drawn.service else ""
    every = [
        one
        for one in drawn.qms.of(Feedback)
        if one.feedback_type is FeedbackType.COMPLAINT and one.date <= drawn.qms.as_of
    ]
    own = [one for one in every if one.about == wanted]
    found = drawn.one(own or [one for one in every if one.unit == drawn.unit.id])
    return named(found, found) if found else NOTHING


def case(drawn: Draw) -> Drawn:
    """The case that was drawn."""
    if drawn.case is None or drawn.log is None:
        return NOTHING
    return named(drawn.log, drawn.log)[0] | {"number": drawn.case.number}, drawn.log


def competence(drawn: Draw) -> Drawn:
    """Who released the case, by post: a sheet that is kept has no name of a person on it; the answer stands
    in the register of competences, if it names them.
    """
    person = drawn.qms.get((drawn.case and drawn.case.released_by) or "", PersonEntry)
    if person is None:
        return NOTHING
    entries = [
        one
        for one in drawn.qms.things.values()
        if isinstance(one, CompetenceEntry) and one.person == person.id
    ]
    roles = [one.role for one in person.held_on(drawn.qms.as_of)]
    post = f"{roles[0]} ({person.id})" if roles else person.id
    return {"id": person.id, "title": post}, drawn.home(entries[0]) if entries else None


def procedure(drawn: Draw) -> Drawn:
    """A procedure of the service, else one that the unit owns."""
    ids = drawn.service.procedures if drawn.service else ()
    found = [one for one in (drawn.qms.get(id_, Procedure) for id_ in ids) if one]
    own = [one for one in live(drawn.qms, Procedure) if one.owner == drawn.unit.id]
    chosen = drawn.one(found or own)
    return named(chosen, chosen) if chosen else NOTHING


def kpi(drawn: Draw) -> Drawn:
    """A KPI of the service, else one of an objective of the unit."""
    ids = drawn.service.kpis if drawn.service else ()
    found = [one for one in (drawn.qms.get(id_, Kpi) for id_ in ids) if one]
    own = [
        one
        for objective in drawn.qms.of(Objective)
        if drawn.unit.id in objective.units
        for one in objective.kpis
    ]
    chosen = drawn.one(found or own)
    return named(chosen, drawn.home(chosen)) if chosen else NOTHING


def risk(drawn: Draw) -> Drawn:
    """A risk of the service's procedures, else one that the unit owns."""
    entries = [one for register in live(drawn.qms, RiskRegister) for one in register.entries]
    ids = {*(drawn.service.procedures if drawn.service else ()), drawn.unit.id}
    about = [one for one in entries if one.about in ids]
    own = [one for one in entries if drawn.unit.id in answering(drawn.qms, one.owner)]
    chosen: Risk | None = drawn.one(about or own)
    return named(chosen, drawn.home(chosen)) if chosen else NOTHING


def finding(drawn: Draw) -> Drawn:
    """A finding in the unit; an open one, if there is."""
    every = [one for one in drawn.qms.of(AuditFinding) if one.unit == drawn.unit.id]
    every = [one for one in every if one.date <= drawn.qms.as_of]
    chosen = drawn.one([one for one in every if not one.is_closed_on(drawn.qms.as_of)] or every)
    return named(chosen, chosen) if chosen else NOTHING


def review(drawn: Draw) -> Drawn:
    """The last management review."""
    held = [one for one in drawn.qms.of(ManagementReview) if one.date <= drawn.qms.as_of]
    last = max(held, key=lambda one: (one.date, one.id), default=None)
    return named(last, last) if last else NOTHING


FINDERS: dict[About, Callable[[Draw], Drawn]] = {
    About.POLICY: policy,
    About.SERVICE: service,
    About.COMPLAINT: complaint,
    About.CASE: case,
    About.COMPETENCE: competence,
    About.PROCEDURE: procedure,
    About.KPI: kpi,
    About.RISK: risk,
    About.FINDING: finding,
    About.REVIEW: review,
}
