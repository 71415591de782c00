"""smm import: read, show what was read and what was not, ask, then write all files or none."""

# ruff: noqa: N999 - a verb is called as its module, and this one is a word of Python

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.commands.taking import bytes_of, headed, prove, receiving, written
from smmkit.console.language import reader
from smmkit.console.options import DefaultClass, Lang, TargetQms, Yes
from smmkit.console.output import drawn, show_lines, show_text
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.intake.result import Result
    from smmkit.page import Block, Page
    from smmkit.problem import Problem


@verb("import")
def command(
    file: Annotated[Path, Argument(metavar="FILE")],
    folder: TargetQms = Path(),
    kind: Annotated[
        Literal["procedure", "objective", "risk-register"] | None,
        Option("--as", help="The kind; without it, as its headings say."),
    ] = None,
    owner: Annotated[
        str | None,
        Option(metavar="UNIT", help="The unit where the file names none of qms.yaml."),
    ] = None,
    class_: DefaultClass = None,
    year: Annotated[
        int | None, Option(help="The year of a KPI sheet that does not say it.")
    ] = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Read an SOP, a KPI sheet or a risk sheet (.docx, .xlsx, .csv) into documents."""
    from smmkit.intake.importing import read
    from smmkit.intake.result import Result
    from smmkit.office.reading import grids
    from smmkit.office.zipped import OfficeError

    found = receiving(folder, owner, class_)
    if year is not None and not 1000 <= year <= 9999:
        raise SmmError(say("{text} is no year; write one such as 2019", text=str(year)))
    try:
        tables, hidden = grids(file.name, bytes_of(file))
    except OfficeError as error:
        raise SmmError(say("{path}: {message}", path=str(file), message=error.message)) from error
    result = Result(found.qms, owner, class_)
    for name in hidden:
        result.unread.append((say("sheet {n}", n=name), "", say("it is hidden, and was not read")))
    taken = read(result, tables, kind, " ".join(file.stem.replace("_", " ").split()), year)
    if taken is None:
        raise SmmError(
            say(
                "{path} has no table with the headings of an SOP, a KPI sheet or a risk register",
                path=str(file),
            )
        )
    speech = reader(lang, found.qms)
    files = {path: text.encode() for path, text in headed(found, result.files).items()}
    errors = prove(found, files) if files else []
    shown = page(result, str(file), errors)
    show_text(str(drawn(shown, "text", speech, found.qms.as_of, None)) + "\n")
    if not files:
        raise SmmError(say("nothing of {path} could be read as a document", path=str(file)))
    if written(found, files, yes, speech):
        done = say_n("{n} file is written:", "{n} files are written:", len(files))
        lines: list[Message | str] = [done, *(f"  {path}" for path in files)]
        show_lines(lines, speech)
    return 0


def page(result: Result, file: str, errors: list[Problem]) -> Page:
    """What was read; what could not be; what is still to be filled in, or was assumed."""
    from smmkit.page import Cell, Column, Page, Shape, Table

    blocks: list[Block] = [*result.shown]
    if result.unread:
        names = (
            Column(say("Where")),
            Column(say("What stands there"), width=2),
            Column(say("Why"), width=2),
        )
        rows = tuple((Cell(a), Cell(b or "-"), Cell(c)) for a, b, c in result.unread)
        blocks.append(Table(say("Not read"), names, rows))
    for name, pairs in (
        (say("Still to be filled in"), result.blanks),
        (say("Assumed; please look at it"), result.assumed),
    ):
        if pairs:
            columns = (Column(say("Id"), Shape.CODE), Column(say("What it is"), width=3))
            blocks.append(Table(name, columns, tuple((Cell(a), Cell(b)) for a, b in pairs)))
    if errors:
        columns = (Column(say("File")), Column(say("Error"), width=3))
        lines = tuple((Cell(error.path), Cell(error.message)) for error in errors)
        blocks.append(Table(say("What smm validate will find in it"), columns, lines))
    return Page(say("What {path} says", path=file), "", tuple(blocks))
