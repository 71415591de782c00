"""smm init: see that the place is free, settle the answers, write all or none, say what is next."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import click
from typer import Option

from smmkit import git
from smmkit.console.language import here
from smmkit.console.opening import check_free, has_home, today_in
from smmkit.console.options import Folder
from smmkit.console.output import show_lines, show_notice
from smmkit.console.verb import Verb, verb
from smmkit.dialogue.init_questions import InitQuestions
from smmkit.errors import SmmError
from smmkit.words import Language, Message, language, say, spoken_here
from smmkit.writing import lay_down

if TYPE_CHECKING:
    from smmkit.clone.summary import Clone
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
    check_free(folder)
    known: dict[str, Any] | None = None
    if answers_file is not None:
        known = from_file(answers_file, lang)
        if known is None:
            return 2
        lang = lang or known.pop("language")
    if source is not None:
        return replicate(folder, source, lang, options, known)
    from smmkit.loading import load
    from smmkit.new_qms import first_files
    from smmkit.planned import refuse_any
    from smmkit.rules import examine
    from smmkit.tree import Memory

    questions = InitQuestions(lang, options, known)
    answers = questions.answers()
    day = today_in(answers.zone)
    files = first_files(answers, questions.speech.code, day)
    diagnostics = examine(load(Memory(files), day))
    refuse_any(diagnostic.problem for diagnostic in diagnostics)
    write_down(folder, answers, files, day, questions.speech, None)
    return 0


def from_file(file: Path, lang: str | None) -> dict[str, Any] | None:
    """The answers of a file, and `language`; None where it has faults, which are told."""
    from smmkit.dialogue.answers_file import read_answers, report_problems, values_of

    source, read, wrong = read_answers(file)
    if read is None:
        report_problems(file, source, wrong, language(lang or spoken_here()))
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
    from smmkit.clone.cloning import clone_of
    from smmkit.clone.home import defaults_of
    from smmkit.loading import load
    from smmkit.tree import Disk

    if not has_home(source):
        raise SmmError(say("there is no qms.yaml in {folder}", folder=str(source)))
    if options.get("services") is not None or "services" in (known or {}):
        raise SmmError(say("with --from, the services are those of that folder; leave them out"))
    other = load(Disk(source.resolve()), None, today_in)
    spoken, before = defaults_of(other)
    questions = InitQuestions(lang or spoken, options, known, before)
    answers = questions.answers()
    day = today_in(answers.zone)
    show_notice(questions.speech.say(say("Reading {path} ...", path=str(source))))
    own_units = options.get("units") is not None or "units" in (known or {})
    made = clone_of(other, answers, questions.speech.code, day, own_units=own_units)
    write_down(folder, answers, made.files, day, questions.speech, made)
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
    from smmkit.clone.summary import summary
    from smmkit.editor.files import schema_files
    from smmkit.editor.vscode import new_settings
    from smmkit.kinds import KINDS
    from smmkit.loading import load
    from smmkit.modeline import with_modelines
    from smmkit.new_qms import BESIDE
    from smmkit.placeholders import FILL_IN
    from smmkit.tree import Memory

    qms, has_settings = load(Memory(files), day), os.path.lexists(folder / EDITOR)
    editors = schema_files(qms, speech) | ({} if has_settings else new_settings())
    every = {**with_modelines(files, KINDS), **editors}
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
        lines += summary(made, speech)
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
