"""SMM2xx and SMM902: what documents name is there, and is what they say it is."""

from __future__ import annotations

from posixpath import dirname, relpath

from smmkit.analyses.files import exists, nearest, resolve
from smmkit.analyses.links import links
from smmkit.marks import CLAUSE, FILE, STANDARD, RefersTo
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards import shipped
from smmkit.words import Message, say


@rule("SMM201", "broken-reference", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def broken_reference(qms: Qms) -> Problems:
    """What a document refers to is in the folder.

    Why: an auditor follows the thread from document to document; here it ends.
    """
    for link in qms.fact(links):
        if isinstance(link.mark, RefersTo) and not (
            link.target in qms.things or link.target in qms.stub_of
        ):
            message = say("there is no {id}", id=link.target)
            hint = nearest_id(qms, link.target, link.mark.kinds)
            yield problem(link.document, *link.steps, message=message, hint=hint)


@rule("SMM202", "wrong-kind", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def wrong_kind(qms: Qms) -> Problems:
    """What a document refers to is of the kind that is wanted there."""
    for link in qms.fact(links):
        if not (isinstance(link.mark, RefersTo) and link.mark.kinds):
            continue
        thing = qms.things.get(link.target)
        if thing and thing.is_a not in link.mark.kinds:
            message = say(
                "{id} is of the kind {kind}; wanted here: {kinds}",
                id=link.target,
                kind=thing.is_a,
                kinds=link.mark.kinds,
            )
            yield problem(
                link.document,
                *link.steps,
                message=message,
                hint=nearest_id(qms, link.target, link.mark.kinds),
            )


@rule("SMM204", "unknown-clause", source="ISO 9001, 4.4")
def unknown_clause(qms: Qms) -> Problems:
    """A clause that a document names is one of the standard.

    Why: evidence for a clause that does not exist is evidence for nothing. Numbers are compared
    whole, never as the beginning of others.
    """
    for link in qms.fact(links):
        if link.mark is not CLAUSE or qms.settings is None:
            continue
        standard, number = qms.clause(link.target, link.document)
        if standard is None:
            continue
        if number not in standard.known and number not in standard.requirement_ids:
            message = say("{standard} has no clause {number}", standard=standard.id, number=number)
            yield problem(
                link.document,
                *link.steps,
                message=message,
                hint=nearest_clause(number, standard.known),
            )


@rule("SMM205", "missing-file", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def missing_file(qms: Qms) -> Problems:
    """A file that a document names lies in the folder, spelled just so.

    Why: what opens on Windows in spite of a capital letter does not open for the auditor.
    """
    for link in qms.fact(links):
        if link.mark is not FILE:
            continue
        hint: Message | None = None
        path = resolve(link.document, link.target)
        if exists(qms, path):
            continue
        if path.startswith(("../", "/")) or path == "..":
            message = say("{file} lies outside the folder of the QMS", file=link.target)
            hint = say("copy it into the folder")
        else:
            message = say("there is no file {file}", file=path)
            found = nearest(qms, path)
            found = relpath(found, dirname(link.document.path) or ".") if found else None
            hint = say("did you mean {word}?", word=found) if found else None
        yield problem(link.document, *link.steps, message=message, hint=hint)


@rule("SMM902", "unknown-standard")
def unknown_standard(qms: Qms) -> Problems:
    """A standard that is named comes with smmkit or lies under `standards/`."""
    for link in qms.fact(links):
        if link.mark is STANDARD:
            named = link.target
        elif link.mark is CLAUSE and "/" in link.target:
            named = link.target.rpartition("/")[0]
        else:
            continue
        if qms.standard(named) is None:
            message = say("there is no standard {id}", id=named)
            hint = say("write one of: {words}", words=sorted({*shipped(), *qms.packs}))
            yield problem(link.document, *link.steps, message=message, hint=hint)


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
