"""smm review: say that a document still fits what it names, by whom and why; all of it, or nothing.

Without a person it only tells how things stand; 1 where something has changed since it was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.commands.approve import names_and_folder
from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened_to_write
from smmkit.console.options import Lang, day
from smmkit.console.output import show_lines
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.meant import things_meant
from smmkit.errors import SmmError
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.documents import Information
    from smmkit.qms import Qms


@verb("review", Purpose.DOCUMENTS, order=4)
def command(
    names: Annotated[list[str], Argument(metavar="ID [TARGET]... [FOLDER]")],
    by: Annotated[
        str | None,
        Option(metavar="PERSON", help="Who looked: code, name, or the post that is held."),
    ] = None,
    why: Annotated[
        str | None, Option(metavar="TEXT", help="Why it still fits, or what was done for it.")
    ] = None,
    on: Annotated[
        date | None,
        Option(parser=day, metavar="YYYY-MM-DD", help="The day; without it, that of judgement."),
    ] = None,
    lang: Lang = None,
) -> int:
    """Note that a document was held against what it names, so that a later change of that is told.
    Without TARGET: against all that has changed since it was looked at; without --by: how things stand.
    """
    from smmkit.approval.posts import person_meant

    words, folder = names_and_folder(names)
    found = opened_to_write(folder)
    speech = reader(lang, found.qms)
    id_, *targets = things_meant(words, found.qms, speech)
    document = document_named(id_, found.qms)
    if not targets and len(set(words)) < len(words):
        raise SmmError(say("{id} cannot be held against itself", id=document.id))
    if by is None and why is None:
        lines = [*standing(document, found.qms)]
        show_lines(lines or [say("{id} names nothing.", id=document.id)], speech)
        return int(any(True for _ in suspects(document, found.qms)))
    if not by or not why or not why.strip():
        raise SmmError(say("say who looked and why it fits: --by PERSON --why TEXT"))
    when = on or found.qms.as_of
    by, _ = person_meant(by, found.qms, when)
    if when > found.qms.today:
        raise SmmError(say("{day} is still to come; write the day of the review", day=when))
    known = {"by": by, "on": when.isoformat(), "why": why.strip()}
    done = write(found, document, targets, known)
    values = {"id": document.id, "by": by}
    lines = [say("{id} was held against {target} by {by}.", target=one, **values) for one in done]
    show_lines(lines, speech)
    return 0


def write(
    found: Opened, document: Information, targets: list[str], known: dict[str, str]
) -> list[str]:
    """Write down against what a document was held, so that it can be undone; the ids of that.

    Raises:
        SmmError: there is nothing, or one of them cannot be.
    """
    from smmkit.writing import exchange
    from smmkit.yaml_text.edit import appended

    wanted = targets or [*suspects(document, found.qms)]
    items = [{"target": t, **known, "hash": h} for t, h in marks(document, wanted, found.qms)]
    if not items:
        raise SmmError(nothing_asked(document, found.qms))
    refuse_twice(document, items)
    refuse_earlier(document, items, found.qms)
    before = found.qms.tree.read(document.path)
    after = appended(document.path, before, "checked_against", *items)
    exchange(found.root, {document.path: before}, {document.path: after}, "review")
    return [item["target"] for item in items]


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
    from smmkit.analyses.lifecycle.reviews import held
    from smmkit.analyses.lifecycle.timeline import sealing
    from smmkit.documents import Document

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


def document_named(id: str, qms: Qms) -> Information:
    """The document with this id.

    Raises:
        SmmError: there is none, or it is only a part of one.
    """
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.documents import Information

    thing = qms.things.get(id)
    if thing is None:
        raise SmmError(why_missing(id, qms))
    if not isinstance(thing, Information):
        home, _ = qms.homes[id]
        raise SmmError(
            say("{id} stands in {home}; name that: smm review {home}", id=id, home=home.id)
        )
    return thing


def marks(document: Information, targets: list[str], qms: Qms) -> Iterator[tuple[str, str]]:
    """Each target with its fingerprint.

    Raises:
        SmmError: there is no such thing, or the document does not name it.
    """
    from smmkit.analyses.lifecycle.reviews import mark_of, names
    from smmkit.analyses.references.nearest import why_missing

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


def suspects(document: Information, qms: Qms) -> Iterator[str]:
    """What has changed since the document was held against it."""
    from smmkit.analyses.lifecycle.reviews import held

    return (target for target, last in held(document, qms).items() if last.suspect)


def nothing_asked(document: Information, qms: Qms) -> Message:
    """Why there is nothing to do without a target."""
    from smmkit.analyses.lifecycle.reviews import contents_named_by, held

    if held(document, qms):
        return say("nothing has changed since {id} was looked at", id=document.id)
    return say(
        "{id} has never been held against anything; name what it follows from, of: {words}",
        id=document.id,
        words=contents_named_by(document, qms) or ["-"],
    )


def standing(document: Information, qms: Qms) -> Iterator[Message]:
    """What the document names, and what is known of each."""
    from smmkit.analyses.lifecycle.reviews import contents_named_by, held

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
