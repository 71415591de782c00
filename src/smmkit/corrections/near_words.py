"""What to write instead of a word that is not known: the one that it is a slip of the pen for."""

from __future__ import annotations

from collections.abc import Collection

from smmkit.corrections.officials import comparable, kinds_by_word, nearest
from smmkit.words import Message, say


def nearest_hint(word: str, known: list[str], otherwise: Message | None = None) -> Message:
    """What was probably meant; else where to look, or all that is possible."""
    if found := nearest(word, known):
        return say("did you mean {word}?", word=found)
    return otherwise or say("write one of: {words}", words=", ".join(known))


def near_kind(word: str, kinds: Collection[str]) -> Message:
    """The kind that was meant but for a slip of the pen, also in another word; else how to find it."""
    words = kinds_by_word()
    near = nearest(word, [*kinds, *words]) or phrase_in(word, words)
    meant = (near,) if near in kinds else words.get(near, ())
    if not meant:
        return say("`smm new` names the kinds")
    return say("did you mean {word}?", word=", ".join(meant))


def phrase_in(text: str, known: Collection[str]) -> str:
    """The longest of some names that stands within a text, of several words: one alone may be of anything."""
    padded = f" {comparable(text)} "
    held = [name for name in known if " " in name and f" {name} " in padded]
    return max(held, key=len, default="")
