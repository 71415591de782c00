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
    """The ids that some words mean, each once; those of one title need no quotes: `quality policy`.

    Raises:
        SmmError: one of them means nothing, or more than one thing.
    """
    matches = [match_of(word, qms) for word in joined(words, qms)]
    if len(words) > 1 and not all(match.id for match in matches):
        title = match_of(" ".join(words), qms)
        matches = [title] if title.ids else matches
    return list(dict.fromkeys(id_meant(match, qms, speech) for match in matches))


def joined(words: list[str], qms: Qms) -> list[str]:
    """The words of a call, those that are one title put together: of several readings the longest."""
    rest, found = words, list[str]()
    while rest:
        ends = range(min(len(rest), LONGEST_TITLE), 1, -1)
        end = next((n for n in ends if match_of(" ".join(rest[:n]), qms).sure), 1)
        found.append(" ".join(rest[:end]))
        rest = rest[end:]
    return found


LONGEST_TITLE = 12
"""So many words without quotes are tried as one title."""


def thing_meant(word: str, qms: Qms, speech: Language) -> str:
    """The id that a word means: as it stands, in any case, or by its title.

    Raises:
        SmmError: it means nothing, or more than one thing; a guess that nobody said yes to.
    """
    return id_meant(match_of(word, qms), qms, speech)


def match_of(word: str, qms: Qms) -> Match:
    """What a word means: a document first, else whatever has an id."""
    from smmkit.approval.lookup import thing_named
    from smmkit.documents import Document

    match = thing_named(word, qms, (Document,))
    if match.sure:
        return match
    every = thing_named(word, qms)
    if every.sure:
        return every
    return by_kind(word, qms) or (match if match.ids else every)


def by_kind(word: str, qms: Qms) -> Match | None:
    """The documents whose kind a word names, in either language: of one policy it needs no title.

    The kind may also stand before the title: `SOP Peminjaman arsip`.
    """
    from smmkit.analyses.texts import squeezed
    from smmkit.approval.lookup import Match
    from smmkit.corrections.officials import comparable, kinds_by_word
    from smmkit.documents import Document

    named = kinds_by_word()
    kinds = named.get(comparable(word), ())
    ids = tuple(one.id for one in qms.of(Document) if one.kind in kinds)
    if not ids:
        first, _, title = squeezed(word).partition(" ")
        kinds = named.get(comparable(first), ())
        titles = {one.id: squeezed(one.title) for one in qms.of(Document) if one.kind in kinds}
        ids = tuple(id_ for id_ in titles if title and titles[id_] == title)
        near = tuple(id_ for id_ in titles if title and title in titles[id_])
        if near and not ids:
            return Match(word, near)
    return Match(word, ids, sure=True) if ids else None


def id_meant(match: Match, qms: Qms, speech: Language) -> str:
    """The one id of a match; asked for at a terminal, where one is likely.

    Raises:
        SmmError: it means nothing, or more than one thing; a guess that nobody said yes to.
    """
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
