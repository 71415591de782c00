"""smm init: see that the place is free, settle the answers, write all or none, say what is next."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import click
from typer import Option

from smmkit import git
from smmkit.commands.asking import Asker
from smmkit.console.language import here
from smmkit.console.opening import has_home, today_in
from smmkit.console.options import Folder
from smmkit.console.output import show_lines, show_notice
from smmkit.console.verb import Verb, verb
from smmkit.errors import SmmError
from smmkit.layout import HOME
from smmkit.words import Language, Message, language, say, say_n, spoken_here
from smmkit.writing import lay_down

if TYPE_CHECKING:
    from smmkit.clone.cloning import Clone
    from smmkit.new_qms import Answers

EDITOR = ".vscode"
"""The folder of VS Code; where there is one already, it is the person's."""

NEXT = {
    "smm adopt FOLDER": say("registers documents that you have already, as they are"),
    "smm new procedure": say("begins an SOP; smm new lists all kinds of documents"),
    "smm": say("says what comes next, at any time"),
}
"""What somebody who has just begun can do, and what it does."""

SAMPLE = """\
language: id
name: Dinas Contoh Provinsi Rekaan
short_name: Dinas Contoh
parent: Pemerintah Provinsi Rekaan
head: Kepala Dinas
head_name: Nama Pimpinan, S.Sos.
time_zone: WITA
units:
  - {id: SEK, title: Sekretariat}
  - {id: MUT, title: Bidang Mutasi}
services:
  - {title: Kenaikan pangkat, owner: MUT}
headcount: 40
"""
"""All that may stand in a file of answers; only `name` must."""


class Init(Verb):
    """A command whose help ends with a file of answers."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the file."""
        with formatter.section(here("A file for --answers; only `name` must be there")):
            for line in SAMPLE.splitlines():
                formatter.write(f"  {line}\n")


ShortName = Annotated[
    str | None,
    Option(metavar="TEXT", help="The short name; without it, the capital letters of the name."),
]
Head = Annotated[
    str | None, Option(metavar="TEXT", help="The title of its head, such as Kepala Dinas.")
]
HeadName = Annotated[
    str | None,
    Option(metavar="TEXT", help="The name of its head; it goes into the register of people."),
]
Units = Annotated[
    str | None, Option(metavar="TEXT", help='Its units: "SEK=Sekretariat, MUT=Bidang Mutasi".')
]
Services = Annotated[
    str | None,
    Option(metavar="TEXT", help='Its services: "MUT: Kenaikan pangkat; SEK: Surat keterangan".'),
]
Zone = Annotated[
    str | None,
    Option(metavar="TEXT", help="The time zone: WIB, WITA or WIT; without it, WITA."),
]
AnswersFile = Annotated[
    Path | None,
    Option(
        "--answers",
        exists=True,
        dir_okay=False,
        help="A file with all answers; nothing is asked then.",
    ),
]
Source = Annotated[
    Path | None,
    Option(
        "--from",
        exists=True,
        file_okay=False,
        help="Another QMS to begin from: its documents as drafts, without its data.",
    ),
]


@verb("init", cls=Init)
def command(
    folder: Folder = Path(),
    name: Annotated[
        str | None, Option(metavar="TEXT", help="The name of the organization.")
    ] = None,
    short_name: ShortName = None,
    parent: Annotated[
        str | None, Option(metavar="TEXT", help="The government that it belongs to.")
    ] = None,
    head: Head = None,
    head_name: HeadName = None,
    units: Units = None,
    services: Services = None,
    headcount: Annotated[
        str | None, Option(metavar="N", help="How many people work there.")
    ] = None,
    zone: Zone = None,
    answers_file: AnswersFile = None,
    source: Source = None,
    lang: Annotated[
        Literal["en", "id"] | None, Option(help="The language of the documents and of the answer.")
    ] = None,
) -> int:
    """Begin a QMS: a folder with its first documents; or with those of another QMS."""
    options = {
        "name": name,
        "short_name": short_name,
        "parent": parent,
        "head": head,
        "head_name": head_name,
        "units": units,
        "services": services,
        "headcount": headcount,
        "zone": zone,
    }
    refuse(folder)
    known: dict[str, Any] | None = None
    if answers_file is not None:
        known = from_file(answers_file, lang)
        if known is None:
            return 2
        lang = lang or known.pop("language")
    if source is not None:
        return replicate(folder, source, lang, options, known)
    from smmkit.new_qms import first_files

    asker = Asker(lang, options, known)
    answers = asker.answers()
    day = today_in(answers.zone)
    files = first_files(answers, asker.speech.code, day)
    prove(files, day)
    write_down(folder, answers, files, day, asker.speech, None)
    return 0


def from_file(file: Path, lang: str | None) -> dict[str, Any] | None:
    """The answers of a file, and `language`; None where it has faults, which are told."""
    from smmkit.commands.answers import answers_in, told, values_of

    source, read, wrong = answers_in(file)
    if read is None:
        told(file, source, wrong, language(lang or spoken_here()))
        return None
    return {**values_of(read), "language": read.language}


def replicate(
    folder: Path,
    source: Path,
    lang: str | None,
    options: Mapping[str, str | None],
    known: Mapping[str, Any] | None,
) -> int:
    """Begin with what another QMS has that carries the system.

    Raises:
        SmmError: there is no qms.yaml that can be read, or services are named.
    """
    from smmkit.clone.cloning import like, replica
    from smmkit.loading import load
    from smmkit.tree import Disk

    if not has_home(source):
        raise SmmError(say("there is no qms.yaml in {folder}", folder=str(source)))
    if options.get("services") is not None or "services" in (known or {}):
        raise SmmError(say("with --from, the services are those of that folder; leave them out"))
    other = load(Disk(source.resolve()), None, today_in)
    spoken, before = like(other)
    asker = Asker(lang or spoken, options, known, before)
    answers = asker.answers()
    day = today_in(answers.zone)
    show_notice(asker.speech.say(say("Reading {path} ...", path=str(source))))
    own_units = options.get("units") is not None or "units" in (known or {})
    made = replica(other, answers, asker.speech.code, day, own_units=own_units)
    write_down(folder, answers, made.files, day, asker.speech, made)
    return 0


def write_down(
    folder: Path,
    answers: Answers,
    files: Mapping[str, str | bytes],
    day: date,
    speech: Language,
    made: Clone | None,
) -> None:
    """Write the documents, and what helps editors; say what is there and what comes next."""
    from smmkit.new_qms import BESIDE
    from smmkit.placeholders import FILL_IN

    editors = for_editors(folder, files, day, speech)
    every = {**with_modelines(files), **editors}
    may_stay = ("README.md", *BESIDE, *editors)
    new = {
        p: text for p, text in every.items() if not (p in may_stay and os.path.lexists(folder / p))
    }
    lay_down(folder, {p: t.encode() if isinstance(t, str) else t for p, t in new.items()})
    short = editors if made is None else new
    shown = dict.fromkeys(f"{p.split('/')[0]}/" if p in short and "/" in p else p for p in new)
    lines: list[str | Message] = [
        say(
            "The QMS of {name} stands in {folder}:", name=answers.name, folder=str(folder.resolve())
        ),
        *(f"  {path}" for path in shown),
        say("Units: {units}", units=answers.units),
    ]
    if made is not None:
        lines += about(made, speech)
    if not any(path.startswith(EDITOR) for path in new):
        lines += [
            "",
            say("{folder} is there already; for help in VS Code: smm schema", folder=EDITOR),
        ]
    if git.installed() and git.top_of(folder) is None:
        lines += ["", say("If you use git: git init in this folder begins its history of changes")]
    room = max(map(len, NEXT)) + 2
    lines += [
        "",
        say("Write in your editor what is marked {mark}. What you can do next:", mark=FILL_IN),
        *([] if folder.resolve() == Path.cwd() else [f'  cd "{folder}"']),
        *(f"  {typed:<{room}}{speech.say(does)}" for typed, does in NEXT.items()),
    ]
    show_lines(lines, speech)


def for_editors(
    folder: Path, files: Mapping[str, str | bytes], day: date, speech: Language
) -> dict[str, str]:
    """The schemas of a new QMS, and the settings of VS Code where there are none yet."""
    from smmkit.editor.files import schema_files
    from smmkit.editor.merge import merged
    from smmkit.editor.vscode import wishes
    from smmkit.loading import load
    from smmkit.tree import Memory

    found = schema_files(load(Memory(files), day), speech)
    if not os.path.lexists(folder / EDITOR):
        found |= {path: merged("", wish) for path, wish in wishes().items()}
    return found


def with_modelines(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """The files, each document with the line that tells editors its schema."""
    from smmkit.commands.fields import with_modeline
    from smmkit.documents import KINDS
    from smmkit.source import read

    made: dict[str, str | bytes] = {}
    for path, text in files.items():
        made[path] = text
        is_ours = path.endswith(".yaml") and not path.startswith(("standards/", "templates/"))
        if is_ours and isinstance(text, str) and (kind := read(path, text).get("kind")) in KINDS:
            made[path] = with_modeline(kind, path, text)
    return made


def about(made: Clone, speech: Language) -> Iterator[str | Message]:
    """What was taken of the other QMS, what was not, and why."""
    yield ""
    n = sum(made.taken.values())
    yield say_n("Taken as a draft: {n} document", "Taken as drafts: {n} documents", n)
    yield from counted(made.taken, speech)
    if made.left_out:
        yield say("Not taken, because it is the data of the other agency, or its own business:")
        yield from counted(made.left_out, speech)
    if made.reasons:
        yield say("Not taken, because it could not be:")
        yield from (f"  {path}: {speech.say(why)}" for path, why in made.reasons.items())
    yield from made.advice


def counted(kinds: Mapping[str, int], speech: Language) -> Iterator[str]:
    """How many there are of each kind, a line each."""
    from smmkit.documents import kind_label

    for kind, n in kinds.items():
        yield f"  {speech.say(kind_label(kind))}: {speech.say(n)}"


def refuse(folder: Path) -> None:
    """A place where no new QMS may begin.

    Raises:
        SmmError: it is a file, a QMS already, or lies inside one.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112 - never raises
        raise SmmError(say("{path} is a file; name a folder", path=str(folder)))
    full = folder.resolve()
    if os.path.lexists(full / HOME):
        raise SmmError(say("{folder} is a QMS already: qms.yaml is there", folder=str(folder)))
    for above in full.parents:
        if os.path.lexists(above / HOME):
            raise SmmError(
                say("{folder} lies inside the QMS in {above}", folder=str(folder), above=str(above))
            )


def prove(files: Mapping[str, str], day: date) -> None:
    """Hold the files against the rules before they are written.

    Raises:
        SmmError: a rule finds a fault, as where a unit has the code of something else.
    """
    from smmkit.loading import load
    from smmkit.rules import examine
    from smmkit.tree import Memory

    for diagnostic in examine(load(Memory(files), day)):
        path, message = diagnostic.problem.path, diagnostic.problem.message
        raise SmmError(say("{path}: {message}", path=path, message=message))
