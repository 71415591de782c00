"""smm new"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smmkit.commands.options import folder_argument, here, opened, reader, root_of, say_out
from smmkit.errors import SmmError
from smmkit.labels import FILL_IN
from smmkit.words import LANGUAGES, Message, language, say
from smmkit.writing import lay_down

if TYPE_CHECKING:
    from smmkit.qms import Qms

RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?|true|false|null|yes|no|on|off|readme", re.I
)
"""Names that Windows, YAML or smmkit keep for themselves."""


class Kinds(click.Command):
    """A command whose help ends with the kinds, the ids that they get, and their folders."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the kinds."""
        from smmkit.starter import SHELVES

        with formatter.section(here("Kinds")):
            formatter.write_dl(
                [(kind, f"{folder}/{prefix}-01") for kind, (prefix, folder) in SHELVES.items()]
            )


@click.command(
    "new", cls=Kinds, help=here("Begin a new document: a form, filled as far as can be known.")
)
@click.argument("kind", metavar="KIND")
@folder_argument()
@click.option("--id", metavar="ID", help=here("Its id; without it, the next free one."))
@click.option("--title", metavar="TEXT", help=here("What it is called."))
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=here("The language of the form and of the answer; without it, that of the QMS."),
)
def command(kind: str, folder: Path, id: str | None, title: str | None, lang: str | None) -> int:
    """Open, pick an id, fill the form, write it where there is nothing yet, say where it is."""
    from smmkit.starter import free_id, new_files

    refuse(kind)
    if not (root_of(folder) / "qms.yaml").is_file():
        raise SmmError(say("there is no qms.yaml in {folder}; first: smm init", folder=str(folder)))
    found = opened(folder)
    if found.qms.settings is None:
        raise SmmError(say("qms.yaml has faults; first: smm validate"))
    id_ = free_id(found.qms, kind) if id is None else id
    check(id_, found.qms)
    spoken = lang or found.qms.settings.organization.language
    files = new_files(found.qms, kind, id_, spoken, {"title": title} if title else {})
    lay_down(found.root, {path: text.encode() for path, text in files.items()})
    mark = language(spoken).say(FILL_IN)
    lines: list[str | Message] = [
        say("{id} is written:", id=id_),
        *(f"  {os.path.relpath(found.root / path)}" for path in files),
        say("Write in your editor what is marked {mark}; then try: smm validate", mark=mark),
    ]
    speech = reader(lang, found.qms)
    say_out("".join(speech.say(line) + "\n" for line in lines))
    return 0


def refuse(kind: str) -> None:
    """A kind of which no new document can begin.

    Raises:
        SmmError: it is qms, or there is no such kind.
    """
    from smmkit.faults import nearest_hint
    from smmkit.starter import SHELVES

    if kind == "qms":
        raise SmmError(say("a QMS begins with: smm init"))
    if kind in SHELVES:
        return
    if word := local_words().get(kind.lower()):
        hint = say("did you mean {word}?", word=word)
    else:
        hint = nearest_hint(kind, list(SHELVES))
    raise SmmError(say("there is no kind {kind}; {hint}", kind=kind, hint=hint))


def local_words() -> dict[str, str]:
    """The kinds by their Indonesian names, and by the folders of which they are the first."""
    from smmkit.labels import value
    from smmkit.starter import SHELVES

    indonesian = language("id")
    named = {indonesian.say(value(kind)).lower(): kind for kind in SHELVES}
    for kind, (_, folder) in SHELVES.items():
        named.setdefault(folder, kind)
    return named


def check(id: str, qms: Qms) -> None:
    """An id that a new document may have: it makes a file name everywhere, and nothing else has it.

    Raises:
        SmmError: it cannot be used.
    """
    from smmkit.starter import used_ids

    if not re.fullmatch(r"[A-Za-z]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?", id):
        raise SmmError(
            say(
                "{id} cannot be an id: a letter, then letters, digits, `.`, `_`, `-`; at most 64",
                id=id,
            )
        )
    if RESERVED.fullmatch(id):
        raise SmmError(
            say("{id} cannot be an id: Windows, YAML or smmkit reserve this word", id=id)
        )
    for used in used_ids(qms):
        if used.casefold() == id.casefold():
            raise SmmError(say("{id} is used already; choose another id", id=used))
