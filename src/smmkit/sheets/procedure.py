"""The form of a procedure: SOP Administrasi Pemerintahan (PermenPANRB 35/2012)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from smmkit.analyses.processes.flow import Way, ways
from smmkit.arranging.content import content, kept
from smmkit.document_view import DocumentView, joined, lasts, prose, time
from smmkit.documents import Information
from smmkit.documents.procedure import Procedure, ProcedureStep, TimeUnit
from smmkit.model.fields import label
from smmkit.page import Page
from smmkit.qms import Qms
from smmkit.words import Message, say, say_n

BOXES = ("legal_basis", "qualifications", "related", "equipment", "warnings", "records")
"""The boxes of the first page, two in a line, as the regulation has them."""

APART = ("number", "purpose", "steps")
"""What the form says already."""

MOST_LANES = 20
"""Columns of those who act that a page has room for; with more, each row names its own."""

LONGEST_LANE = 120
"""Letters of a name that the heading of a column has room for on every page; so with a longer one."""

SYMBOLS = {
    "terminal": say("Step {n}: start or end, {actor}"),
    "process": say("Step {n}: activity, {actor}"),
    "decision": say("Step {n}: decision, {actor}"),
}
"""What a reader who cannot see a symbol is told."""


def procedure(document: Information, qms: Qms) -> dict[str, Any]:
    """The identity block, the flow table, the prose, and what is left to say."""
    sop = cast("Procedure", document)
    view = DocumentView(qms, sop)
    lanes = list(dict.fromkeys(step.actor for step in sop.steps))
    fit = len(lanes) <= MOST_LANES and all(len(lane) <= LONGEST_LANE for lane in lanes)
    actors = lanes if fit else []
    related = {"related": [view.title_of(id_) for id_ in sop.related]}
    return {
        "number": sop.number or "-",
        "made": min((a.on for a in sop.approvals), default=""),
        "revised": any(a.version != sop.version for a in sop.approvals),
        "purpose": sop.purpose or "-",
        "boxes": [
            [label(Procedure, name), related.get(name, getattr(sop, name))] for name in BOXES
        ],
        "actors": actors or [say("Carried out by")],
        "steps": rows(sop.steps, actors),
        "total": total(sop.steps),
        "parts": [Page("", "", (*content(view, apart=frozenset({*BOXES, *APART})), *prose(sop)))],
        "rest": Page("", "", tuple(kept(view))),
        "words": {
            "number": say("SOP number"),
            "version": label(Procedure, "version"),
            "revised": say("Revised on"),
            "made": say("Made on"),
            "effective": label(Procedure, "effective"),
            "by": say("Approved by"),
            "name": say("Name of the SOP"),
            "purpose": label(Procedure, "purpose"),
            "flow": say("Flow of work"),
            "no": say("No."),
            "activity": label(ProcedureStep, "activity"),
            "actors": say("Carried out by"),
            "standard": say("Quality standard"),
            "needs": label(ProcedureStep, "needs"),
            "time": label(ProcedureStep, "duration"),
            "output": label(ProcedureStep, "output"),
            "note": label(ProcedureStep, "note"),
            "end": say("End"),
            "symbols": {
                "terminal": say("start or end"),
                "process": say("activity"),
                "decision": say("decision"),
                "arrow": say("direction of the flow"),
                "connector": say("goes on at the step of this number, on another page"),
            },
        },
    }


def rows(steps: Sequence[ProcedureStep], actors: list[str]) -> list[dict[str, Any]]:
    """The rows of the flow table; each knows the rows that lead to it."""
    sources: dict[int | None, list[int]] = defaultdict(list)
    for n in range(len(steps)):
        for way in ways(steps, n):
            sources[way.to].append(n)
    return [{**row(n, steps, actors), "sources": sources[n - 1]} for n in range(1, len(steps) + 1)]


def row(n: int, steps: Sequence[ProcedureStep], actors: list[str]) -> dict[str, Any]:
    """One row of the flow table."""
    step, on = steps[n - 1], ways(steps, n - 1)
    symbol = symbol_of(n, on)
    alt = SYMBOLS[symbol]
    return {
        "activity": step.activity if actors else f"{step.actor}: {step.activity}",
        "actor": actors.index(step.actor) if actors else 0,
        "symbol": symbol,
        "alt": Message(alt.text, {"n": n, "actor": step.actor}),
        "needs": step.needs,
        "time": lasts(step.duration) if step.duration else "",
        "output": step.output or "",
        "leads": [lead(way) for way in on if way.answer or way.to not in (n, None)],
        "ways": [
            {"to": way.to, "answer": way.answer, "leaps": way.to != n}
            for way in on
            if way.answer or way.to is not None
        ],
        "note": step.note or "",
    }


def symbol_of(n: int, on: Sequence[Way]) -> str:
    """The symbol of a step: several ways out are a decision, the first and where it ends are ends."""
    if len(on) > 1:
        return "decision"
    return "terminal" if n == 1 or all(way.to is None for way in on) else "process"


def lead(way: Way) -> Message | str:
    """Where a step leads: `Ya → 4`, or to the end."""
    if way.to is None:
        return say("{answer} → end", answer=way.answer) if way.answer else say("→ end")
    return f"{way.answer} → {way.to + 1}" if way.answer else f"→ {way.to + 1}"


def total(steps: Sequence[ProcedureStep]) -> list[Message]:
    """The time of all steps together; none where a step leads back, since then nobody can know."""
    on = [ways(steps, n) for n in range(len(steps))]
    if any(way.to is not None and way.to <= n for n, each in enumerate(on) for way in each):
        return []
    times, longest = summed(steps, upper=False), summed(steps, upper=True)
    if not longest:
        return []
    forks = any(len(each) > 1 or each == [Way(None)] for each in on[:-1])
    if forks:
        said = say("Total time at most {time}.", time=joined(", ", longest))
    elif any(step.duration and step.duration.up_to is not None for step in steps):
        low, high = joined(", ", times), joined(", ", longest)
        said = say("Total time {low} to {high}.", low=low, high=high)
    else:
        said = say("Total time {time}.", time=joined(", ", times))
    untimed = sum(step.duration is None for step in steps)
    missing = say_n("One step names no time.", "{n} steps name no time.", untimed)
    return [said, missing] if untimed else [said]


def summed(steps: Sequence[ProcedureStep], *, upper: bool) -> list[Message]:
    """The times of all steps, each unit by itself; of ranges the upper or the lower end."""
    sums: dict[TimeUnit, Decimal] = defaultdict(Decimal)
    for took in (step.duration for step in steps if step.duration):
        sums[took.unit] += took.value if took.up_to is None or not upper else took.up_to
    hours, minutes = divmod(sums[TimeUnit.MINUTE], 60)
    sums[TimeUnit.HOUR] += hours
    sums[TimeUnit.MINUTE] = minutes
    return [time(sums[unit], unit) for unit in reversed(TimeUnit) if sums[unit]]
