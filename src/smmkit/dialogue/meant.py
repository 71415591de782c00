"""Which documents a person means: where it is not sure, asked at a terminal, else refused with an offer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from smmkit.errors import SmmError
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.approval.lookup import Match
    from smmkit.qms import Qms


def things_meant(words: list[str], qms: Qms, speech: Language) -> list[str]:
    """The ids that some words mean, each once.

    Raises:
        SmmError: one of them means nothing, or more than one thing.
    """
    return list(dict.fromkeys(thing_meant(word, qms, speech) for word in words))


def thing_meant(word: str, qms: Qms, speech: Language) -> str:
    """The id that a word means: as it stands, in any case, or by its title.

    Raises:
        SmmError: it means nothing, or more than one thing; a guess that nobody said yes to.
    """
    from smmkit.approval.lookup import thing_named
    from smmkit.documents import Document

    match = thing_named(word, qms, (Document,))
    if not match.sure:
        every = thing_named(word, qms)
        match = every if every.sure or not match.ids else match
    if match.id:
        return match.id
    if len(match.ids) == 1 and sys.stdin.isatty():
        from smmkit.approval.lookup import with_title
        from smmkit.dialogue.confirmation import ask_yes_or_no

        if ask_yes_or_no(say("Is {id} meant?", id=with_title(match.ids[0], qms)), speech):
            return match.ids[0]
    raise SmmError(unclear(match, qms))


MOST = 8
"""So many are named."""


def unclear(match: Match, qms: Qms) -> Message:
    """Why it is not clear what a word means, and what may be meant."""
    from smmkit.approval.lookup import with_title

    if len(match.ids) == 1:
        return say(
            "there is no {id}; did you mean {word}?",
            id=match.word,
            word=with_title(match.ids[0], qms),
        )
    if match.ids:
        return say(
            "{word} may be one of these: {words}; write the code of the one that is meant",
            word=match.word,
            words=[with_title(id_, qms) for id_ in match.ids[:MOST]],
        )
    return say("there is no {id} in this folder; what there is: smm list", id=match.word)
