"""SMM351 one-sided-interaction."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.processes.handings import handings
from smmkit.documents.process import Process
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM351",
    "one-sided-interaction",
    of=Process,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1 b",
    clause="4.4.1",
)
def one_sided_interaction(process: Process, qms: Qms) -> Problems:
    """What a process gives to another one, the other one takes; and the other way round.

    Why: where only one side knows of a handing over, things lie between two desks.
    """
    hand = qms.fact(handings)
    if is_gone(process, qms):
        return
    for field, ours, theirs in (
        ("outputs", hand.given, hand.taken),
        ("inputs", hand.taken, hand.given),
    ):
        for index, flow in enumerate(getattr(process, field)):
            other = qms.get(flow.process or "", Process)
            if other is None or other.id == process.id:
                continue
            pair = (process.id, other.id) if ours is hand.given else (other.id, process.id)
            if pair not in theirs:
                taken = say(
                    "{other} does not say that it takes this from {id}",
                    other=other.id,
                    id=process.id,
                )
                given = say(
                    "{other} does not say that it gives this to {id}", other=other.id, id=process.id
                )
                yield problem(
                    process,
                    field,
                    index,
                    "process",
                    message=taken if field == "outputs" else given,
                    hint=say("write it in both processes, or take it out"),
                )
