"""What was taken of another QMS into a new one, and what was not, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smmkit.clone.cloning import Clone
from smmkit.documents import kind_label
from smmkit.words import Language, Message, say, say_n


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
