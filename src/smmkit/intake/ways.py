"""Where the steps of an SOP lead: decisions, `kembali ke 2`, and numbers that change on the way in."""

from __future__ import annotations

import re
from typing import Any, Final

from smmkit.intake.result import Result
from smmkit.intake.words import comparable
from smmkit.office.grid import DECISION
from smmkit.words import say

DIAMONDS: Final = (DECISION, "◇", "◊", "♦", "<>")
"""How a decision is drawn as a letter."""

ANSWERS: Final = frozenset({"ya", "tidak", "ya tidak", "tidak ya", "y", "t", "tdk", "yes", "no"})
NO: Final = frozenset({"tidak", "t", "tdk", "no"})
EITHER: Final = frozenset({"ya tidak", "tidak ya"})

JUMP: Final = re.compile(
    r"\b(?:kembali|dikembalikan|lanjut|lanjutkan|langsung|menuju|diulang|ulang|return|back|go)"
    r"(?:\s+(?:lagi|berkas|kembali))?\s+(?:ke|dari|to)\s+"
    r"(?:(?:langkah|no\.?|nomor|tahap|kegiatan|butir|step)\s*)*(\d{1,3}(?:\.\d{1,2})?[a-z]?)\b",
    re.I,
)
BOTH: Final = re.compile(
    r"\b(ya|tidak|tdk|yes|no)(?:\s*(?:[:=]|->|\u2192)\s*(?:ke\s+)?|,?\s+(?:lanjut |kembali )?ke\s+)"
    r"(?:(?:langkah|no\.?|nomor|step)\s+)?(\d{1,3})\b",
    re.I,
)
"""Where both answers lead: `Ya: 4, Tidak: 2`."""

YES_FIRST: Final = re.compile(
    r"\b(?:ya|jika lengkap|bila lengkap|jika setuju|yes)\b[^.;]{0,25}\Z", re.I
)


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
        note, target = pointed(step.get("note") or "", numbers)
        if target is None:
            step["activity"], target = pointed(step["activity"], numbers)
        step["note"] = note or None
        if target is not None:
            leads(result, id, steps, n, target)
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


def pointed(text: str, numbers: dict[str, int]) -> tuple[str, tuple[int | None, bool] | None]:
    """A text with the numbers that steps have now, and the step that it sends to; on a yes, or not.

    Without such words there is none; a number that no step has is None.
    """
    found = JUMP.search(text)
    if not found:
        return text, None
    target = numbers.get(found[1])
    is_yes = bool(YES_FIRST.search(text[: found.start()]))
    if target is None:
        return text, (None, is_yes)
    return text[: found.start(1)] + str(target) + text[found.end(1) :], (target, is_yes)


def leads(
    result: Result,
    id: str,
    steps: list[dict[str, Any]],
    n: int,
    target: tuple[int | None, bool],
) -> None:
    """The two ways of a step that may send to another: that one, and the next."""
    to, is_yes = target
    if to is None:
        blank = result.blank(id, say("where step {n} leads: its number is that of no step", n=n))
        steps[n - 1]["note"] = "; ".join(filter(None, (steps[n - 1]["note"], blank)))
        return
    other = {"to": n + 1} if n < len(steps) else {"ends": True}
    yes, no = ({"to": to}, other) if is_yes else (other, {"to": to})
    steps[n - 1]["leads_to"] = [{**yes, "answer": "Ya"}, {**no, "answer": "Tidak"}]
    why = say(
        "step {n} leads to step {m} where the answer is {answer}",
        n=n,
        m=to,
        answer="Ya" if is_yes else "Tidak",
    )
    result.assumed.append((id, why))


def answered(cells: list[str]) -> bool:
    """Whether the cells of a table say Ya and Tidak where others are marked: at least one Tidak."""
    return any(comparable(text) in NO | EITHER for text in cells)
