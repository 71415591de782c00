"""The questions of a rehearsal, as data."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours


class About(ClosedList):
    """Where on a trail a question stands."""

    POLICY = "policy"
    SERVICE = "service"
    COMPLAINT = "complaint"
    CASE = "case"
    COMPETENCE = "competence"
    PROCEDURE = "procedure"
    KPI = "kpi", "KPI"
    RISK = "risk"
    FINDING = "finding"
    REVIEW = "review"


class Question(Part):
    """One question of an auditor."""

    about: About
    clause: Text
    """By ISO 9001:2015; a QMS under another edition or standard is shown its own number."""
    text: Words
    """The question; {id}, {title} and {number} stand for what was drawn."""
    missing: Words
    """What is said where there is nothing to ask about."""


class Rehearsal(Part):
    """The questions along a trail, in their order."""

    kind: Literal["rehearsal"]
    id: Text
    title: Words
    questions: tuple[Question, ...]


@cache
def shipped_rehearsals() -> dict[str, Rehearsal]:
    """The rehearsals that come with smmkit, by their ids."""
    files = sorted((SHIPPED / "rehearsals").glob("*.yaml"))
    found = (Rehearsal.model_validate(read_ours(file.read_text("utf-8"))) for file in files)
    return {one.id: one for one in found}
