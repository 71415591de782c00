"""What a person probably meant: the nearest id, the nearest clause."""

from __future__ import annotations

import re

from smmkit.analyses.texts import squeezed
from smmkit.qms import Qms
from smmkit.words import Message, say


def nearest_id(qms: Qms, id: str, kinds: tuple[str, ...]) -> Message | None:
    """The id that was probably meant, of the kinds that are wanted: by its letters, or by a title."""
    near = ids_near(qms, id, kinds)
    if near and by_title(qms, id, near):
        return say(
            "a code is written here, not a title: {words}",
            words=[say("{id} ({title})", id=i, title=qms.things[i].title) for i in near],
        )
    return say("did you mean {word}?", word=near[0]) if near else None


def ids_near(qms: Qms, id: str, kinds: tuple[str, ...]) -> list[str]:
    """The ids that may have been meant, of the kinds that are wanted."""
    known = qms.fact(ids_by_kind)
    ids = [i for kind in kinds or known for i in known.get(kind, ())]
    if titled := by_title(qms, id, ids):
        return titled
    found = closest(id, ids)
    return [found] if found else []


def by_title(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The ids of what is called so: the whole title, else without what stands before and behind a name.

    Of what has another title a few that have all the words in theirs.
    """
    said, bare = squeezed(words), bare_name(words)
    titles = {id_: qms.things[id_].title for id_ in ids}
    whole = [id_ for id_, title in titles.items() if squeezed(title) == said]
    named = [id_ for id_, title in titles.items() if bare and bare_name(title) == bare]
    parts = set(bare.split()) if len(bare) > SHORT else set()
    held = [
        id_ for id_, title in titles.items() if parts and parts <= set(bare_name(title).split())
    ]
    return (whole or named or held)[:FEW]


SHORT, FEW = 3, 3
"""Shorter words are looked for in no title; so many ids are offered."""

DEGREE = re.compile(
    r",.*|\b(?:drs|dra|dr|ir|prof|h|hj|kh|st|se|sh|mm|m\.?si|s\.?sos)\b\.?", re.IGNORECASE
)


def bare_name(text: str) -> str:
    """A name without degrees and other signs: `Budi Rekaan` of `Drs. Budi Rekaan, M.Si.`."""
    return " ".join(re.findall(r"[^\W_]+", DEGREE.sub(" ", squeezed(text))))


def ids_by_kind(qms: Qms) -> dict[str, list[str]]:
    """Every id under the kind of what it names."""
    found: dict[str, list[str]] = {}
    for id_, thing in qms.things.items():
        found.setdefault(thing.is_a, []).append(id_)
    return found


def nearest_clause(number: str, known: frozenset[str]) -> Message | None:
    """The clause that was probably meant: the one above, or one spelled nearly so."""
    above = number.rpartition(".")[0]
    found = closest(number, sorted(known), 1) or (above if above in known else None)
    return say("did you mean {word}?", word=found) if found else None


def closest(word: str, known: list[str], slips: int = 2) -> str | None:
    """The word at most so many slips of the pen away."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else None


def why_missing(id: str, qms: Qms) -> Message:
    """Why a thing of this id cannot be shown."""
    if stub := qms.stub_of.get(id):
        return say(
            "{id} stands in {path}, which has faults; run `smm validate`", id=id, path=stub.path
        )
    near = closest(id, list(qms.things))
    if near:
        return say("there is no {id}; did you mean {word}?", id=id, word=near)
    return say("there is no {id} in this folder", id=id)
