"""How a claim and a proof are shown: a word with its tone, and the documents behind it."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.proof import Shown, Strength
from smmkit.documents import kind_label
from smmkit.documents.assessment import Status
from smmkit.page import Cell, Tone
from smmkit.words import say

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
