"""A new document: what was given, what a person answers, what it takes over from what it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smmkit.analyses.organization.wishes import wishes
from smmkit.console.numbering import next_free, others_of
from smmkit.console.opening import Opened
from smmkit.dialogue.field_answers import FieldAnswers
from smmkit.dialogue.field_questions import ask_fields, has_person
from smmkit.dialogue.guesses import with_guesses_marked
from smmkit.dialogue.taken_over import Taken, taken_over
from smmkit.dialogue.title_years import years_in_title
from smmkit.model.marks import Brings
from smmkit.new.document import new_files, with_answers
from smmkit.new.form_fields import TIME, fields_to_ask
from smmkit.new.ids import check_new_id
from smmkit.new.modeline import kinds_with_schema, with_modelines
from smmkit.words import Language
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import Yaml, scalar
from smmkit.yaml_text.source import Source


def filled_files(
    found: Opened,
    kind: str,
    id: str | None,
    spoken: str,
    speech: Language,
    title: str | None,
    pairs: list[str],
) -> tuple[dict[str, str], Taken]:
    """The files of the new document, with what was given, what a person answers and what it takes over.

    Raises:
        SmmError: the id or an answer cannot be used, or something else must be there first.
    """
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
    answers, said, first, taken = answered(reader_, kind, answers, form)
    values = values_of(answers)
    now = first or str(values.get("date", qms.as_of))[:4]
    id_ = next_free(found, kind, others, first, now) if id is None else id_
    known = {n: v if isinstance(v, str) else Yaml(answers[n]) for n, v in values.items()}
    known |= {n: str(values[own]) for own, n in TIME.items() if own in values}
    if year := str(values.get("year", first)):
        known |= {"year": year, "this_year": Yaml(year)}
    files = new_files(qms, kind, id_, spoken, known, qms.fact(wishes), others)
    path = next(iter(files))
    sure = {"kind": kind, "id": scalar(id_), **answers}
    ready = {name: Yaml(text) for name, text in sure.items()}
    text = with_answers(path, files[path], ready)
    files[path] = with_guesses_marked(reader_, path, text, said, spoken)
    return with_modelines(files, kinds_with_schema(found.root)), taken


def values_of(answers: Mapping[str, str]) -> dict[str, Any]:
    """The values of answers, which are YAML."""
    return read("", "".join(f"{name}: {text}\n" for name, text in answers.items()) or "{}")


def answered(
    reader_: FieldAnswers, kind: str, given: dict[str, str], form: Mapping[str, Any]
) -> tuple[dict[str, str], set[str], str, Taken]:
    """What is given, what a person answers, and what is taken over; which fields were given or asked; the
    year of the title; and what was taken over.
    """
    asked = [n for n in dict.fromkeys(("title", *fields_to_ask(kind))) if n not in given]
    asked = asked if has_person() else []
    sources = [n for n, field in reader_.fields.items() if field.mark(Brings)]
    first = [n for n in asked if n == "title" or n in sources]
    answers = given | ask_fields(reader_, first, form)
    years = years_in_title(kind, answers.get("title", ""))
    taken = taken_over(reader_, values_of(answers))
    if not any(n in answers for n in sources):
        guess = {n: form[n] for n in sources if n in form}
        taken = taken_over(reader_, guess | values_of(answers)).guessed()
    form = {**form, **years, **values_of(taken.values)}
    answers |= ask_fields(reader_, [n for n in asked if n not in {*first, *taken.sure}], form)
    said = {*given, *asked, *years, *taken.sure}
    return years | taken.values | answers, said, min(years.values(), default="")[:4], taken


def id_of(files: Mapping[str, str]) -> str:
    """The id of a new document."""
    path, text = next(iter(files.items()))
    return str(Source.parse(path, text.encode()).values["id"])
