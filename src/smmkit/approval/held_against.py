"""That a document still fits what it names: who looked, on which day, and why; what stands against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smmkit.analyses.lifecycle.reviews import contents_named_by, held, mark_of, names
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.analyses.references.nearest import why_missing
from smmkit.documents import Document, Information
from smmkit.errors import SmmError
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Look:
    """Who held a document against others, on which day, and why it still fits."""

    by: str
    on: date
    why: str


def looks_to_note(
    document: Information, targets: list[str], look: Look, qms: Qms
) -> list[dict[str, str]]:
    """What is to stand under `checked_against`: for each target, or else all that has changed, one look.

    Raises:
        SmmError: there is nothing to look at, or one of them cannot be.
    """
    known = {"by": look.by, "on": look.on.isoformat(), "why": look.why}
    wanted = targets or [*suspects(document, qms)]
    items = [{"target": t, **known, "hash": h} for t, h in marks(document, wanted, qms)]
    if not items:
        raise SmmError(nothing_asked(document, qms))
    refuse_twice(document, items)
    refuse_earlier(document, items, qms)
    return items


def suspects(document: Information, qms: Qms) -> Iterator[str]:
    """What has changed since the document was held against it."""
    return (target for target, last in held(document, qms).items() if last.suspect)


def marks(document: Information, targets: list[str], qms: Qms) -> Iterator[tuple[str, str]]:
    """Each target with its fingerprint.

    Raises:
        SmmError: there is no such thing, or the document does not name it.
    """
    for target in dict.fromkeys(targets):
        mark = mark_of(target, qms)
        if mark is None:
            raise SmmError(why_missing(target, qms))
        if not names(document, target, qms):
            raise SmmError(
                say(
                    "{id} does not name {target}, so it cannot be held against it; write it into one of "
                    "its fields first",
                    id=document.id,
                    target=target,
                )
            )
        yield target, mark


def standing(document: Information, qms: Qms) -> Iterator[Message]:
    """What the document names, and what is known of each."""
    last = held(document, qms)
    titles = {target: thing.title for target, thing in qms.things.items()}
    for target in dict.fromkeys((*last, *contents_named_by(document, qms))):
        if target not in last:
            yield say(
                "{target} ({title}): never held against it", target=target, title=titles[target]
            )
            continue
        given = last[target].given
        values = {
            "target": target,
            "title": titles.get(target, "-"),
            "by": given.by,
            "day": given.on,
            "why": given.why,
        }
        if last[target].suspect:
            yield say(
                "{target} ({title}): has changed since {by} looked on {day} ({why})", **values
            )
        else:
            yield say("{target} ({title}): fits, as {by} found on {day} ({why})", **values)


def nothing_asked(document: Information, qms: Qms) -> Message:
    """Why there is nothing to do without a target."""
    if held(document, qms):
        return say("nothing has changed since {id} was looked at", id=document.id)
    return say(
        "{id} has never been held against anything; name what it follows from, of: {words}",
        id=document.id,
        words=contents_named_by(document, qms) or ["-"],
    )


def refuse_twice(document: Information, items: list[dict[str, str]]) -> None:
    """Stop where the same look at the same text is written down already.

    Raises:
        SmmError: one of them is.
    """
    given = {(one.target, one.by, one.on.isoformat(), one.hash) for one in document.checked_against}
    for item in items:
        if (item["target"], item["by"], item["on"], item["hash"]) in given:
            raise SmmError(
                say(
                    "that {by} held {id} against {target} on {day} is written down already",
                    by=item["by"],
                    id=document.id,
                    target=item["target"],
                    day=date.fromisoformat(item["on"]),
                )
            )


def refuse_earlier(document: Information, items: list[dict[str, str]], qms: Qms) -> None:
    """Stop where somebody looked later, or what is there now was not yet approved on that day.

    Raises:
        SmmError: of one of them it is so.
    """
    last = held(document, qms)
    for item in items:
        target, day = item["target"], date.fromisoformat(item["on"])
        if target in last and day < last[target].given.on:
            raise SmmError(
                say(
                    "{by} held {id} against {target} on {last} already, so a look on {day} is not the last "
                    "one; write the day of the new look",
                    by=last[target].given.by,
                    id=document.id,
                    target=target,
                    last=last[target].given.on,
                    day=day,
                )
            )
        thing = qms.things[target]
        approval = sealing(thing) if isinstance(thing, Document) else None
        if approval and day < approval.on:
            raise SmmError(
                say(
                    "what {target} says now was approved on {last}, so nobody can have held {id} against "
                    "it on {day}; write the day of the look at this text",
                    target=target,
                    last=approval.on,
                    id=document.id,
                    day=day,
                )
            )
