"""smm copies: who has which copy of which version; handing one out; taking one back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.meant import check_act
from smmkit.console.opening import is_folder, opened, opened_qms
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, OnDay, Output, PageForm
from smmkit.console.output import form_of, show_lines, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.handing_out.giving import Handing


@verb("copies", Purpose.DOCUMENTS, order=6)
def command(
    words: Annotated[
        list[str] | None, Argument(metavar="[list [ID]|give ID|back ID] [FOLDER]")
    ] = None,
    to: Annotated[
        list[str] | None,
        Option(
            metavar="UNIT", help="Who gets a copy: a unit, or somebody by name; may be repeated."
        ),
    ] = None,
    from_: Annotated[
        list[str] | None,
        Option(
            "--from", metavar="UNIT", help="From whom copies came back; else all obsolete ones."
        ),
    ] = None,
    version: Annotated[
        str | None, Option("--version", help="The version; when given, else the one in force.")
    ] = None,
    number: Annotated[
        str | None, Option("--number", help="The number that stands on the copy; else the next.")
    ] = None,
    on: OnDay = None,
    every: Annotated[bool, Option("--all", help="Those that came back, too.")] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """List controlled copies (who has which version, and which have to come back), hand one out, or
    take it back; what is written, smm undo puts back.
    """
    which = {"version": version, "number": number}
    check_act("copies", words or [], ("list", "give ID", "back ID"))
    match words or []:
        case ["give", id_, *rest] if len(rest) <= 1:
            return write("give", id_, Path(*rest), to or [], on, which, lang)
        case ["back", id_, *rest] if len(rest) <= 1:
            return write("back", id_, Path(*rest), from_ or [], on, which, lang)
        case ["give" | "back", *_]:
            pass
        case ["list", *rest] | rest if len(rest) <= 2:
            return show_all(rest, every, (form, output), as_of, lang)
    raise SmmError(say("write `list`, `give` or `back`, with an id; and the folder behind it"))


def show_all(
    words: list[str],
    every: bool,
    drawn: tuple[str | None, Path | None],
    as_of: date | None,
    lang: Literal["en", "id"] | None,
) -> int:
    """The copies that are out, of one document or of all; with `every`, those that came back, too."""
    from smmkit.handing_out.giving import document_of
    from smmkit.reports.master import CopiesList

    form, output = drawn
    ids = [word for word in words[:1] if not is_folder(Path(word))]
    found = opened(Path(*words[len(ids) :]), as_of=as_of)
    only = document_of(found.qms, ids[0]).id if ids else None
    report = CopiesList(found.qms, only, every)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)


def write(
    what: str,
    id_: str,
    folder: Path,
    holders: list[str],
    on: date | None,
    which: dict[str, str | None],
    lang: str | None,
) -> int:
    """Write into the document what was handed out or came back, and say it."""
    from smmkit.handing_out.back import taken_back
    from smmkit.handing_out.giving import document_of, given
    from smmkit.writing import exchange

    found = opened_qms(folder)
    document = document_of(found.qms, id_)
    act = given if what == "give" else taken_back
    done: Handing = act(found.qms, document, holders, on or found.qms.as_of, **which)
    exchange(found.root, {done.path: done.before}, {done.path: done.after}, "copies")
    refresh_ids(found.root)
    show_lines(done.told, reader(lang, found.qms))
    return 0
