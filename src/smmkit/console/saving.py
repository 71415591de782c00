"""What `smm save` and `smm share` have in common: who saves, what may not be kept, which files changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.opening import Opened
from smmkit.errors import SmmError
from smmkit.layout import OURS
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.git.saving import Changed

SHOWN = 20
"""Of so many files it is said what became of them; of the others how many there are."""

SIGNS = {"A": "+", "D": "-"}
"""What stands before a file that came, or went; before others a ~."""

By = Annotated[
    str | None,
    Option(metavar="PERSON", help="Who saves: the id of a person; without it, as git knows you."),
]


def author(found: Opened, by: str | None) -> tuple[str, str]:
    """The name and address of who saves.

    Raises:
        SmmError: nobody knows; or there is no such person.
    """
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.documents.people import PersonEntry
    from smmkit.git.identity import NOWHERE, identity

    name, address = identity(found.root)
    if by is not None:
        person = found.qms.get(by, PersonEntry)
        if person is None:
            raise SmmError(why_missing(by, found.qms))
        return person.title, address if name == person.title and address else f"{by}@{NOWHERE}"
    if not name:
        raise SmmError(
            say(
                "nobody has said who saves; name yourself as the register of people does: --by PERSON "
                "(and --begin, where there is no history yet). "
                'Or tell git once for all: git config --global user.name "YOUR NAME"'
            )
        )
    return name, address or f"smm@{NOWHERE}"


def refuse_marks(found: Opened, changes: tuple[Changed, ...]) -> None:
    """See that no text has the marks by which git shows two texts where only one may stand.

    Raises:
        SmmError: one has.
    """
    from smmkit.loading.joining import line_of_marks

    for change in changes:
        path = change.path
        if change.what != "D" and path in found.qms.tree.paths():
            line = line_of_marks(found.qms.tree.read(path))
            if line:
                raise SmmError(
                    say(
                        "{path}:{line}: here git has left two texts, between <<<<<<< and >>>>>>>; keep the "
                        "one that holds, delete the other and the marks, then save",
                        path=path,
                        line=str(line),
                    )
                )


def save_notes(
    found: Opened, changes: tuple[Changed, ...], commit: str, name: str
) -> Iterator[str | Message]:
    """What was saved, by whom, and what is wrong in it."""
    from smmkit.rules import errors_of

    yield say_n(
        "Saved as {commit} by {name}, {n} file:",
        "Saved as {commit} by {name}, {n} files:",
        len(changes),
        commit=commit[:10],
        name=name,
    )
    yield from listed(found, changes)
    errors = len(errors_of(found.qms))
    if errors:
        yield say_n(
            "There is {n} error in it; `smm validate` says where.",
            "There are {n} errors in it; `smm validate` says where.",
            errors,
        )
    yield say("To hand it on to others, and to get theirs: smm share")


def listed(found: Opened, changes: tuple[Changed, ...]) -> Iterator[str | Message]:
    """Each file with what became of it, a document with its id and title."""
    documents = {document.path: document for document in found.qms.documents}
    shown = [change for change in changes if not change.path.startswith(f"{OURS}/")]
    for change in shown[:SHOWN]:
        sign = SIGNS.get(change.what, "~")
        document = documents.get(change.path)
        named = f"{document.id} {document.title} ({change.path})" if document else change.path
        yield f"  {sign} {named}"
    if len(shown) > SHOWN:
        yield say_n("and {n} more", "and {n} more", len(shown) - SHOWN)
    if own := len(changes) - len(shown):
        yield say("and {n} that smmkit keeps, in {folder}/", n=own, folder=OURS)
