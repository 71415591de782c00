"""The form of a procedure: SOP Administrasi Pemerintahan (PermenPANRB 35/2012)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from smmkit.document_view import ELSEWHERE, DocumentView, joined, prose
from smmkit.documents import Information
from smmkit.documents.procedure import Branch, Procedure, ProcedureStep, TimeUnit
from smmkit.fields import label
from smmkit.page import Page
from smmkit.qms import Qms
from smmkit.words import Message, say, say_n

BOXES = ("legal_basis", "qualifications", "related", "equipment", "warnings", "records")
"""The boxes of the first page, two in a line, as the regulation has them."""

APART = ELSEWHERE | {*BOXES, "owner", "version", "classification", "number", "purpose", "steps"}
"""What the form and the frame say already."""

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
    actors = list(dict.fromkeys(step.actor for step in sop.steps))
    related = {"related": [view.title_of(id_) for id_ in sop.related]}
    return {
        "number": sop.number or "-",
        "revised": any(a.version != sop.version for a in sop.approvals),
        "purpose": sop.purpose or "-",
        "boxes": [
            [label(Procedure, name), related.get(name, getattr(sop, name))] for name in BOXES
        ],
        "actors": actors,
        "steps": [row(n, step, actors, len(sop.steps)) for n, step in enumerate(sop.steps, 1)],
        "total": total(sop.steps),
        "prose": Page("", "", tuple(prose(sop))),
        "rest": Page("", "", tuple(view.content(sop, apart=APART))),
        "words": {
            "number": say("SOP number"),
            "version": label(Procedure, "version"),
            "revised": say("Revised on"),
            "approved": say("Approved on"),
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
            "legend": say("Capsule: start or end. Box: activity. Diamond: decision."),
        },
    }


def row(n: int, step: ProcedureStep, actors: list[str], last: int) -> dict[str, Any]:
    """One row of the flow table."""
    symbol = symbol_of(n, step, last)
    alt = SYMBOLS[symbol]
    return {
        "activity": step.activity,
        "actor": actors.index(step.actor),
        "symbol": symbol,
        "alt": Message(alt.text, {"n": n, "actor": step.actor}),
        "needs": step.needs,
        "time": time(step.duration.value, step.duration.unit) if step.duration else "",
        "output": step.output or "",
        "leads": [lead(branch) for branch in step.leads_to if branch.answer or branch.to != n + 1],
        "goes_on": n < last and n + 1 in ([b.to for b in step.leads_to] or [n + 1]),
        "note": step.note or "",
    }


def symbol_of(n: int, step: ProcedureStep, last: int) -> str:
    """The symbol of a step: several ways out are a decision, the first and the last are ends."""
    if len(step.leads_to) > 1:
        return "decision"
    return "terminal" if n == 1 or (n == last and not step.leads_to) else "process"


def lead(branch: Branch) -> str:
    """Where a step leads: `Ya → 4`."""
    return f"{branch.answer} → {branch.to}" if branch.answer else f"→ {branch.to}"


def total(steps: Sequence[ProcedureStep]) -> list[Message]:
    """The time of all steps together; none where a step leads back, since then nobody can know."""
    if any(branch.to <= n for n, step in enumerate(steps, 1) for branch in step.leads_to):
        return []
    sums: dict[TimeUnit, Decimal] = defaultdict(Decimal)
    for step in steps:
        if step.duration:
            sums[step.duration.unit] += step.duration.value
    hours, minutes = divmod(sums[TimeUnit.MINUTE], 60)
    sums[TimeUnit.HOUR] += hours
    sums[TimeUnit.MINUTE] = minutes
    times = [time(sums[unit], unit) for unit in reversed(TimeUnit) if sums[unit]]
    if not times:
        return []
    spoken = joined(", ", times)
    forks = any(len(step.leads_to) > 1 for step in steps)
    said = (
        say("Total time at most {time}.", time=spoken)
        if forks
        else say("Total time {time}.", time=spoken)
    )
    untimed = sum(step.duration is None for step in steps)
    missing = say_n("One step names no time.", "{n} steps name no time.", untimed)
    return [said, missing] if untimed else [said]


def time(value: Decimal, unit: TimeUnit) -> Message:
    """A working time; no unit is turned into another, since no one rule says how."""
    match unit:
        case TimeUnit.MINUTE:
            return say("1 minute") if value == 1 else say("{n} minutes", n=value)
        case TimeUnit.HOUR:
            return say("1 hour") if value == 1 else say("{n} hours", n=value)
        case TimeUnit.DAY:
            return say("1 working day") if value == 1 else say("{n} working days", n=value)
        case TimeUnit.WEEK:
            return say("1 week") if value == 1 else say("{n} weeks", n=value)
