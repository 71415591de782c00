"""What to do next so that a clause is proved: of all ways the cheapest, each with its command or place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import ClassVar

from smmkit.analyses.gap.asked import form_for
from smmkit.analyses.gap.parts import ClauseGap
from smmkit.analyses.gap.why_parts import Demand, Joined, Lack, Looked, Way, Why
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.lifecycle.state import HOLDS, State, standings
from smmkit.analyses.organization.head import approvers
from smmkit.analyses.proof.claims import latest_assessment
from smmkit.analyses.proof.content import has_values
from smmkit.analyses.proof.proof import COUNTS, there
from smmkit.documents import Document, Information, Record, kind_label
from smmkit.documents.assessment import Status
from smmkit.documents.finding import AuditFinding
from smmkit.few import at_most
from smmkit.model.fields import label
from smmkit.qms import Qms
from smmkit.standards.proof import Condition
from smmkit.words import Message, say

FEW = 4
"""So many documents are named at most that may be about a clause."""


class Cost(IntEnum):
    """How much work a step is, the least first."""

    APPROVE = 1
    NAME = 2
    MEND = 3
    BEGIN = 5
    NOBODY = 9


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: what, where it stands, and the command that does it, if there is one."""

    cost: int
    what: Message
    place: str = ""
    command: str = ""

    FOR_PROGRAMS: ClassVar = {"what": "what", "place": "place", "command": "command"}


def steps(qms: Qms, found: Why) -> list[Step]:
    """All that is to be done for a clause, the cheapest way to each of its proofs first."""
    if found.gap.status is Status.NOT_APPLICABLE:
        return []
    own = [one for demand in found.demands for one in towards(qms, demand, found.gap)]
    own.sort(key=lambda step: step.cost)
    rest = [*findings_to_close(qms, found.findings), *claims_to_make(qms, found)]
    every = [*own, *rest]
    return [one for n, one in enumerate(every) if one not in every[:n]]


def towards(qms: Qms, demand: Demand, clause: ClauseGap) -> Iterator[Step]:
    """The steps to one proof: what joins it is asked for too, of what does as well the cheapest."""
    if demand.shown.strength in COUNTS:
        return
    if not demand.ways:
        said = say(
            "no kind of document can show it; begin a paper of your own that names clause {id}",
            id=clause.clause.id,
        )
        yield Step(Cost.BEGIN, said, command="smm new document")
        return
    ways = [*demand.ways]
    while ways:
        first = ways.pop(0)
        options = [first]
        while ways and ways[0].joined is Joined.INSTEAD and ways[0].depth > first.depth:
            options.append(ways.pop(0))
        if any(option.strength in COUNTS for option in options):
            continue
        yield from min((list(by_way(qms, one, clause)) for one in options), key=price)


def price(found: list[Step]) -> tuple[int, int]:
    """What several steps cost together; none at all is no way."""
    return (max((one.cost for one in found), default=Cost.NOBODY), len(found))


def by_way(qms: Qms, way: Way, clause: ClauseGap) -> Iterator[Step]:
    """The steps by one way: mend what lacks least; else name the clause; else begin a document."""
    short = [one for one in way.looked if one.lacks and mendable(qms, one)]
    good = sum(not one.lacks and not one.indirect for one in way.looked)
    missing = max(way.proof.at_least - good, 0)
    spoilt = way.proof.whole and not missing
    short.sort(key=lambda one: sum(map(cost_of, one.lacks)) + one.indirect * Cost.NAME)
    for one in short if spoilt else short[:missing]:
        yield from mending(qms, one)
        if one.indirect and not spoilt:
            yield naming(one.document, clause)
    if missing > len(short):
        yield from name_or_begin(qms, way, clause)
    unmeasured = [
        mend(qms, lack)
        for one in short
        for lack in one.lacks
        if lack.condition is Condition.MEASURED
    ]
    for ask in way.asks:
        for gap in ask.uncovered:
            yield from unmeasured or [reach(qms, way, gap, ask.field)]


def reach(qms: Qms, way: Way, gap: Message, field: str) -> Step:
    """The step towards what all that counts leaves out: the newest that may be written, or another."""
    holds = qms.fact(standings)
    good = [one.document for one in way.looked if not one.lacks]
    if texts := [one for one in good if isinstance(one, Document)]:
        newest = max(texts, key=lambda one: (holds[one.id].since or qms.as_of, one.id))
        return Step(
            Cost.MEND, say("{gap}: write what is missing", gap=gap), place_of(newest, field)
        )
    kind = way.proof.kinds[0]
    if records := [one for one in good if isinstance(one, Record) and one.closed is None]:
        last = max(records, key=lambda one: (one.date, one.id))
        what = say(
            "{gap}: write it into {id}, which is not closed, or one more {kind}",
            gap=gap,
            id=last.id,
            kind=kind_label(kind),
        )
        return Step(Cost.MEND, what, place_of(last, field))
    what = say("{gap}: one more {kind} that reaches it", gap=gap, kind=kind_label(kind))
    return Step(Cost.BEGIN, what, command=form_for(way.proof))


def place_of(document: Information, field: str = "") -> str:
    """The place of a document, or of a field of it, as a reader writes it."""
    at = document.at(field) if field else document.at()
    return f"{at.path}:{at.line} {field}".rstrip()


def mendable(qms: Qms, one: Looked) -> bool:
    """Whether writing into a document can help: not where its time has gone by, or it is gone."""
    if isinstance(one.document, Document) and is_gone(one.document, qms):
        return False
    return all(lack.condition is not Condition.IN_PERIOD for lack in one.lacks)


def cost_of(lack: Lack) -> int:
    """How much it takes to mend one lack."""
    return Cost.APPROVE if lack.condition is Condition.APPROVED else Cost.MEND


def mending(qms: Qms, one: Looked) -> list[Step]:
    """The steps that take away what one document lacks: it is approved last, since then it has to say all."""
    found = sorted((mend(qms, lack) for lack in one.lacks), key=lambda step: -step.cost)
    return [replace(step, cost=found[0].cost) for step in found]


def mend(qms: Qms, lack: Lack) -> Step:
    """The step that takes away one lack."""
    document, id_ = lack.document, lack.document.id
    said = say("{id}: {why}", id=id_, why=lack.why)
    state = qms.fact(standings)[id_].state if isinstance(document, Document) else None
    if lack.condition is Condition.APPROVED and state in {State.DRAFT, State.BROKEN}:
        by = next(approvers(qms), "")
        command = f"smm approve {id_} --by {by}" if by else f"smm approve {id_}"
        said = say("have {id} approved ({why})", id=id_, why=lack.why)
        return Step(Cost.APPROVE, said, lack.place, command)
    if state in HOLDS:
        said = say("{what}; then a new version has to be approved", what=said)
    return Step(Cost.MEND, said, lack.place)


def name_or_begin(qms: Qms, way: Way, clause: ClauseGap) -> Iterator[Step]:
    """Where nothing counts: a document that may be about the clause and does not name it, or a new one."""
    if one := unnamed(qms, way, clause) if way.proof.named else None:
        yield naming(one, clause)
        if isinstance(one, Document) and not qms.fact(standings)[one.id].holds:
            why = say("a draft that nobody has approved")
            yield mend(qms, Lack(why, one, condition=Condition.APPROVED))
        return
    command = form_for(way.proof)
    said = say("begin one: {kind}", kind=kind_label(command.split()[2])) if command else None
    looked = {one.document.id for one in way.looked}
    others = [
        one.id
        for one in there(qms, way.proof.kinds if way.proof.named else ())
        if isinstance(one, Document) and one.id not in looked and has_values(one, way.proof.where)
    ]
    if others:
        about = say(
            "if one of {ids} is about clause {number}, write that into it",
            ids=at_most(FEW, others),
            number=clause.clause.id,
        )
        said = say("{what}; else {other}", what=about, other=said) if said else about
    if said:
        yield Step(Cost.NAME if others else Cost.BEGIN, said, "", command)


def naming(one: Information, clause: ClauseGap) -> Step:
    """The step that makes a document speak of the clause itself, if it is about it."""
    number = clause.clause.id
    said = say("if {id} is about clause {number}, write that into it", id=one.id, number=number)
    return Step(Cost.NAME, said, place_of(one, "clauses"))


def unnamed(qms: Qms, way: Way, clause: ClauseGap) -> Information | None:
    """The document that is likely meant: one that names the group, or that the claim names."""
    for one in way.looked:
        if one.indirect and not one.lacks:
            return one.document
    for judged in clause.requirements:
        for id_ in judged.verdict.evidence if judged.verdict else ():
            thing = qms.things.get(id_)
            if isinstance(thing, Information) and thing.kind in way.proof.kinds:
                return None if isinstance(thing, Document) and is_gone(thing, qms) else thing
    return None


def findings_to_close(qms: Qms, findings: Iterable[AuditFinding]) -> Iterator[Step]:
    """What is open of the nonconformities: what each still lacks."""
    for one in findings:
        if one.is_closed_on(qms.as_of):
            continue
        named = ("cause", "action", "effectiveness", "closed")
        lacking = [name for name in named if getattr(one, name) is None]
        place = place_of(one, lacking[0] if lacking else "")
        said = say("{id} is open; still without: {fields}", id=one.id, fields=labels(one, lacking))
        yield Step(Cost.MEND, said, place)


def labels(one: AuditFinding, names: list[str]) -> list[Message]:
    """How fields of a finding are called."""
    return [label(type(one), name) for name in names]


def claims_to_make(qms: Qms, found: Why) -> Iterator[Step]:
    """What nobody has assessed, or what is claimed worse than it is proved."""
    open_ = [one for one in found.gap.requirements if one.status is Status.NOT_ASSESSED]
    if open_:
        ids = [one.requirement.id for one in open_]
        said = say("assess it: {ids}", ids=ids)
        last = latest_assessment(qms, found.standard)
        if last and last.closed is None:
            yield Step(Cost.MEND, said, place_of(last, "verdicts"))
        else:
            yield Step(Cost.MEND, said, command="smm new gap-assessment")
