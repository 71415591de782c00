"""smm init: see that the place is free, settle the answers, write all or none, say what is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smmkit import git
from smmkit.console.founding import EDITOR, write_new
from smmkit.console.language import here
from smmkit.console.mending import mend, sweep
from smmkit.console.opening import check_free, today_in
from smmkit.console.options import Folder
from smmkit.console.output import show_lines, show_notice
from smmkit.console.verb import Purpose, Verb, verb
from smmkit.dialogue.init_options import (
    SAMPLE,
    AnswersFile,
    FolderLang,
    Head,
    Headcount,
    HeadName,
    Name,
    Parent,
    Services,
    ShortName,
    Source,
    Standards,
    Units,
    Zone,
    refuse_what_is_there,
)
from smmkit.dialogue.init_questions import InitQuestions
from smmkit.errors import SmmError
from smmkit.layout import DEFAULT_ZONE, has_home
from smmkit.new.modeline import SCHEMAS
from smmkit.words import Language, Message, language, say, spoken_here

if TYPE_CHECKING:
    from smmkit.new.qms import Answers


NEXT = {
    "smm adopt FOLDER": say("registers documents that you have already, as they are"),
    "smm new procedure": say("begins an SOP; smm new lists all kinds of documents"),
    "smm": say("says what comes next, at any time"),
}
"""What somebody who has just begun can do, and what it does."""


class Init(Verb):
    """A command whose help ends with a file of answers."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the file."""
        with formatter.section(here("A file for --answers; only `name` must be there")):
            for line in SAMPLE.splitlines():
                formatter.write(f"  {line}\n")


@verb("init", Purpose.BEGINNING, order=1, cls=Init)
def command(
    folder: Folder = Path(),
    name: Name = None,
    short_name: ShortName = None,
    parent: Parent = None,
    head: Head = None,
    head_name: HeadName = None,
    units: Units = None,
    services: Services = None,
    headcount: Headcount = None,
    standards: Standards = None,
    zone: Zone = None,
    answers_file: AnswersFile = None,
    source: Source = None,
    lang: FolderLang = None,
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
        "standards": standards,
        "time_zone": zone,
    }
    mend(folder)
    sweep(folder.parent)
    check_free(folder)
    known: dict[str, Any] | None = None
    if answers_file is not None:
        known = from_file(answers_file, lang)
        if known is None:
            return 2
        lang = lang or known.pop("language")
    if source is None:
        return begin_anew(folder, lang, options, known)
    return begin_like(source, folder, lang, options, known)


def from_file(file: Path, lang: str | None) -> dict[str, Any] | None:
    """The answers of a file, and `language`; None where it has faults, which are told."""
    from smmkit.dialogue.answers_file import read_answers, report_problems, values_of

    source, read, wrong = read_answers(file)
    if read is None:
        report_problems(file, source, wrong, language(lang or spoken_here()))
        return None
    return {**values_of(read), "language": read.language}


def begin_anew(
    folder: Path,
    lang: str | None,
    options: Mapping[str, str | None],
    known: Mapping[str, Any] | None,
) -> int:
    """Begin with the first documents; how to leave.

    Raises:
        SmmError: a rule finds fault with them, as where a unit has the code of something else.
    """
    from smmkit.files.tree import Memory
    from smmkit.loading.folder import load
    from smmkit.new.qms import first_files
    from smmkit.planned import refuse_any
    from smmkit.rules import examine
    from smmkit.standards.heads import standard_on

    usual = standard_on(today_in(DEFAULT_ZONE))
    questions = InitQuestions(lang, options, known, usual=usual, folder=folder)
    answers = questions.answers()
    if not questions.agreed(answers, folder):
        return 1
    day = today_in(answers.zone)
    files = first_files(answers, questions.speech.code, day)
    refuse_any(diagnostic.problem for diagnostic in examine(load(Memory(files), day)))
    written = write_new(folder, files, day, questions.speech)
    questions.kept.forget()
    short = [*filter(is_for_editors, written)]
    show_result(folder, answers, written, short, where_head_stands(answers), questions.speech)
    return 0


def where_head_stands(answers: Answers) -> list[Message]:
    """In which unit its head was entered, where no unit is called like the head."""
    from smmkit.new.qms import leading

    unit, is_known = leading(answers)
    if is_known or not answers.head_name:
        return []
    return [
        say(
            "{name} was entered in {unit}, the first unit; put that right in the register of people",
            name=answers.head_name,
            unit=unit,
        )
    ]


def begin_like(
    source: Path,
    folder: Path,
    lang: str | None,
    options: Mapping[str, str | None],
    known: Mapping[str, Any] | None,
) -> int:
    """Begin with what another QMS has that carries the system; how to leave.

    Raises:
        SmmError: there is no qms.yaml that can be read, or services are named.
    """
    from smmkit.clone.cloning import clone_of
    from smmkit.clone.home import defaults_of
    from smmkit.clone.summary import summary
    from smmkit.files.tree import Disk
    from smmkit.loading.folder import load

    if not has_home(source):
        raise SmmError(say("there is no qms.yaml in {folder}", folder=str(source)))
    refuse_what_is_there(options, known or {})
    other = load(Disk(source.resolve()), None, today_in)
    spoken, before = defaults_of(other)
    questions = InitQuestions(lang or spoken, options, known, before, folder=folder)
    answers, speech = questions.answers(), questions.speech
    if not questions.agreed(answers, folder):
        return 1
    day = today_in(answers.zone)
    show_notice(speech.say(say("Reading {path} ...", path=str(source))))
    own_units = options.get("units") is not None or "units" in (known or {})
    made = clone_of(other, answers, speech.code, day, own_units=own_units)
    written = write_new(folder, made.files, day, speech)
    questions.kept.forget()
    show_result(folder, answers, written, written, summary(made, speech), speech)
    return 0


def is_for_editors(path: str) -> bool:
    """Whether a file helps editors, and is no document."""
    return path.startswith((SCHEMAS, f"{EDITOR}/"))


def show_result(
    folder: Path,
    answers: Answers,
    written: list[str],
    short: list[str],
    summary: Iterable[str | Message],
    speech: Language,
) -> None:
    """Say what is there and what comes next; of paths in `short`, the first folder alone."""
    from smmkit.new.placeholders import FILL_IN

    named = [f"{p.split('/')[0]}/" if p in short and "/" in p else p for p in written]
    lines: list[str | Message] = [
        say("The QMS of {name} stands in {folder}:", name=answers.name, folder=folder.resolve()),
        *(f"  {path}" for path in dict.fromkeys(named)),
        say("Units: {units}", units=answers.units),
        *summary,
    ]
    if not any(path.startswith(EDITOR) for path in written):
        there = say("{folder} is there already; for help in VS Code: smm schema", folder=EDITOR)
        lines += ["", there]
    if git.installed() and git.top_of(folder) is None:
        lines += [
            "",
            say(
                'There is no history of changes yet; to begin one: smm save --begin "first version"'
            ),
        ]
    room = max(map(len, NEXT)) + 2
    lines += [
        "",
        say("Write in your editor what is marked {mark}. What you can do next:", mark=FILL_IN),
        *([] if folder.resolve() == Path.cwd() else [f'  cd "{folder}"']),
        *(f"  {typed:<{room}}{speech.say(does)}" for typed, does in NEXT.items()),
    ]
    show_lines(lines, speech)
