"""smm new: pick an id, ask, fill the form, write it where there is nothing yet, say where it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import click
from typer import Argument, Option

from smmkit.console.completion import refresh_ids
from smmkit.console.language import here, reader, speech_here
from smmkit.console.opening import Opened, opened, opened_qms, root_of
from smmkit.console.options import Folder
from smmkit.console.output import show_lines, show_notice, width
from smmkit.console.verb import Purpose, Verb, verb
from smmkit.kinds import CREATABLE
from smmkit.layout import has_home
from smmkit.names import folder_of, prefix_of
from smmkit.words import Message, language, say

if TYPE_CHECKING:
    from smmkit.dialogue.taken_over import Taken

TOLD_APART = say(
    "the id ends in who writes it, since others share this folder; `new_ids: numbered` in qms.yaml leaves "
    "that out"
)


class New(Verb):
    """A command whose help ends with the kinds, the ids that they get, and their folders."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the kinds."""
        with formatter.section(here("Kinds")):
            names = speech_here().code
            formatter.write_dl(
                [
                    (kind, f"{folder_of(kind, names)}/{prefix_of(kind, names)}-01")
                    for kind in CREATABLE
                ]
            )


@verb("new", Purpose.BEGINNING, order=2, cls=New)
def command(
    kind: Annotated[str | None, Argument(metavar="[KIND]")] = None,
    folder: Folder = Path(),
    id: Annotated[
        str | None, Option(metavar="ID", help="Its id; without it, the next free one.")
    ] = None,
    title: Annotated[str | None, Option(metavar="TEXT", help="What it is called.")] = None,
    pairs: Annotated[
        list[str] | None,
        Option(
            "--set",
            metavar="FIELD=VALUE",
            help="A value of one of its fields; may be given again and again.",
        ),
    ] = None,
    fields: Annotated[
        bool, Option("--fields", help="Only say what its fields are, and what each takes.")
    ] = False,
    lang: Annotated[
        Literal["en", "id"] | None,
        Option(help="The language of the form and of the answer; without it, that of the QMS."),
    ] = None,
) -> int:
    """Begin a new document: a form, filled as far as can be known; at a terminal you are asked.
    Without KIND: which kinds there are.
    """
    from smmkit.dialogue.kind_names import kind_named
    from smmkit.dialogue.new_document import filled_files, id_of
    from smmkit.documents import kind_label

    if kind is None:
        return show_kinds(lang)
    if fields:
        return show_fields(kind, lang)
    word, kind = kind, kind_named(kind)
    found = opened_qms(folder)
    spoken = lang or found.settings.organization.language
    speech = reader(lang, found.qms)
    called = say("{kind} ({label})", kind=kind, label=kind_label(kind))
    if word != kind:
        show_notice(speech.say(say("{word} means the kind {kind}.", word=word, kind=called)))
    files, taken = filled_files(found, kind, id, spoken, speech, title, pairs or [])
    told = laid_down(found, files, taken)
    show_lines(written(found.root, files, called if word != kind else None, spoken, told), speech)
    if id is None and is_told_apart(found, id_of(files)):
        show_notice(speech.say(TOLD_APART))
    refresh_ids(found.root)
    return 0


def laid_down(found: Opened, files: Mapping[str, str], taken: Taken) -> list[Message]:
    """Write the files, and into an audit what came of its question; what is said of that."""
    from smmkit.dialogue.new_document import id_of
    from smmkit.writing import exchange

    new = id_of(files)
    before, after = taken.named(found.qms, new)
    exchange(found.root, before, after | {path: files[path].encode() for path in files}, "new")
    return [*taken.told(new, is_named=bool(before))]


def is_told_apart(found: Opened, id: str) -> bool:
    """Whether an id got the suffix of its author without that qms.yaml asks for it."""
    from smmkit.documents.decided import NewIds
    from smmkit.new.ids import SUFFIXED

    return found.settings.new_ids is NewIds.SHARED and bool(SUFFIXED.match(id))


def written(
    root: Path, files: Mapping[str, str], called: Message | None, form: str, told: list[Message]
) -> list[str | Message]:
    """What was written, where it is, and what is to be done; `called` is a kind that had another name."""
    from smmkit.dialogue.new_document import id_of
    from smmkit.new.placeholders import FILL_IN

    mark = language(form).say(FILL_IN)
    return [
        say("{id} is written, of the kind {kind}:", id=id_of(files), kind=called)
        if called
        else say("{id} is written:", id=id_of(files)),
        *(f"  {os.path.relpath(root / path)}" for path in files),
        *told,
        say("Write in your editor what is marked {mark}; then try: smm validate", mark=mark),
    ]


def show_fields(word: str, lang: str | None) -> int:
    """Say which fields documents of a kind have, in the language of the reader."""
    from smmkit.dialogue.field_list import list_of_fields
    from smmkit.dialogue.kind_names import kind_named

    root = root_of(Path())
    speech = reader(lang, opened(root).qms if has_home(root) else None)
    kind = word if word == "qms" else kind_named(word)
    show_lines(list_of_fields(kind, speech, min(width(), 100)), speech)
    return 0


def show_kinds(lang: str | None) -> int:
    """Say which kinds there are, in the language of the reader."""
    from smmkit.analyses.organization.wishes import is_asked_for, is_wished
    from smmkit.dialogue.kind_names import list_of_kinds
    from smmkit.new.foreign import GUIDED

    root = root_of(Path())
    qms = opened(root).qms if has_home(root) else None
    speech = reader(lang, qms)
    guided = qms is None or is_wished(qms, GUIDED)
    kinds = [kind for kind in CREATABLE if qms is None or is_asked_for(qms, kind)]
    more = say("Begin one of them with: `smm new KIND`, such as `smm new procedure`")
    lines = list_of_kinds(speech, min(width(), 100), kinds, guided=guided)
    show_lines([*lines, "", more], speech)
    return 0
