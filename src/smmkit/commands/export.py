"""smm export: make a list that a colleague fills in, in Excel, CSV or Word; `smm import` takes it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import kind_to_list, unit_named
from smmkit.console.opening import opened, root_of
from smmkit.console.options import AsOf, Lang, Output
from smmkit.console.output import show, show_lines, suffix_of
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say, say_n

if TYPE_CHECKING:
    from smmkit.lists.listing import Listing
    from smmkit.qms import Qms


def closed(listing: Listing, qms: Qms) -> list[Message]:
    """That a list holds what must not leave, by the classes of where it comes from."""
    classes = qms.settings.classes if qms.settings else ()
    staying = {one.id for one in classes if not one.outside}
    found = sorted({row.home.classification or "" for row in listing.rows} & staying)
    why = say("It holds what is {classes}: send it only to who may see that.", classes=found)
    return [why] if found else []


def drawn(listing: Listing, qms: Qms, speech: Language, form: str) -> bytes:
    """The list in its format."""
    match form:
        case "csv":
            from smmkit.lists.text import as_csv

            return as_csv(listing, speech)
        case "docx":
            from smmkit.lists.word import document

            return document(listing, qms, speech)
    from smmkit.lists.workbook import workbook

    return workbook(listing, qms, speech)


@verb("export", Purpose.BEGINNING, order=5)
def command(
    what: Annotated[
        str, Argument(metavar="KIND|gap|kpi|checklist", help="What goes out, such as risk.")
    ],
    folder: Annotated[Path, Argument(metavar="[FOLDER]")] = Path(),
    unit: Annotated[
        str | None, Option(metavar="UNIT", help="Only what this unit answers for.")
    ] = None,
    form: Annotated[
        Literal["xlsx", "csv", "docx"] | None,
        Option(
            "--format",
            "-f",
            help="As a workbook, as CSV or as a Word document; without it, as the file ends.",
        ),
    ] = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Make a list that a colleague fills in (.xlsx, .csv or .docx): ids are locked, words are chosen;
    smm import takes it back.
    """
    from smmkit.analyses.lifecycle.inventory import kinds_to_ask_for
    from smmkit.lists.exchange import WORDS, list_for
    from smmkit.lists.listing import listed_as

    found = opened(root_of(folder), as_of=as_of)
    qms, speech = found.qms, reader(lang, found.qms)
    if unit:
        unit = unit_named(unit, qms)
    word = what if what in WORDS else listed_as(kind_to_list(what, kinds_to_ask_for(qms), speech))
    drawn_as = form or suffix_of(output) or "xlsx"
    if drawn_as not in {"xlsx", "csv", "docx"}:
        raise SmmError(
            say("a list goes out as .xlsx, .csv or .docx, not as {suffix}", suffix=drawn_as)
        )
    if word == "qms":
        raise SmmError(say("qms.yaml is no list; it is written by hand"))
    listing = list_for(qms, word, unit)
    if not listing.rows and not listing.grows:
        raise SmmError(say("there is no {word} that could go out", word=speech.say(listing.title)))
    target = output or Path(f"{word}{f'-{unit}' if unit else ''}.{drawn_as}")
    if output is None and target.exists():
        raise SmmError(say("{path} is there already; name another with --output", path=str(target)))
    show(drawn(listing, qms, speech, drawn_as), target)
    told = say_n("{path}: {n} row.", "{path}: {n} rows.", len(listing.rows), path=str(target))
    back = say("Send it out; what comes back is taken in by: smm import {path}", path=str(target))
    show_lines([told, *closed(listing, qms), back], speech)
    return int(bool(qms.stubs))
