"""SMM853 almost-a-word."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from smmkit.analyses.references.spelling import closest
from smmkit.analyses.texts.parts import parts_in
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import ClosedList, say

LONG = 7
"""So many letters make a word in which two may be wrong."""


@rule("SMM853", "almost-a-word", of=Information, severity=Severity.WARNING, source="own rule")
def almost_a_word(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """Own words stand only where none of the list is meant.

    Why: `internal-auditor` is not `internal-auditors`, and whoever counts the trained auditors does
    not count them.
    """
    for part, steps in parts_in(document, has_open):
        for more, text, known in own_words(part):
            if found := nearly(text, known):
                yield problem(
                    document,
                    *steps,
                    *more,
                    message=say(
                        "{text} is none of the words, but nearly {word}", text=text, word=found
                    ),
                    hint=say("write {words}", words=found),
                )


def has_open(class_: type[BaseModel]) -> bool:
    """Whether a class of parts has a field for one's own words beside a list."""
    return any(field.is_open for field in fields_of(class_).values())


def own_words(part: BaseModel) -> Iterator[tuple[Path, str, list[str]]]:
    """The own words of a part: where each stands, the text, and the words of its list."""
    for name, field in fields_of(type(part)).items():
        value = getattr(part, name)
        if not field.is_open or not field.enum or value is None:
            continue
        known = [word.value for word in field.enum]
        for n, text in enumerate(value if field.many else [value]):
            if not isinstance(text, ClosedList):
                yield (name, n) if field.many else (name,), text, known


def nearly(text: str, words: list[str]) -> str | None:
    """The word that is probably meant: one or two slips of the pen away, as long as it is."""
    said = text.casefold().replace(" ", "-")
    return closest(said, words, slips=1 if len(said) < LONG else 2)
