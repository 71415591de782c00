"""Personal data that may leave by the decision of a person: one file, one sort, so many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.privacy.personal_data import Trace
from smmkit.analyses.texts.vocabulary import gives_no_reason
from smmkit.documents.people import PersonEntry
from smmkit.documents.submission import AcceptedData, Submission
from smmkit.personal import Data
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Group:
    """All data of one sort in one file, and the decision on them."""

    path: str
    kind: Data
    traces: tuple[Trace, ...]
    decision: AcceptedData | None = None
    why: Message | None = None
    """Why the decision does not hold, or that there is none; None where they may leave."""

    FOR_PROGRAMS: ClassVar = {
        "file": "path",
        "data": "kind",
        "count": "count",
        "places": "traces",
        "decision": "decided",
        "open": "why",
    }

    @property
    def decided(self) -> dict[str, object] | None:
        """The decision, for programs."""
        one = self.decision
        return {"reason": one.reason, "by": one.by, "on": one.on} if one else None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.traces)


def grouped(traces: Iterable[Trace], submissions: Iterable[Submission], qms: Qms) -> list[Group]:
    """The data by file and sort, each with what the submissions decide on it."""
    found: dict[tuple[str, Data], list[Trace]] = defaultdict(list)
    for trace in traces:
        found[trace.path, trace.kind].append(trace)
    decisions = {
        (one.file, one.data): one for submission in submissions for one in submission.accepted_data
    }
    return [
        judged(path, kind, tuple(own), decisions.get((path, kind)), qms)
        for (path, kind), own in found.items()
    ]


def judged(
    path: str, kind: Data, traces: tuple[Trace, ...], decision: AcceptedData | None, qms: Qms
) -> Group:
    """The data of one sort in one file with the decision on them, and whether it holds."""
    if decision is None:
        return Group(path, kind, traces, None, say("nobody has accepted it"))
    return Group(path, kind, traces, decision, why_not(decision, len(traces), qms))


def why_not(decision: AcceptedData, count: int, qms: Qms) -> Message | None:
    """Why a decision does not hold; None where it does."""
    if count > decision.count:
        return say("{n} were accepted, {m} are there", n=decision.count, m=count)
    if gives_no_reason(decision.reason, qms):
        return say("the reason says nothing: {reason}", reason=decision.reason)
    if qms.get(decision.by, PersonEntry) is None and decision.by not in qms.stub_of:
        return say("{id} is no person of the register", id=decision.by)
    if decision.on > qms.today:
        return say("it was accepted on {day}, which is still to come", day=decision.on)
    return None


def open_in(traces: Iterable[Trace], qms: Qms) -> list[Trace]:
    """The data that no submission has accepted; those of officers who sign in office may stay."""
    others = [trace for trace in traces if not trace.is_officer]
    groups = grouped(others, qms.of(Submission), qms)
    return [trace for group in groups if group.why for trace in group.traces]
