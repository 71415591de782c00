"""How a claim and a proof are shown: a word with its tone, and the documents behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from smmkit.analyses.proof import Shown, Strength
from smmkit.documents import kind_label
from smmkit.documents.assessment import Status
from smmkit.page import Cell, Tone
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


def strength(proof: Shown, applies: bool = True) -> Cell:
    """How well something is proved, if it applies at all."""
    if not applies:
        return Cell(Status.NOT_APPLICABLE.label, Tone.MUTED)
    return Cell(proof.strength.label, TONES[proof.strength])


def documents(proof: Shown) -> list[Any]:
    """The documents that count, those that do so through a group marked; then what falls short."""
    shown: list[Any] = [
        say("{id} (indirect)", id=e.document.id) if e.indirect else e.document.id
        for e in proof.evidence
    ]
    shown += [say("{id} ({reasons})", id=s.document.id, reasons=s.reasons) for s in proof.short_of]
    shown += proof.uncovered
    if proof.lacking:
        shown.append(say("missing: {kinds}", kinds=[kind_label(kind) for kind in proof.lacking]))
    return shown


def spans_of(ids: Sequence[str]) -> list[Message | str]:
    """Ids in order; a run of three and more that are counted on is told by its ends."""
    runs: list[list[str]] = []
    for id_ in sorted(dict.fromkeys(ids), key=counted_key):
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
