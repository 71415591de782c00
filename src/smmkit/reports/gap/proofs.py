"""How a claim and a proof are shown: a word with its tone, and the documents behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from smmkit.analyses.gap.parts import ClauseGap
from smmkit.analyses.proof.proof import ShortOf, Shown, Strength
from smmkit.documents import kind_label
from smmkit.documents.assessment import Status
from smmkit.page import Cell, Text, Tone
from smmkit.words import Message, say

TONES = {
    Status.CONFORM: Tone.GOOD,
    Status.PARTIAL: Tone.WARN,
    Status.NONCONFORM: Tone.BAD,
    Status.NOT_ASSESSED: Tone.MUTED,
    Status.NOT_APPLICABLE: Tone.MUTED,
    Status.NOT_TRIGGERED: Tone.MUTED,
    Strength.PROVED: Tone.GOOD,
    Strength.PAPER: Tone.WARN,
    Strength.SHORT: Tone.WARN,
    Strength.NONE: Tone.BAD,
    Strength.CLAIM_ONLY: Tone.MUTED,
}


MOST_ELSEWHERE = 12
"""So many documents are named at most that are about something else."""


def strength(of: Shown | ClauseGap, applies: bool = True) -> Cell:
    """How well something, or all of a clause, is proved, if it applies at all."""
    if not applies:
        return Cell(Status.NOT_APPLICABLE.label, Tone.MUTED)
    return Cell(of.strength.label, TONES[of.strength])


def whole_strength(clause: ClauseGap) -> Cell:
    """How well all of a clause is proved, if it applies at all."""
    return strength(clause, clause.status is not Status.NOT_APPLICABLE)


def documents(proof: Shown) -> list[Any]:
    """The documents that count, those that do so through a group marked; then what falls short.

    Those that fall short for the same reasons stand together.
    """
    direct = [e.document.id for e in proof.evidence if not e.indirect]
    indirect = [e.document.id for e in proof.evidence if e.indirect]
    shown: list[Any] = spans_of(direct)
    shown += [say("{id} (indirect)", id=one) for one in spans_of(indirect)]
    for reasons, ids in alike(proof.short_of):
        shown.append(say("{id} ({reasons})", id=spans_of(ids), reasons=reasons))
    shown += proof.uncovered
    if proof.lacking:
        kinds = [kind_label(kind) for kind in proof.lacking]
        if proof.elsewhere:
            some = spans_of(proof.elsewhere[:MOST_ELSEWHERE])
            some += ["..."] * (len(proof.elsewhere) > MOST_ELSEWHERE)
            shown.append(say("none is about it: {kinds} ({ids})", kinds=kinds, ids=some))
        else:
            shown.append(say("missing: {kinds}", kinds=kinds))
    return shown


def alike(short_of: Sequence[ShortOf]) -> list[tuple[tuple[Message, ...], list[str]]]:
    """The documents that fall short, those with the same reasons together."""
    found: list[tuple[tuple[Message, ...], list[str]]] = []
    for one in short_of:
        same = next((ids for reasons, ids in found if reasons == one.reasons), None)
        if same is None:
            found.append((one.reasons, [one.document.id]))
        else:
            same.append(one.document.id)
    return found


def sentences(told: Iterable[Text]) -> Text:
    """Several sentences in one cell, so that each ends where a reader sees it."""
    every = list(told)
    said: Text = every[0] if every else ""
    for one in every[1:]:
        said = say("{one}; {other}", one=said, other=one)
    return said


def spans_of(ids: Sequence[str]) -> list[Message | str]:
    """Ids in order; a run of three and more that are counted on is told by its ends."""
    runs: list[list[str]] = []
    every = list(dict.fromkeys(ids))
    for id_ in sorted(every, key=counted_key) if len(every) > 2 else every:
        if runs and follows(runs[-1][-1], id_):
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return [
        part
        for run in runs
        for part in ([say("{id} to {other}", id=run[0], other=run[-1])] if len(run) > 2 else run)
    ]


def counted_key(id_: str) -> tuple[str, int]:
    """An id before its last number, and that number."""
    start, number = split(id_)
    return start, int(number or 0)


def follows(one: str, other: str) -> bool:
    """Whether an id is the next after another: `SOP-02` after `SOP-01`."""
    (start, number), (begin, next_) = split(one), split(other)
    return start == begin and bool(number and next_) and int(next_) == int(number) + 1


def split(id_: str) -> tuple[str, str]:
    """What stands before the last number of an id, and the number."""
    start = id_.rstrip("0123456789")
    return start, id_[len(start) :]
