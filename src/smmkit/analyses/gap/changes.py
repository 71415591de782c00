"""What has changed between two comparisons: which clause has another verdict, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from smmkit.analyses.gap.parts import ClauseGap, Gap
from smmkit.analyses.gap.score import goodness
from smmkit.analyses.gap.totals import Totals
from smmkit.analyses.proof.coverage import nonconformities
from smmkit.analyses.proof.proof import BEST_FIRST, COUNTS, Shown, Strength
from smmkit.documents.assessment import Status
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, say


class Turn(ClosedList):
    """Which way a verdict went."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other", "otherwise"


@dataclass(frozen=True, slots=True)
class Side:
    """How a clause stood on one side."""

    strength: Strength
    status: Status
    proved: Decimal | None
    claimed: Decimal | None

    FOR_PROGRAMS: ClassVar = {
        "strength": "strength",
        "status": "status",
        "proved": "proved",
        "claimed": "claimed",
    }


@dataclass(frozen=True, slots=True)
class Change:
    """A clause with another verdict: before, now, and what brought it about."""

    clause: ClauseGap
    before: Side
    now: Side
    because: tuple[Message, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "clause.clause.id",
        "turn": "turn",
        "before": "before",
        "now": "now",
        "because": "because",
    }

    @property
    def turn(self) -> Turn:
        """Whether it is better than before: by what is proved and how, else by what is claimed."""
        old, new = self.before, self.now
        pairs: tuple[tuple[Any, Any], ...] = (
            (old.proved, new.proved),
            (-BEST_FIRST.index(old.strength), -BEST_FIRST.index(new.strength)),
            (old.claimed, new.claimed),
            (goodness(old.status), goodness(new.status)),
        )
        if Status.NOT_APPLICABLE in {old.status, new.status}:
            return Turn.OTHER
        known = [pair for pair in pairs if None not in pair]
        was, is_ = [earlier for earlier, _ in known], [later for _, later in known]
        if is_ > was:
            return Turn.BETTER
        return Turn.WORSE if is_ < was else Turn.OTHER


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same standard at two moments: the whole, and each clause that has changed."""

    since: Message | date
    before: Totals
    now: Totals
    changes: tuple[Change, ...]

    FOR_PROGRAMS: ClassVar = {
        "since": "since",
        "before": "before",
        "now": "now",
        "changes": "changes",
    }


def compared(before: tuple[Qms, Gap], now: tuple[Qms, Gap], since: Message | date) -> Comparison:
    """What is otherwise now than it was, clause by clause."""
    was = {one.clause.id: one for one in before[1].clauses}
    changes = tuple(
        Change(one, old, new, tuple(reasons(before, now, was[one.clause.id], one)))
        for one in now[1].clauses
        if one.clause.id in was and (old := side(was[one.clause.id])) != (new := side(one))
    )
    return Comparison(since, before[1].totals, now[1].totals, changes)


def side(one: ClauseGap) -> Side:
    """How a clause stands."""
    return Side(one.strength, one.status, one.totals.proved, one.totals.claimed)


def reasons(
    before: tuple[Qms, Gap], now: tuple[Qms, Gap], old: ClauseGap, new: ClauseGap
) -> Iterator[Message]:
    """What brought a change about: documents, the scope, findings, the assessment."""
    if old.excluded != new.excluded:
        yield (
            say("left out in the scope") if new.excluded else say("no longer left out in the scope")
        )
    yield from unique(documents_changed(before[0], now[0], old, new))
    yield from findings_changed(before, now, new.clause.id)
    yield from claims_changed(before[1], now[1], old, new)
    yield from bounds_changed(old, new)


def bounds_changed(old: ClauseGap, new: ClauseGap) -> Iterator[Message]:
    """What holds a claim back now and did not, or did and does not."""
    was = [reason for one in old.requirements for reason in one.because]
    is_ = [reason for one in new.requirements for reason in one.because]
    for reason in unique(is_):
        if reason not in was:
            yield say("the claim is held back: {why}", why=reason)
    for reason in unique(was):
        if reason not in is_:
            yield say("the claim is no longer held back: {why}", why=reason)


def unique(messages: Iterable[Message]) -> list[Message]:
    """Messages, each once."""
    found: list[Message] = []
    for one in messages:
        if one not in found:
            found.append(one)
    return found


def documents_changed(before: Qms, now: Qms, old: ClauseGap, new: ClauseGap) -> Iterator[Message]:
    """The documents that count now and did not, or did and do not, each with the reason."""
    every = (old.proof, *old.items)
    short = {one.document.id: one.reasons for was in every for one in was.short_of}
    for was, is_ in zip(every, (new.proof, *new.items), strict=False):
        yield from gained(before, was, is_, short)
        yield from lost(now, was, is_)
        for message in is_.uncovered:
            if message not in was.uncovered:
                yield message
        for message in was.uncovered:
            if message not in is_.uncovered:
                yield say("settled: {what}", what=message)


def gained(
    before: Qms, was: Shown, is_: Shown, short: Mapping[str, tuple[Message, ...]]
) -> Iterator[Message]:
    """The documents that count now and did not before; `short` says what each lacked for the clause."""
    counted = {one.document.id for one in was.evidence}
    for one in is_.evidence:
        id_ = one.document.id
        if id_ in counted:
            continue
        if id_ in short:
            yield say("{id} counts now; before: {reasons}", id=id_, reasons=short[id_])
        elif id_ in before.things:
            yield say("{id} counts now", id=id_)
        else:
            yield say("{id} is new", id=id_)


def lost(now: Qms, was: Shown, is_: Shown) -> Iterator[Message]:
    """The documents that counted before and do not now; and what falls short newly."""
    counting = {one.document.id for one in is_.evidence}
    short = {one.document.id: one.reasons for one in is_.short_of}
    fell = {one.document.id for one in was.short_of}
    for one in was.evidence:
        id_ = one.document.id
        if id_ in counting:
            continue
        if id_ in short:
            yield say("{id} counts no longer: {reasons}", id=id_, reasons=short[id_])
        elif id_ not in now.things:
            yield say("{id} is gone from the folder", id=id_)
        elif is_.strength in COUNTS:
            yield say("others than {id} show it now", id=id_)
        else:
            yield say("{id} is no longer about it", id=id_)
    counted = {one.document.id for one in was.evidence}
    for id_, why in short.items():
        if id_ not in counted | fell:
            yield say("{id} is new, and falls short: {reasons}", id=id_, reasons=why)


def findings_changed(
    before: tuple[Qms, Gap], now: tuple[Qms, Gap], clause: str
) -> Iterator[Message]:
    """Nonconformities that have been opened or closed since."""
    here = (now[1].standard.id, clause)
    was = {one.id: is_closed(one, before[0]) for one in on_day(before[0], here)}
    for one in on_day(now[0], here):
        closed = is_closed(one, now[0])
        if one.id not in was and not closed:
            yield say("{id} was opened on {day}", id=one.id, day=one.date)
        elif one.id in was and closed and not was[one.id]:
            yield say("{id} was closed on {day}", id=one.id, day=one.closed)
        elif one.id in was and was[one.id] and not closed:
            yield say("{id} is open again", id=one.id)


def on_day(qms: Qms, here: tuple[str, str]) -> list[AuditFinding]:
    """The nonconformities on a clause that were made by the day."""
    return [one for one in qms.fact(nonconformities).get(here, ()) if one.date <= qms.as_of]


def is_closed(one: AuditFinding, qms: Qms) -> bool:
    """Whether a finding is closed on the day of a QMS."""
    return one.is_closed_on(qms.as_of)


def claims_changed(before: Gap, now: Gap, old: ClauseGap, new: ClauseGap) -> Iterator[Message]:
    """What the assessment claims otherwise: one sentence for all requirements that went the same way."""
    was = {one.requirement.id: one.claimed for one in old.requirements}
    ways: dict[tuple[Status, Status], list[str]] = {}
    for one in new.requirements:
        earlier = was.get(one.requirement.id, Status.NOT_ASSESSED)
        if earlier is not one.claimed:
            ways.setdefault((earlier, one.claimed), []).append(one.requirement.id)
    source = now.assessment.id if now.assessment else (before.assessment and before.assessment.id)
    for (earlier, later), ids in ways.items():
        yield say(
            "{source}: {ids} claimed as {later}, before {earlier}",
            source=source or "-",
            ids=ids if len(ids) < len(new.requirements) else [new.clause.id],
            later=later.label,
            earlier=earlier.label,
        )
