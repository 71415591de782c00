"""Papers that come in: each shown with what was read of it and what was not; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from smmkit.console.opening import Opened
from smmkit.console.output import drawn, show_lines, show_notice, show_text
from smmkit.errors import SmmError
from smmkit.files.tree import Memory, read_file
from smmkit.intake.adoption import files_of, settled
from smmkit.intake.importing import is_to_be_adopted, read_into, tables_of
from smmkit.intake.papers import read_papers
from smmkit.intake.result import MeetingPaperError, Result, UnknownPaperError
from smmkit.intake.whole import refuse_broken
from smmkit.lists.exchange import lists_among
from smmkit.loading.folder import load
from smmkit.new.modeline import kinds_with_schema, with_modelines
from smmkit.office.grid import Grid
from smmkit.office.zipped import OfficeError
from smmkit.planned import errors_with, refuse_any
from smmkit.reports.adoption import page as adoption_page
from smmkit.reports.imported import page as imported_page
from smmkit.words import Language, Message, say, say_n


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of papers beforehand: their kind; unit, class and year of those that name none."""

    kind: str | None
    owner: str | None
    class_: str | None
    year: int | None


def looked_through(
    found: Opened, source: Path, owner: str | None, class_: str | None, speech: Language
) -> tuple[Mapping[str, bytes], int]:
    """What a folder or list is taken for, shown; the files that register it, and how many documents.

    Raises:
        SmmError: it cannot be read, or what would be written has a fault.
    """
    show_notice(speech.say(say("Reading {path} ...", path=str(source))))
    tree, adoption = read_papers(source, found.qms, found.root)
    adoption = settled(found.qms, adoption, owner)
    shown = drawn(adoption_page(adoption, str(source)), "text", speech, found.qms.as_of, None)
    show_text(f"{shown!s}\n")
    if not adoption.newcomers:
        return {}, 0
    files = files_of(adoption, tree, class_)
    files.texts = with_modelines(files.texts, kinds_with_schema(found.root))
    refuse_any(errors_with(found.qms, files))
    return files, len(adoption.newcomers)


def registered(count: int, copies: int = 0) -> Message:
    """That so many documents are registered, with copies of so many files, and what to do next."""
    done = say_n("{n} document is registered.", "{n} documents are registered.", count)
    if copies:
        done = say("{done} Their files that were copied here: {n}.", done=done, n=copies)
    return say("{done} Look at what was guessed, then try: smm validate", done=done)


def parted(
    files: list[Path],
) -> tuple[list[tuple[Path, bytes]], list[tuple[Path, bytes, list[Grid]]]]:
    """The papers of an agency, and the lists that went out and have come back."""
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


def papers_read(
    found: Opened,
    papers: list[tuple[Path, bytes]],
    given: Given,
    speech: Language,
) -> tuple[dict[str, bytes], int]:
    """What comes of all papers, each read as if those before it were written already; how many documents
    are registered as they are.

    Raises:
        SmmError: of one of them nothing could be read; then nothing of any is written.
    """
    files: dict[str, bytes] = {}
    count = 0
    for number, paper in enumerate(papers):
        so_far = found
        if number and files:
            tree = Memory(files, found.qms.tree)
            so_far = replace(found, qms=load(tree, found.qms.as_of))
        new, registered = one_paper(so_far, paper, given, speech)
        files |= new
        count += registered
    return files, count


def one_paper(
    found: Opened, paper: tuple[Path, bytes], given: Given, speech: Language
) -> tuple[dict[str, bytes], int]:
    """What comes of one paper; what is none of the forms that are read is registered as it is.

    Raises:
        SmmError: nothing of it could be read.
    """
    file, data = paper
    try:
        if given.kind is None and is_to_be_adopted(file, data, found.qms):
            raise UnknownPaperError(say("{path} is registered as it is", path=str(file)))
        return taken_in(found, file, data, given, speech), 0
    except UnknownPaperError as error:
        if given.kind is not None:
            raise
        refuse_broken(file, data)
        told = say("{path} is none of the forms that are read; it is registered:", path=str(file))
        meeting = isinstance(error, MeetingPaperError)
        show_lines([error.message if meeting else told], speech)
        files, count = looked_through(found, file, given.owner, given.class_, speech)
        return dict(files), count


def taken_in(
    found: Opened, file: Path, data: bytes, given: Given, speech: Language
) -> dict[str, bytes]:
    """Read one paper, and show it; what would be written.

    Raises:
        SmmError: nothing of it could be read.
    """
    result = Result(found.qms, given.owner, given.class_, str(given.year or ""))
    read_into(result, file, data, given.kind, given.year)
    texts = with_modelines(result.files, kinds_with_schema(found.root))
    files = {path: text.encode() for path, text in texts.items()} | result.changed
    errors = errors_with(found.qms, files) if files else []
    shown = drawn(imported_page(result, str(file), errors), "text", speech, found.qms.as_of, None)
    show_text(f"{shown!s}\n")
    if not files and not result.shown:
        raise SmmError(say("nothing of {path} could be read as a document", path=str(file)))
    return files
