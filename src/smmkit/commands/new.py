"""smm new: pick an id, ask, fill the form, write it where there is nothing yet, say where it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

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
from smmkit.words import Language, Message, language, say

if TYPE_CHECKING:
    from smmkit.dialogue.field_answers import FieldAnswers


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
    from smmkit.documents import kind_label
    from smmkit.writing import lay_down

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
    files = filled_files(found, kind, id, spoken, speech, title, pairs or [])
    lay_down(found.root, {path: text.encode() for path, text in files.items()}, "new")
    show_lines(written(found.root, files, called if word != kind else None, spoken), speech)
    if id is None and is_told_apart(found, id_of(files)):
        show_notice(speech.say(TOLD_APART))
    refresh_ids(found.root)
    return 0


def is_told_apart(found: Opened, id: str) -> bool:
    """Whether an id got the suffix of its author without that qms.yaml asks for it."""
    from smmkit.documents.decided import NewIds
    from smmkit.new.ids import SUFFIXED

    return found.settings.new_ids is NewIds.SHARED and bool(SUFFIXED.match(id))


def written(
    root: Path, files: Mapping[str, str], called: Message | None, form: str
) -> list[str | Message]:
    """What was written, where it is, and what is to be done; `called` is a kind that had another name."""
    from smmkit.new.placeholders import FILL_IN

    mark = language(form).say(FILL_IN)
    return [
        say("{id} is written, of the kind {kind}:", id=id_of(files), kind=called)
        if called
        else say("{id} is written:", id=id_of(files)),
        *(f"  {os.path.relpath(root / path)}" for path in files),
        say("Write in your editor what is marked {mark}; then try: smm validate", mark=mark),
    ]


def filled_files(
    found: Opened,
    kind: str,
    id: str | None,
    spoken: str,
    speech: Language,
    title: str | None,
    pairs: list[str],
) -> dict[str, str]:
    """The files of the new document, with what was given and what a person answers.

    Raises:
        SmmError: the id or an answer cannot be used, or something else must be there first.
    """
    from smmkit.analyses.organization.wishes import wishes
    from smmkit.console.numbering import next_free, others_of
    from smmkit.dialogue.field_answers import FieldAnswers
    from smmkit.dialogue.guesses import with_guesses_marked
    from smmkit.new.document import new_files, with_answers
    from smmkit.new.ids import check_new_id
    from smmkit.new.modeline import kinds_with_schema, with_modelines
    from smmkit.yaml_text.reading import read
    from smmkit.yaml_text.scalars import Yaml, scalar
    from smmkit.yaml_text.source import Source

    qms = found.qms
    others = others_of(found)
    id_ = next_free(found, kind, others) if id is None else id
    check_new_id(id_, qms)
    reader_ = FieldAnswers(kind, qms, speech)
    answers = reader_.from_options(pairs)
    if title:
        answers["title"] = reader_.read("title", title)
    plain = new_files(qms, kind, id_, spoken, {}, qms.fact(wishes))
    form = Source.parse(*next((path, text.encode()) for path, text in plain.items())).values
    answers, said, first = answered(reader_, kind, answers, form)
    id_ = next_free(found, kind, others, first) if id is None and first else id_
    values = read("", "".join(f"{name}: {text}\n" for name, text in answers.items()) or "{}")
    known = {n: v if isinstance(v, str) else Yaml(answers[n]) for n, v in values.items()}
    if year := str(values.get("year", first)):
        known |= {"year": year, "this_year": Yaml(year)}
    files = new_files(qms, kind, id_, spoken, known, qms.fact(wishes), others)
    path = next(iter(files))
    sure = {"kind": kind, "id": scalar(id_), **answers}
    ready = {name: Yaml(text) for name, text in sure.items()}
    text = with_answers(path, files[path], ready)
    files[path] = with_guesses_marked(reader_, path, text, said, spoken)
    return with_modelines(files, kinds_with_schema(found.root))


def answered(
    reader_: FieldAnswers, kind: str, given: dict[str, str], form: Mapping[str, Any]
) -> tuple[dict[str, str], set[str], str]:
    """What is given, and what a person answers; which fields were given or asked; the year of the title."""
    from smmkit.dialogue.field_questions import ask_fields, has_person
    from smmkit.dialogue.title_years import years_in_title
    from smmkit.new.form_fields import fields_to_ask

    asked = [n for n in dict.fromkeys(("title", *fields_to_ask(kind))) if n not in given]
    asked = asked if has_person() else []
    answers = given | ask_fields(reader_, [n for n in asked if n == "title"], form)
    years = years_in_title(kind, answers.get("title", ""))
    answers |= ask_fields(reader_, [n for n in asked if n != "title"], {**form, **years})
    return years | answers, {*given, *asked, *years}, min(years.values(), default="")


def id_of(files: Mapping[str, str]) -> str:
    """The id of a new document."""
    from smmkit.yaml_text.source import Source

    path, text = next(iter(files.items()))
    return str(Source.parse(path, text.encode()).values["id"])


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
