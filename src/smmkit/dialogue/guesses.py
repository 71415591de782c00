"""What in a new document is only a guess: it stands there because something must, and nobody chose it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from smmkit.dialogue.field_answers import is_any
from smmkit.dialogue.field_questions import unanswered
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import CLAUSE, STANDARD, RefersTo
from smmkit.new.placeholders import FILL_IN
from smmkit.words import language
from smmkit.yaml_text.source import Source

if TYPE_CHECKING:
    from pydantic import BaseModel

    from smmkit.dialogue.field_answers import FieldAnswers

FIXED = frozenset({"kind", "id", "version", "clauses"})
"""Fields of a new document that follow from its kind."""


def with_guesses_marked(
    answers: FieldAnswers, path: str, text: str, said: Collection[str], lang: str
) -> str:
    """A new document in which what nobody has said is marked as still to be filled in.

    `said` are the fields that were given, or asked.
    """
    source = Source.parse(path, text.encode())
    values = {n: v for n, v in source.values.items() if n not in FIXED and n not in said}
    own = unanswered(answers, [n for n in values if n in answers.fields], values)
    steps: list[Path] = [(name,) for name in own if not isinstance(values[name], list)]
    steps += guesses(answers, answers.type, values)
    mark = f"  # {language(lang).say(FILL_IN)}"
    lines = text.split("\n")
    for at in {place.line - 1 for place in source.places(steps)}:
        if mark.strip() not in lines[at]:
            line = lines[at].removesuffix("\r")
            lines[at] = line + mark + lines[at][len(line) :]
    return "\n".join(lines)


def guesses(
    answers: FieldAnswers, type_: type[BaseModel], values: Mapping[str, Any], above: Path = ()
) -> Iterator[Path]:
    """The places where one of several is named that might have been meant, in parts and lists, too."""
    for name, value in values.items():
        field = fields_of(type_).get(name)
        if field is None:
            continue
        for step, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            steps = (*above, name) if step is None else (*above, name, step)
            if field.part and isinstance(one, dict):
                yield from guesses(answers, field.part, one, steps)
            elif not (above and field.reference is CLAUSE) and is_guess(answers, field, one):
                yield steps  # what stands in a list of demands is all of them, and no guess


def is_guess(answers: FieldAnswers, field: Field, value: Any) -> bool:
    """Whether a value names one of several that might have been meant."""
    if field.reference is CLAUSE:
        return True
    if field.reference is STANDARD or isinstance(field.reference, RefersTo):
        known = answers.names(field)
        return value in known and (len(known) > 1 or is_any(field))
    return field.many and field.enum is not None and len(field.enum) > 1
