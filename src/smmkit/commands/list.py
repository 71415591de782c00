"""smm list"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smmkit.commands.options import (
    as_of_option,
    form_of,
    format_option,
    here,
    lang_option,
    opened,
    output_option,
    reader,
    report,
    root_of,
)
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.page import Text
    from smmkit.qms import Qms

FORMS = ("text", "html", "pdf", "xlsx", "json")


@click.command(
    "list",
    help=here(
        "List what there is: all documents, or everything of one kind, such as risk, kpi, unit."
    ),
)
@click.argument("kind", metavar="[KIND]", default="")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--owner", metavar="UNIT", help=here("Only what this unit answers for."))
@click.option(
    "--state",
    metavar="WORD",
    help=here("Only what is in this state, such as draft, in-force, revising, open, closed."),
)
@format_option(*FORMS)
@output_option()
@as_of_option()
@lang_option()
def command(
    kind: str,
    folder: Path | None,
    owner: str | None,
    state: str | None,
    form: str | None,
    output: Path | None,
    as_of: date | None,
    lang: str | None,
) -> int:
    """Open, choose, draw; 1 if files could not be read and are missing from it."""
    from smmkit import git
    from smmkit.labels import value
    from smmkit.reports import listing

    if folder is None and is_folder(kind):
        kind, folder = "", Path(kind)
    found = opened(root_of(folder or Path()), as_of=as_of)
    qms, form = found.qms, form_of(form, output, FORMS)
    speech = reader(lang, qms)
    asked = listing.Asked(
        chosen(kind, {k: value(k) for k in kinds(qms)}, say("kind"), speech) if kind else "",
        unit(owner, qms) if owner else "",
        chosen(state, listing.STATES, say("state"), speech) if state else "",
    )
    return report(
        found,
        form,
        output,
        lang,
        lambda _: listing.data(qms, asked),
        lambda: listing.page(qms, asked, git.commit_of(found.root), grouped=form != "xlsx"),
    )


def is_folder(word: str) -> bool:
    """Whether the only word is a folder; a kind of the same name goes before, `./audit` does not."""
    from smmkit.documents import KINDS

    return bool(word) and word not in KINDS and os.path.isdir(word)  # noqa: PTH112 - never raises


def kinds(qms: Qms) -> list[str]:
    """Every word that asks for a kind: of documents, and of entries in them."""
    from smmkit.documents import KINDS, Entry, class_of
    from smmkit.fields import parts_of

    inside = (
        part for kind in KINDS for part in parts_of(class_of(kind)) if issubclass(part, Entry)
    )
    known = {part.kind_of_entry: None for part in inside if part.kind_of_entry}
    return list({**dict.fromkeys(KINDS), **known, **{t.is_a: None for t in qms.things.values()}})


def chosen(word: str, known: Mapping[str, Text], what: Message, speech: Language) -> str:
    """The word of a list that is meant: as it stands in files, or as the reader calls it.

    Raises:
        SmmError: there is no such word.
    """
    from smmkit.model_errors import nearest_hint

    if word in known:
        return word
    spoken = {speech.say(label).casefold(): name for name, label in known.items()}
    if word.casefold() in spoken:
        return spoken[word.casefold()]
    hint = nearest_hint(word, list(known))
    raise SmmError(say("there is no {what} {word}; {hint}", what=what, word=word, hint=hint))


def unit(id: str, qms: Qms) -> str:
    """A unit of the folder.

    Raises:
        SmmError: there is none of this id.
    """
    units = [name for name, thing in qms.things.items() if thing.is_a == "unit"]
    if id in units or id in qms.stub_of:
        return id
    raise SmmError(say("there is no unit {id}; there are: {words}", id=id, words=units))
