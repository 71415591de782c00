"""What a person probably meant: the nearest id, the nearest clause."""

from __future__ import annotations

from smmkit.qms import Qms
from smmkit.words import Message, say


def nearest_id(qms: Qms, id: str, kinds: tuple[str, ...]) -> Message | None:
    """The id that was probably meant, of the kinds that are wanted."""
    known = qms.fact(ids_by_kind)
    found = closest(id, [i for kind in kinds or known for i in known.get(kind, ())])
    return say("did you mean {word}?", word=found) if found else None


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
