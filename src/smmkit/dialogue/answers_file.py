"""The answers to the questions of `smm init`, from a file: YAML, every fault told with its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from smmkit.console.streams import complain
from smmkit.corrections.model_errors import WRONG_VALUE, problems_of
from smmkit.corrections.near_words import nearest_hint
from smmkit.errors import SmmError, reason
from smmkit.few import FEW
from smmkit.files.plain_file import plain_bytes
from smmkit.intake.organization import read_standards, read_zone
from smmkit.location import Location, SourceError
from smmkit.model.part import Id, Part, Text
from smmkit.problem import Diagnostic, Problem
from smmkit.problem.first import UNTOLD
from smmkit.words import Language, say
from smmkit.yaml_text.source import Source


class UnitAnswer(Part):
    """A unit."""

    id: Id
    """Its code."""
    title: Text
    """What it is called."""


class ServiceAnswer(Part):
    """A service."""

    title: Text
    """What it is called."""
    owner: Text | None = None
    """The code of the unit that gives it; without it, the first."""


class AnswersFile(Part):
    """What `smm init` asks, as a file says it; the names are those of qms.yaml."""

    language: Literal["en", "id"] | None = None
    """The language of the documents."""
    name: Text
    """The name of the organization."""
    short_name: Text | None = None
    """Its short name."""
    parent: Text | None = None
    """The government that it belongs to."""
    head: Text | None = None
    """The title of its head."""
    head_name: Text | None = None
    """The name of its head."""
    time_zone: Text | None = None
    """Its time zone."""
    units: tuple[UnitAnswer, ...] = ()
    """Its units."""
    services: tuple[ServiceAnswer, ...] = ()
    """Its services."""
    headcount: Annotated[int, Field(ge=1, strict=True)] | None = None
    """How many people work within the scope."""
    standards: tuple[Text, ...] = ()
    """The standards that it answers to, the main one first."""


def read_answers(file: Path) -> tuple[Source, AnswersFile | None, list[Problem]]:
    """The text of a file, its answers where they can be used, and all that is wrong with them.

    Raises:
        SmmError: the file cannot be opened.
    """
    path = file.name
    try:
        source = Source.parse(f"{path}.yaml", plain_bytes(file))
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(file), reason=reason(error))
        ) from error
    except SourceError as error:
        empty = Source(path, {}, "", "", 0)
        return empty, None, [Problem(path, (), error.message, error.hint, at=error.at)]
    try:
        read = AnswersFile.model_validate(source.values)
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False)
        found = problems_of(source.path, "", AnswersFile, errors, source.values, FEW)
        return source, None, [problem for _, problem in found if problem.message is not UNTOLD]
    wrong = list(contradictions(source.path, read))
    return source, None if wrong else read, wrong


def contradictions(path: str, answers: AnswersFile) -> Iterator[Problem]:
    """What is wrong between the answers, or with a time zone."""
    if answers.time_zone is not None:
        try:
            read_zone(answers.time_zone)
        except SmmError as error:
            yield Problem(path, ("time_zone",), error.message)
    for index, standard in enumerate(answers.standards):
        try:
            read_standards(standard)
        except SmmError as error:
            yield Problem(path, ("standards", index), error.message)
    seen: list[str] = []
    for index, unit in enumerate(answers.units):
        if unit.id in seen:
            message = say("two units have the code {code}", code=unit.id)
            yield Problem(path, ("units", index, "id"), message)
        titles = [other.title.casefold() for other in answers.units[:index]]
        if unit.title.casefold() in titles:
            message = say("two units are called {name}", name=unit.title)
            yield Problem(path, ("units", index, "title"), message)
        seen.append(unit.id)
    for index, service in enumerate(answers.services):
        if service.owner is not None and service.owner not in seen:
            message = say("there is no unit {code}", code=service.owner)
            hint = nearest_hint(service.owner, list(dict.fromkeys(seen))) if seen else None
            yield Problem(path, ("services", index, "owner"), message, hint)


def report_problems(file: Path, source: Source, found: list[Problem], speech: Language) -> None:
    """Say on stderr what is wrong, a line each, as `smm validate` does."""
    from smmkit.diagnostics.text import lines_of

    base = f"{os.path.dirname(file)}/" if os.path.dirname(file) else ""  # noqa: PTH120 - as typed
    places = source.places([problem.steps for problem in found])
    diagnostics = [
        Diagnostic(WRONG_VALUE, problem.at or place, problem)
        for problem, place in zip(found, places, strict=True)
    ]
    for diagnostic in sorted(diagnostics, key=lambda d: d.order):
        at = diagnostic.at
        here = Location(file.name, at.line, at.column)
        shown = Diagnostic(diagnostic.rule, here, diagnostic.problem)
        for line in lines_of(shown, base, speech, colour=False):
            complain(line)
    complain(speech.say(say("Nothing was written.")))


def values_of(answers: AnswersFile) -> dict[str, Any]:
    """The answers by the names that `InitQuestions` has for them; only those that are given."""
    units = {unit.id: unit.title for unit in answers.units}
    first = next(iter(units), "")
    given = {
        "name": answers.name,
        "short_name": answers.short_name,
        "parent": answers.parent,
        "head": answers.head,
        "head_name": answers.head_name,
        "time_zone": read_zone(answers.time_zone) if answers.time_zone else None,
        "units": units or None,
        "services": tuple((s.owner or first, s.title) for s in answers.services) or None,
        "headcount": answers.headcount,
        "standards": read_standards(",".join(answers.standards)) or None,
    }
    return {name: value for name, value in given.items() if value is not None}
