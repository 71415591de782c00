"""smm init"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from smmkit.commands.asking import Asker
from smmkit.commands.options import folder_argument, here, say_out, today_in
from smmkit.errors import SmmError
from smmkit.labels import FILL_IN
from smmkit.words import LANGUAGES, Message, say
from smmkit.writing import lay_down


@click.command(
    "init",
    help=here("Begin a QMS: a folder with its first documents."),
)
@folder_argument()
@click.option("--name", metavar="TEXT", help=here("The name of the organization."))
@click.option(
    "--short-name",
    metavar="TEXT",
    help=here("The short name; without it, the capital letters of the name."),
)
@click.option("--head", metavar="TEXT", help=here("The title of its head, such as Kepala Dinas."))
@click.option(
    "--units", metavar="TEXT", help=here('Its units: "SEK=Sekretariat, MUT=Bidang Mutasi".')
)
@click.option(
    "--zone", metavar="TEXT", help=here("The time zone: WIB, WITA or WIT; without it, WITA.")
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=here("The language of the documents and of the answer."),
)
def command(
    folder: Path,
    name: str | None,
    short_name: str | None,
    head: str | None,
    units: str | None,
    zone: str | None,
    lang: str | None,
) -> int:
    """See that the place is free, settle the answers, write all files or none, say what is next."""
    from smmkit.starter import BESIDE, first_files

    refuse(folder)
    asker = Asker(lang)
    answers = asker.answers(name, short_name, head, units, zone)
    day = today_in(answers.zone)
    files = first_files(answers, asker.speech.code, day)
    prove(files, day)
    kept = [path for path in ("README.md", *BESIDE) if os.path.lexists(folder / path)]
    new = {path: text for path, text in files.items() if path not in kept}
    lay_down(folder, {path: text.encode() for path, text in new.items()})
    lines: list[str | Message] = [
        say(
            "The QMS of {name} stands in {folder}:", name=answers.name, folder=str(folder.resolve())
        ),
        *(f"  {path}" for path in new),
        say("Units: {units}", units=answers.units),
        "",
        say("Write in your editor what is marked {mark}; then try:", mark=FILL_IN),
        *([] if folder.resolve() == Path.cwd() else [f'  cd "{folder}"']),
        *("  smm validate", "  smm new gap-assessment", "  smm gap-report"),
    ]
    say_out("".join(asker.speech.say(line) + "\n" for line in lines))
    return 0


def refuse(folder: Path) -> None:
    """A place where no new QMS may begin.

    Raises:
        SmmError: it is a file, a QMS already, or lies inside one.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - never raises
        raise SmmError(say("{path} is a file; name a folder", path=str(folder)))
    full = folder.resolve()
    if os.path.lexists(full / "qms.yaml"):
        raise SmmError(say("{folder} is a QMS already: qms.yaml is there", folder=str(folder)))
    for above in full.parents:
        if os.path.lexists(above / "qms.yaml"):
            raise SmmError(
                say("{folder} lies inside the QMS in {above}", folder=str(folder), above=str(above))
            )


def prove(files: Mapping[str, str], day: date) -> None:
    """Hold the files against the rules before they are written.

    Raises:
        SmmError: a rule finds a fault, as where a unit has the code of something else.
    """
    from smmkit.qms import load
    from smmkit.rules import examine
    from smmkit.tree import Memory

    for diagnostic in examine(load(Memory(files), day)):
        path, message = diagnostic.finding.path, diagnostic.finding.message
        raise SmmError(say("{path}: {message}", path=path, message=message))
