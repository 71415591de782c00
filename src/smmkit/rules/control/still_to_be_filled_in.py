"""SMM307 still-to-be-filled-in."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.analyses.texts.unfilled import Blank, blank_in
from smmkit.documents import Document, Information, Record
from smmkit.new.placeholders import FILL_IN
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM307", "still-to-be-filled-in", of=Information, source="ISO 9001, 7.5.2", clause="7.5.2")
def still_to_be_filled_in(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What is approved or closed has no blanks of a form left in it.

    Why: a signature under a form that nobody has filled in is the worst of all evidence.
    """
    if is_sealed(document) and (blank := blank_in(document)):
        yield unfilled(blank)


def unfilled(blank: Blank) -> Problem:
    """The problem of a document that has a blank, sealed or not."""
    if blank.is_behind:
        hint = say("see whether the value before it is right, then delete `# {mark}`", mark=FILL_IN)
    else:
        hint = say("write what belongs there instead of {mark}", mark=FILL_IN)
    return problem(
        blank.document,
        *blank.steps,
        at=None if blank.steps else blank.at,
        message=say("{id} has a blank that is still to be filled in", id=blank.document.id),
        hint=hint,
    )


def is_sealed(document: Information) -> bool:
    """Whether this very text was approved, or this record closed."""
    if isinstance(document, Document):
        return sealing(document) is not None
    return isinstance(document, Record) and document.closed is not None
