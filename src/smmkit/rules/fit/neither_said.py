"""SMM850 neither-said."""

from __future__ import annotations

from pydantic import BaseModel

from smmkit.analyses.texts.parts import is_given, parts_in
from smmkit.documents import Information
from smmkit.model.fields import named
from smmkit.model.marks import Ways
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM850", "neither-said", of=Information, source="own rule")
def neither_said(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What can be said in several ways is said in one of them.

    Why: a step that leads neither to a row nor to the end, or a risk without any level, looks filled
    in and says nothing.
    """
    for part, steps in parts_in(document, has_ways):
        for ways in ways_of(type(part)):
            if ways.needed and not any(is_said(part, way) for way in ways.ways):
                begun = [n for way in ways.ways for n in way if is_given(getattr(part, n))]
                yield problem(
                    document,
                    *steps,
                    *begun[:1],
                    message=say(
                        "one of these is missing: {ways}",
                        ways=[way_named(type(part), way) for way in ways.ways],
                    ),
                    hint=say("write what you know; docs/kinds.md says what each of them means"),
                )


def has_ways(class_: type) -> bool:
    """Whether a class of parts can say something in several ways."""
    return bool(ways_of(class_))


def ways_of(class_: type) -> tuple[Ways, ...]:
    """The ways in which a class of parts can say something."""
    found: tuple[Ways, ...] = getattr(class_, "ways", ())
    return found


def is_said(part: object, way: tuple[str, ...]) -> bool:
    """Whether every field of a way is filled in."""
    return all(is_given(getattr(part, name)) for name in way)


def way_named(class_: type[BaseModel], way: tuple[str, ...]) -> Message:
    """A way as it is called: its fields."""
    first, *others = (named(class_, name) for name in way)
    for other in others:
        first = say("{one} with {other}", one=first, other=other)
    return first
