"""smm new: pick an id, ask, fill the form, write it where there is nothing yet, say where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import click
from typer import Argument, Option

from smmkit.console.language import here, reader, speech_here
from smmkit.console.opening import opened, root_of
from smmkit.console.options import Folder
from smmkit.console.output import show_lines, width
from smmkit.console.verb import Purpose, Verb, verb
from smmkit.kinds import CREATABLE
from smmkit.layout import has_home
from smmkit.names import folder_of, prefix_of
from smmkit.words import say


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
    if kind is None:
        return show_kinds(lang)
    if fields:
        return show_fields(kind, lang)
    from smmkit.dialogue.begun import begin

    begin(kind, folder, lang, id, title, tuple(pairs or ()))
    return 0


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
