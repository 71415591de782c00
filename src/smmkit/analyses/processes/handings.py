"""What processes hand on to each other, as each side says it."""

from __future__ import annotations

from dataclasses import dataclass

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.process import Process
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Handings:
    """Pairs of a giver and a taker: as the givers say, and as the takers say."""

    given: frozenset[tuple[str, str]]
    taken: frozenset[tuple[str, str]]
    linked: frozenset[str]
    """The processes that give to another one, or take from it, by whatever side."""


def handings(qms: Qms) -> Handings:
    """All that processes which are not gone hand on."""
    processes = [process for process in qms.of(Process) if not is_gone(process, qms)]
    given = {(one.id, flow.process) for one in processes for flow in one.outputs if flow.process}
    taken = {(flow.process, one.id) for one in processes for flow in one.inputs if flow.process}
    linked = {name for pair in given | taken if pair[0] != pair[1] for name in pair}
    return Handings(frozenset(given), frozenset(taken), frozenset(linked))
