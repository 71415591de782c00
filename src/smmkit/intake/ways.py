"""Where the steps of an SOP lead: decisions, `kembali ke 2`, and numbers that change on the way in."""

from __future__ import annotations

import re
from typing import Any, Final

from smmkit.intake.result import Result
from smmkit.intake.words import any_of, comparable, data
from smmkit.office.grid import DECISION
from smmkit.words import say

DIAMONDS: Final = (DECISION, "◇", "◊", "♦", "<>")
"""How a decision is drawn as a letter."""

NO: Final = frozenset(data()["no"])
EITHER: Final = frozenset(data()["either"])
ANSWERS: Final = NO.union(EITHER, data()["yes"])

JUMP: Final = re.compile(
    rf"\b(?:{any_of('sends')})(?:\s+(?:{any_of('sends_with')}))?\s+(?:{any_of('sends_to')})\s+"
    rf"(?:(?:{any_of('steps')})\.?\s*)*(\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?)\b",
    re.I,
)
BOTH: Final = re.compile(
    r"\b(ya|tidak|tdk|yes|no)(?:\s*(?:[:=]|->|\u2192)\s*(?:ke\s+)?|,?\s+(?:lanjut |kembali )?ke\s+)"
    r"(?:(?:langkah|no\.?|nomor|step)\s+)?(\d{1,3})\b",
    re.I,
)
"""Where both answers lead: `Ya: 4, Tidak: 2`."""

YES_FIRST: Final = re.compile(rf"\b(?:{any_of('first_answers')})\b[^.;]{{0,25}}\Z", re.I)


CONDITION: Final = re.compile(rf"\b(?:{any_of('conditions')})\b([^.;]{{1,60}})\Z", re.I)
NEGATIVE: Final = re.compile(rf"\b(?:{any_of('denials')})\b", re.I)
ONWARD: Final = tuple(data()["sends_forward"])
"""A condition right before the words that send to another step, what denies it, and what sends forward."""


def is_decision(text: str) -> bool:
    """Whether a cell of an actor draws a decision."""
    return any(sign in text for sign in DIAMONDS)


def settle(result: Result, id: str, steps: list[dict[str, Any]]) -> None:
    """Give each step its number, and each decision where it leads, as far as the paper says it."""
    numbers: dict[str, int] = {}
    for n, step in enumerate(steps, 1):
        own = str(step.pop("no", "")).strip(" .)")
        if own and own not in numbers:
            numbers[own] = n
    moved = [f"{own} -> {n}" for own, n in numbers.items() if own != str(n)]
    if moved:
        what = say("the steps are numbered anew: {moved}", moved=moved)
        result.assumed.append((id, what))
    for n, step in enumerate(steps, 1):
        decides = step.pop("decides", False)
        if both(result, id, steps, n, numbers):
            continue
        note, targets = pointed(step.get("note") or "", numbers)
        if not targets:
            step["activity"], targets = pointed(step["activity"], numbers)
        step["note"] = note or None
        if targets:
            leads(result, id, steps, n, targets)
        elif decides:
            blank = result.blank(id, say("where the answers of step {n} lead", n=n))
            step["note"] = "; ".join(filter(None, (step["note"], blank)))
            result.assumed.append(
                (id, say("step {n} is a decision: write where its answers lead", n=n))
            )


def both(
    result: Result, id: str, steps: list[dict[str, Any]], n: int, numbers: dict[str, int]
) -> bool:
    """Where a note says of both answers where they lead, `Ya: 4, Tidak: 2`, let them lead there.

    Where it says it of one, the other leads to the next step.
    """
    step = steps[n - 1]
    said = {found[1].lower(): numbers.get(found[2]) for found in BOTH.finditer(step["note"] or "")}
    ways = {("Tidak" if answer in NO else "Ya"): to for answer, to in said.items()}
    if len(ways) == 1 and n < len(steps):
        for answer in ("Ya", "Tidak"):
            ways.setdefault(answer, n + 1)
    if len(ways) < len(("Ya", "Tidak")) or None in ways.values() or n in ways.values():
        return False
    step["note"] = BOTH.sub(
        lambda found: found[0][: -len(found[2])] + str(numbers[found[2]]), step["note"]
    )
    step["leads_to"] = [{"to": ways[answer], "answer": answer} for answer in ("Ya", "Tidak")]
    for answer, to in ways.items():
        why = say(
            "step {n} leads to step {m} where the answer is {answer}", n=n, m=to, answer=answer
        )
        result.assumed.append((id, why))
    return True


def pointed(text: str, numbers: dict[str, int]) -> tuple[str, list[tuple[int | None, bool]]]:
    """A text with the numbers that steps have now, and the steps that it sends to; each on a yes, or not.

    Without such words there is none; a number that no step has is None.
    """
    found = [*JUMP.finditer(text)]
    starts = [0, *(one.end() for one in found)]
    targets = [
        (numbers.get(one[1]), is_on_yes(text[start : one.start()], one[0]))
        for start, one in zip(starts, found, strict=False)
    ]
    for one in reversed(found):
        number = str(numbers.get(one[1], one[1]))
        text = text[: one.start(1)] + number + text[one.end(1) :]
    return text, targets


def is_on_yes(before: str, sends: str) -> bool:
    """Whether what stands before such words is a yes: `jika lengkap`; `jika sesuai lanjut ke`."""
    condition = CONDITION.search(before)
    is_onward = sends.lower().startswith(ONWARD)
    is_met = condition is not None and is_onward and not NEGATIVE.search(condition[1])
    return is_met or bool(YES_FIRST.search(before))


def leads(
    result: Result,
    id: str,
    steps: list[dict[str, Any]],
    n: int,
    targets: list[tuple[int | None, bool]],
) -> None:
    """The ways of a step that may send to others: where an answer leads that is not said, to the next."""
    ways = {("Ya" if is_yes else "Tidak"): to for to, is_yes in reversed(targets)}
    if None in ways.values():
        blank = result.blank(id, say("where step {n} leads: its number is that of no step", n=n))
        steps[n - 1]["note"] = "; ".join(filter(None, (steps[n - 1]["note"], blank)))
        return
    other = {"to": n + 1} if n < len(steps) else {"ends": True}
    steps[n - 1]["leads_to"] = [
        {**({"to": ways[answer]} if answer in ways else other), "answer": answer}
        for answer in ("Ya", "Tidak")
    ]
    for answer, to in ways.items():
        why = say(
            "step {n} leads to step {m} where the answer is {answer}", n=n, m=to, answer=answer
        )
        result.assumed.append((id, why))


def answered(cells: list[str]) -> bool:
    """Whether the cells of a table say Ya and Tidak where others are marked: at least one Tidak."""
    return any(comparable(text) in NO | EITHER for text in cells)
