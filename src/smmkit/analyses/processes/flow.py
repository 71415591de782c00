"""The ways through a procedure: where each step goes on, on which answer, and where it ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smmkit.documents.procedure import ProcedureStep


class Way(NamedTuple):
    """A way on from a step: to the step of an index, counted from 0, or to the end."""

    to: int | None
    """None where the flow is done."""
    answer: str = ""


def is_straight(steps: Iterable[ProcedureStep]) -> bool:
    """Whether each step goes on to the next, as in most procedures, so that no way need be looked for."""
    return not any(step.ends or step.leads_to for step in steps)


def ways(steps: Sequence[ProcedureStep], index: int) -> list[Way]:
    """The ways on from a step; one that leads behind the last step is none."""
    step = steps[index]
    if step.ends:
        return [Way(None)]
    if not step.leads_to:
        return [Way(index + 1 if index + 1 < len(steps) else None)]
    return [
        Way(None if one.to is None else one.to - 1, one.answer or "")
        for one in step.leads_to
        if one.to is None or one.to <= len(steps)
    ]


def reachable(steps: Sequence[ProcedureStep]) -> set[int]:
    """The steps to which some way leads from the first."""
    if is_straight(steps):
        return set(range(len(steps)))
    found: set[int] = set()
    ahead = [0] if steps else []
    while ahead:
        index = ahead.pop()
        if index not in found:
            found.add(index)
            ahead += [way.to for way in ways(steps, index) if way.to is not None]
    return found
