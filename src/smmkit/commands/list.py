"""smm list: open, choose, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import check_unit
from smmkit.console.opening import is_folder, opened, root_of
from smmkit.console.options import FORMAT, AsOf, Lang, Output
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.page import Text
    from smmkit.qms import Qms

Forms = Literal["text", "html", "pdf", "xlsx", "json"]


@verb("list")
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
    form: Annotated[Forms | None, FORMAT] = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """List what there is: all documents, or everything of one kind, such as risk, kpi, unit."""
    from smmkit import git
    from smmkit.documents import kind_label
    from smmkit.reports import listing

    if folder is None and is_place(kind):
        kind, folder = "", Path(kind)
    found = opened(root_of(folder or Path()), as_of=as_of)
    qms, drawn_as = found.qms, form_of(form, output, get_args(Forms))
    speech = reader(lang, qms)
    if owner:
        check_unit(owner, qms)
    asked = listing.Asked(
        chosen(kind, {k: kind_label(k) for k in kinds(qms)}, say("kind"), speech) if kind else "",
        owner or "",
        chosen(state, listing.STATES, say("state"), speech) if state else "",
    )
    return show_report(
        found,
        drawn_as,
        output,
        lang,
        lambda _: listing.data(qms, asked),
        lambda: listing.page(qms, asked, git.commit_of(found.root), grouped=drawn_as != "xlsx"),
    )


def is_place(word: str) -> bool:
    """Whether the only word is a folder; a kind of the same name goes before, `./audit` does not."""
    from smmkit.kinds import KINDS

    return bool(word) and word not in KINDS and is_folder(Path(word))


def kinds(qms: Qms) -> list[str]:
    """Every word that asks for a kind: of documents, and of entries in them."""
    from smmkit.documents import KINDS, entry_kinds

    known = (*KINDS, *entry_kinds(), *(thing.is_a for thing in qms.things.values()))
    return list(dict.fromkeys(known))


def chosen(word: str, known: Mapping[str, Text], what: Message, speech: Language) -> str:
    """The word of a list that is meant: as it stands in files, or as the reader calls it.

    Raises:
        SmmError: there is no such word.
    """
    from smmkit.wrong_values import nearest_hint

    if word in known:
        return word
    spoken = {speech.say(label).casefold(): name for name, label in known.items()}
    if word.casefold() in spoken:
        return spoken[word.casefold()]
    hint = nearest_hint(word, list(known))
    raise SmmError(say("there is no {what} {word}; {hint}", what=what, word=word, hint=hint))
