"""smm review: say that a document still fits what it names, by whom and why; all of it, or nothing.

Without a person it only tells how things stand; 1 where something has changed since it was looked at.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import names_and_folder
from smmkit.console.opening import Opened, opened_to_write
from smmkit.console.options import Lang, day
from smmkit.console.output import show_lines
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.meant import things_meant
from smmkit.errors import SmmError
from smmkit.words import say

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
    from smmkit.approval.held_against import Look, looks_to_note, standing, suspects
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
    who, _ = person_meant(by, found.qms, when)
    if when > found.qms.today:
        raise SmmError(say("{day} is still to come; write the day of the review", day=when))
    items = looks_to_note(document, targets, Look(who, when, why.strip()), found.qms)
    write(found, document, items)
    known = {"id": document.id, "by": who}
    done = [
        say("{id} was held against {target} by {by}.", target=one["target"], **known)
        for one in items
    ]
    show_lines(done, speech)
    return 0


def write(found: Opened, document: Information, items: list[dict[str, str]]) -> None:
    """Write down the looks at the end of the document, so that it can be undone."""
    from smmkit.writing import exchange
    from smmkit.yaml_text.edit import appended

    before = found.qms.tree.read(document.path)
    after = appended(document.path, before, "checked_against", *items)
    exchange(found.root, {document.path: before}, {document.path: after}, "review")


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
