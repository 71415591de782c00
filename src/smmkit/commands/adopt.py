"""smm adopt: look at everything, show what it is taken for, ask, then write all files or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from smmkit.commands.taking import bytes_of, headed, prove, receiving, written
from smmkit.console.language import reader
from smmkit.console.opening import Opened, is_folder
from smmkit.console.options import DefaultClass, DefaultOwner, Lang, TargetQms, Yes
from smmkit.console.output import drawn, show_lines, show_notice, show_text
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.intake.adoption import Adoption, Newcomer
    from smmkit.intake.guess import Guess
    from smmkit.page import Block, Cell, Page
    from smmkit.tree import Tree


@verb("adopt")
def command(
    source: Annotated[Path, Argument(metavar="FOLDER|LIST")],
    folder: TargetQms = Path(),
    owner: DefaultOwner = None,
    class_: DefaultClass = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Register the documents that an agency has already, as they are: a folder, or a list."""
    from smmkit.intake.adoption import files_of, settled

    found = receiving(folder, owner, class_)
    speech = reader(lang, found.qms)
    show_notice(speech.say(say("Reading {path} ...", path=str(source))))
    tree, adoption = looked_at(source, found)
    adoption = settled(found.qms, adoption, owner)
    show_text(drawn_page(page(adoption, str(source)), found, lang))
    if not adoption.newcomers:
        show_lines([say("There is nothing new to register.")], speech)
        return 0
    files = files_of(adoption, tree, class_)
    files.texts = headed(found, files.texts)
    if errors := prove(found, files):
        path, message = errors[0].path, errors[0].message
        raise SmmError(say("{path}: {message}", path=path, message=message))
    if written(found, files, yes, speech):
        done = say_n(
            "{n} document is registered.", "{n} documents are registered.", len(adoption.newcomers)
        )
        advice = say("Look at what was guessed, then try: smm validate")
        show_text(f"{speech.say(done)} {speech.say(advice)}\n")
    return 0


def drawn_page(page: Page, found: Opened, lang: str | None) -> str:
    """The page as this terminal shows it, and an empty line."""
    return str(drawn(page, "text", reader(lang, found.qms), found.qms.as_of, None)) + "\n"


def looked_at(source: Path, found: Opened) -> tuple[Tree, Adoption]:
    """What a folder, a list or a single file brings, and where its bytes come from.

    Raises:
        SmmError: it is not there, or is neither.
    """
    from smmkit.intake.listing import rows_of, tables_of
    from smmkit.intake.survey import from_list, survey
    from smmkit.office.reading import OTHERS, READ, grids, suffix
    from smmkit.office.zipped import OfficeError
    from smmkit.tree import Disk, Memory

    place, root = source.resolve(), found.root
    if is_folder(source):
        skip = root.relative_to(place).as_posix() + "/" if place in root.parents else None
        return (tree := Disk(place)), survey(found.qms, tree, inside(place, root), skip)
    beside, data = inside(place.parent, root), bytes_of(place)
    tables = []
    if suffix(place.name) in {".xlsx", ".csv"}:
        try:
            tables = tables_of(grids(place.name, data)[0])
        except OfficeError as error:
            if suffix(place.name) == ".csv":
                raise SmmError(
                    say("{path}: {message}", path=str(source), message=error.message)
                ) from error
    if tables:
        qms = found.qms
        language = qms.settings.organization.language if qms.settings else "id"
        rows = [row for table in tables for row in rows_of(table, qms.today, language)]
        adoption = from_list(qms, rows, tree := Disk(place.parent), beside)
        for table in tables:
            for at, text in table.strangers():
                adoption.left.append((at, say("the column {text} was not taken", text=text)))
        return tree, adoption
    if suffix(place.name) not in (*READ, *OTHERS):
        raise SmmError(
            say(
                "{path} is neither a document nor a list with columns such as Kode, Judul, Revisi",
                path=str(source),
            )
        )
    return (one := Memory({place.name: data})), survey(found.qms, one, beside)


def inside(place: Path, root: Path) -> str | None:
    """Where a folder lies in the QMS; None where it lies elsewhere."""
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else None


def page(adoption: Adoption, source: str) -> Page:
    """What would be registered, with where each value was found; and what is told of the rest."""
    from smmkit.page import Cell, Column, Page, Shape, Table

    names = (say("Id"), say("File"), say("Title"), say("Number"), say("Version"), say("Date"))
    columns = [Column(name, Shape.WORDS, 3 if n in {1, 2} else 1) for n, name in enumerate(names)]
    blocks: list[Block] = []
    if adoption.newcomers:
        title = say("To be registered")
        kind = Column(say("Type"))
        rows = tuple(row_of(new) for new in adoption.newcomers)
        blocks.append(Table(title, (*columns, kind), rows))
    told = [(new.id, message) for new in adoption.newcomers for message in new.told]
    pairs = (Column(say("Document")), Column(say("What is told"), width=3))
    for name, lines in (
        (say("To be looked at"), told),
        (say("Registered already"), adoption.known),
        (say("Left out"), adoption.left),
    ):
        if lines:
            blocks.append(Table(name, pairs, tuple((Cell(a), Cell(b)) for a, b in lines)))
    return Page(say("Documents in {path}", path=source), "", tuple(blocks))


def row_of(new: Newcomer) -> tuple[Cell, ...]:
    """A document in the table."""
    from smmkit.page import Cell

    known = new.guesses
    sort = shown(known.document_type)
    if known.external and known.document_type.value:
        sort = say("{text}, from outside", text=sort)
    day = known.issued
    texts = (shown(known.title), shown(known.number), shown(known.version), shown_day(day), sort)
    return (Cell(new.id), Cell(new.file or new.name), *map(Cell, texts))


def shown(guess: Guess) -> Message | str:
    """A value, and where it was found."""
    return say("{text} ({where})", text=guess.value, where=where(guess)) if guess.value else "-"


def shown_day(guess: Guess) -> Message | str:
    """A day, and where it was found."""
    if not guess.value:
        return "-"
    return say("{text} ({where})", text=date.fromisoformat(guess.value), where=where(guess))


def where(guess: Guess) -> Message:
    """Where a value was found, in words."""
    from smmkit.intake.guess import Found

    words = {
        Found.NAME: say("name"),
        Found.PROPERTIES: say("properties"),
        Found.TEXT: say("text"),
        Found.LIST: say("list"),
        Found.NOWHERE: say("assumed"),
    }
    return words[guess.found]
