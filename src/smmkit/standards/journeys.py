"""The journey to the certificate and on from there as data: its steps, and what must stand to leave each."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.standards.readiness import Criterion
from smmkit.words import Words
from smmkit.yaml_text.reading import read_ours


class JourneyStep(Part):
    """A step: a clause of the standard, or a name of its own, and what must stand to leave it."""

    id: Text
    title: Words | None = None
    """What it is called, where that is not the title of its clause."""
    command: Text
    """The command that begins what it asks for."""
    criteria: tuple[Criterion, ...]
    settles: tuple[Text, ...] = ()
    """The steps that are behind whoever has done this one, however old their proof is."""


class Journey(Part):
    """The steps of one way, in order."""

    kind: Literal["journey"]
    id: Text
    standard: Text
    """The standard whose clauses its steps and criteria name."""
    steps: tuple[JourneyStep, ...]


@cache
def shipped_journeys() -> dict[str, Journey]:
    """The journeys that come with smmkit, by the standard that they follow."""
    found = {}
    for file in sorted((SHIPPED / "journeys").glob("*.yaml")):
        journey = Journey.model_validate(read_ours(file.read_text("utf-8")))
        found[journey.standard] = journey
    return found
