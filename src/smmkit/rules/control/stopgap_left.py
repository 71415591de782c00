"""SMM972 stopgap-left."""

from __future__ import annotations

from smmkit.analyses.unfilled import Blank, stopgap_in
from smmkit.documents import Information
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.still_to_be_filled_in import is_sealed
from smmkit.words import say


@rule("SMM972", "stopgap-left", of=Information, source="ISO 9001, 7.5.2", clause="7.5.2")
def stopgap_left(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What is approved, closed or sent says nothing for the time being: no TODO, xxx, [isi] or dots.

    Why: an auditor who reads "TODO" in an approved text asks what else nobody has read.
    """
    if is_sealed(document) and (blank := stopgap_in(document)):
        yield left(blank)


def left(blank: Blank) -> Problem:
    """The problem of a document that has a stopgap, sealed or not."""
    return problem(
        blank.document,
        *blank.steps,
        message=say("{id} has a value that only keeps a place", id=blank.document.id),
        hint=say("write what belongs there, or leave the field out"),
    )
