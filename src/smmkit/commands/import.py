"""smm import: read, show what was read and what was not, ask, then write all files or none."""

# ruff: noqa: N999 - a verb is called as its module, and this one is a word of Python

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import class_named, unit_named
from smmkit.console.opening import Opened, is_folder, opened_qms
from smmkit.console.options import DefaultClass, Lang, Yes
from smmkit.console.output import drawn, show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.intake.result import Result
    from smmkit.office.grid import Grid


Sort = Literal[
    "procedure",
    "objective",
    "risk-register",
    "people",
    "attendance",
    "team",
    "finding",
    "survey",
    "feedback",
    "external-providers",
    "training-plan",
    "resources",
    "interested-parties",
    "issues",
    "services",
    "swot",
    "job-description",
    "service-standard",
    "audit-programme",
    "audit",
    "competences",
    "service-log",
    "management-review",
]
"""What can be read from tables."""


@verb("import", Purpose.BEGINNING, order=4)
def command(
    files: Annotated[list[Path], Argument(metavar="FILE... [QMS]")],
    kind: Annotated[
        Sort | None,
        Option("--as", help="The kind; without it, as its headings say."),
    ] = None,
    owner: Annotated[
        str | None,
        Option(metavar="UNIT", help="The unit where the file names none of qms.yaml."),
    ] = None,
    class_: DefaultClass = None,
    year: Annotated[int | None, Option(help="The year of a paper that does not say it.")] = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Read what there is in Word and Excel into documents: SOP, KPI, risks, staff, attendance,
    findings, survey answers, complaints, providers, plans; take back the lists of smm export;
    register the rest as it is.
    """
    from smmkit.commands import adopt
    from smmkit.dialogue.confirmation import WRITTEN
    from smmkit.dialogue.lists_back import take_back, written_if_confirmed

    folder = files.pop() if len(files) > 1 and is_folder(files[-1]) else Path()
    found = opened_qms(folder)
    owner = unit_named(owner, found.qms) if owner is not None else None
    class_ = class_named(class_, found.qms) if class_ is not None else None
    if year is not None and not 1000 <= year <= 9999:
        raise SmmError(say("{text} is no year; write one such as 2019", text=str(year)))
    speech = reader(lang, found.qms)
    papers, lists = parted(files)
    if lists and papers:
        raise SmmError(
            say(
                "{path} is no list that smm export made; take it in by itself",
                path=str(papers[0][0]),
            )
        )
    if lists:
        return take_back(found, lists, yes, speech)
    taken, count = papers_read(found, papers, kind, (owner, class_, year), speech)
    if not taken:
        show_lines([say("There is nothing to change; nothing was written.")], speech)
    else:
        last = adopt.registered(count) if count else WRITTEN
        written_if_confirmed(found, taken, yes, speech, last)
    return 0


def papers_read(
    found: Opened,
    papers: list[tuple[Path, bytes]],
    kind: str | None,
    said: tuple[str | None, str | None, int | None],
    speech: Language,
) -> tuple[dict[str, bytes], int]:
    """What comes of all papers, each read as if those before it were written already; how many documents
    are registered as they are.

    Raises:
        SmmError: of one of them nothing could be read; then nothing of any is written.
    """
    from smmkit.files.tree import Memory
    from smmkit.loading.folder import load

    files: dict[str, bytes] = {}
    count = 0
    for number, paper in enumerate(papers):
        so_far = found
        if number and files:
            tree = Memory(files, found.qms.tree)
            so_far = replace(found, qms=load(tree, found.qms.as_of))
        new, registered = one_paper(so_far, paper, kind, said, speech)
        files |= new
        count += registered
    return files, count


def one_paper(
    found: Opened,
    paper: tuple[Path, bytes],
    kind: str | None,
    said: tuple[str | None, str | None, int | None],
    speech: Language,
) -> tuple[dict[str, bytes], int]:
    """What comes of one paper; what is none of the forms that are read is registered as it is.

    Raises:
        SmmError: nothing of it could be read.
    """
    from smmkit.commands import adopt
    from smmkit.intake.importing import is_to_be_adopted
    from smmkit.intake.result import MeetingPaperError, Result, UnknownPaperError
    from smmkit.intake.whole import refuse_broken

    file, data = paper
    owner, class_, year = said
    try:
        if kind is None and is_to_be_adopted(file, data, found.qms):
            raise UnknownPaperError(say("{path} is registered as it is", path=str(file)))
        result = Result(found.qms, owner, class_, str(year or ""))
        return taken_in(found, result, file, data, kind, year, speech), 0
    except UnknownPaperError as error:
        if kind is not None:
            raise
        refuse_broken(file, data)
        told = say("{path} is none of the forms that are read; it is registered:", path=str(file))
        meeting = isinstance(error, MeetingPaperError)
        show_lines([error.message if meeting else told], speech)
        files, count = adopt.looked_through(found, file, owner, class_, speech)
        return dict(files), count


def parted(
    files: list[Path],
) -> tuple[list[tuple[Path, bytes]], list[tuple[Path, bytes, list[Grid]]]]:
    """The papers of an agency, and the lists that went out and have come back."""
    from smmkit.files.tree import read_file
    from smmkit.intake.importing import tables_of
    from smmkit.lists.exchange import lists_among
    from smmkit.office.zipped import OfficeError

    papers, lists = [], []
    for file in files:
        data = read_file(file)
        try:
            ours = lists_among(tables_of(file.name, data)[2])
        except OfficeError:
            ours = []
        if ours:
            lists.append((file, data, ours))
        else:
            papers.append((file, data))
    return papers, lists


def taken_in(
    found: Opened,
    result: Result,
    file: Path,
    data: bytes,
    kind: str | None,
    year: int | None,
    speech: Language,
) -> dict[str, bytes]:
    """Read one paper, and show it; what would be written.

    Raises:
        SmmError: nothing of it could be read.
    """
    from smmkit.intake.importing import read_into
    from smmkit.new.modeline import kinds_with_schema, with_modelines
    from smmkit.planned import errors_with
    from smmkit.reports.imported import page

    read_into(result, file, data, kind, year)
    texts = with_modelines(result.files, kinds_with_schema(found.root))
    files = {path: text.encode() for path, text in texts.items()} | result.changed
    errors = errors_with(found.qms, files) if files else []
    shown = drawn(page(result, str(file), errors), "text", speech, found.qms.as_of, None)
    show_text(f"{shown!s}\n")
    if not files and not result.shown:
        raise SmmError(say("nothing of {path} could be read as a document", path=str(file)))
    return files
