"""smm list: open, choose, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import kind_to_list, unit_named, word_named
from smmkit.console.opening import is_folder, opened, root_of
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.qms import Qms
    from smmkit.reports import Report
    from smmkit.words import Language


@verb("list", Purpose.DOCUMENTS, order=1)
def command(
    kind: Annotated[str, Argument(metavar="[KIND]")] = "",
    folder: Annotated[Path | None, Argument(metavar="[FOLDER]")] = None,
    owner: Annotated[
        str | None, Option(metavar="UNIT", help="Only what this unit answers for.")
    ] = None,
    state: Annotated[
        str | None,
        Option(
            metavar="WORD",
            help="Only what is in this state, such as draft, in-force, revising, open, closed.",
        ),
    ] = None,
    master: Annotated[
        bool,
        Option("--master", help="The master list: which version holds, who has copies."),
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """List what there is: all documents, or everything of one kind, such as risk, kpi, unit."""
    from smmkit.analyses.lifecycle.inventory import STATES
    from smmkit.reports.listing import Listing

    if folder is None and is_place(kind):
        kind, folder = "", Path(kind)
    found = opened(root_of(folder or Path()), as_of=as_of)
    qms, drawn_as = found.qms, form_of(form, output, PAGE_FORMS)
    speech = reader(lang, qms)
    if owner:
        owner = unit_named(owner, qms)
    in_state = word_named(state, STATES, say("state"), speech) if state else None
    if master:
        return show_report(found, master_list(kind, qms, owner, in_state), drawn_as, output, lang)
    report = Listing(
        qms,
        kind_asked(kind, qms, speech) if kind else None,
        owner or None,
        in_state,
        grouped=drawn_as not in {"xlsx", "csv"},
    )
    return show_report(found, report, drawn_as, output, lang)


def kind_asked(word: str, qms: Qms, speech: Language) -> str:
    """The kind that is to be listed.

    Raises:
        SmmError: there is no such kind; a unit, a state, or one thing may be meant.
    """
    from smmkit.analyses.lifecycle.inventory import kinds_to_ask_for

    try:
        return kind_to_list(word, kinds_to_ask_for(qms), speech)
    except SmmError:
        if line := listed_otherwise(word, qms, speech):
            raise SmmError(
                say("{word} is no kind; write: smm {line}", word=word, line=line)
            ) from None
        raise


def listed_otherwise(word: str, qms: Qms, speech: Language) -> str:
    """The line that shows what a word means that is no kind: a state, a unit, a thing; else empty."""
    from smmkit.analyses.lifecycle.inventory import STATES
    from smmkit.approval.lookup import thing_named
    from smmkit.documents.unit import OrganizationUnit

    with suppress(SmmError):
        return f"list --state {word_named(word, STATES, say('state'), speech)}"
    units = thing_named(word, qms, (OrganizationUnit,)).ids
    if len(units) == 1:
        return f"list --owner {units[0]}"
    id_ = thing_named(word, qms).id
    return f"show {id_}" if id_ else ""


def master_list(kind: str, qms: Qms, owner: str | None, state: str | None) -> Report:
    """The master list, of a unit or in a state.

    Raises:
        SmmError: a kind is asked for, too.
    """
    from smmkit.reports.master import MasterList

    if kind:
        raise SmmError(say("--master lists all documents; leave {word} out", word=kind))
    return MasterList(qms, owner or None, state)


def is_place(word: str) -> bool:
    """Whether the only word is a folder; a kind of the same name goes before, `./audit` does not."""
    from smmkit.corrections.officials import comparable, kinds_by_word

    return bool(word) and comparable(word) not in kinds_by_word() and is_folder(Path(word))
