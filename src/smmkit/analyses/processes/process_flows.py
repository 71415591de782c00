"""What processes hand on to one another, told by who gives, by who takes, or by both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.process import Flow, Process
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Handover:
    """What goes from one to another; an end is a process, or a party outside."""

    giver: str
    taker: str
    what: str


def mapped(qms: Qms) -> list[Process]:
    """The processes of the map: all that have not been withdrawn or superseded."""
    return [one for one in qms.of(Process) if not is_gone(one, qms)]


def handovers(qms: Qms) -> list[Handover]:
    """Everything that is handed on; what both ends tell stands once, in the words of who gives."""
    found = [one for process in mapped(qms) for one in given(process)]
    told = {(one.giver, one.taker) for one in found}
    for process in mapped(qms):
        found += [one for one in taken(process) if (one.giver, one.taker) not in told]
    return sorted(dict.fromkeys(found), key=lambda one: (one.giver, one.taker))


def given(process: Process) -> Iterator[Handover]:
    """What a process gives, as its own outputs tell."""
    for flow in process.outputs:
        yield from (Handover(process.id, end, flow.what) for end in ends(flow))


def taken(process: Process) -> Iterator[Handover]:
    """What a process takes, as its own inputs tell."""
    for flow in process.inputs:
        yield from (Handover(end, process.id, flow.what) for end in ends(flow))


def ends(flow: Flow) -> list[str]:
    """The process and the party at the other end."""
    return [*filter(None, (flow.process, flow.party))]
