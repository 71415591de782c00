"""What was taken of another QMS into a new one, and what was not, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from smmkit.documents import kind_label
from smmkit.words import Language, Message, say, say_n


@dataclass(frozen=True, slots=True)
class Clone:
    """The files of the new QMS, and what became of the documents of the other."""

    files: dict[str, str | bytes]
    taken: dict[str, int]
    """How many documents of each kind were taken."""
    left_out: dict[str, int]
    """How many of each kind stay behind, because of what they are."""
    reasons: dict[str, Message] = field(default_factory=dict)
    """Files that could not be taken, and why."""
    advice: list[Message] = field(default_factory=list)


def summary(made: Clone, speech: Language) -> Iterator[str | Message]:
    """What was taken of the other QMS, what was not, and why."""
    yield ""
    n = sum(made.taken.values())
    yield say_n("Taken as a draft: {n} document", "Taken as drafts: {n} documents", n)
    yield from counted(made.taken, speech)
    if made.left_out:
        yield say("Not taken, because it is the data of the other agency, or its own business:")
        yield from counted(made.left_out, speech)
    if made.reasons:
        yield say("Not taken, because it could not be:")
        yield from (f"  {path}: {speech.say(why)}" for path, why in made.reasons.items())
    yield from made.advice


def counted(kinds: Mapping[str, int], speech: Language) -> Iterator[str]:
    """How many there are of each kind, a line each."""
    for kind, n in kinds.items():
        yield f"  {speech.say(kind_label(kind))}: {speech.say(n)}"
