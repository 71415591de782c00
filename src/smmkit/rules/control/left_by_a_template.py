"""SMM322 left-by-a-template."""

from __future__ import annotations

from smmkit.analyses.texts.leftovers import has_leftover, leftover_in
from smmkit.documents import Document, Information
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.still_to_be_filled_in import is_sealed
from smmkit.words import say


@rule("SMM322", "left-by-a-template", of=Information, source="ISO 9001, 7.5.2", clause="7.5.2")
def left_by_a_template(document: Information, qms: Qms) -> Problems:
    """What is approved or closed has nothing in it that a template left behind: TBD, xxx, [Description].

    Why: a signature under a text that nobody has finished is the worst of all evidence.
    """
    if is_sealed(document) and has_leftover(document, qms) and (told := left(document)):
        yield told


def left(document: Information) -> Problem | None:
    """The problem of a document that has such a text, sealed or not."""
    found = leftover_in(document)
    if found is None:
        return None
    steps, at, text = found
    hint = say("write what belongs there, or leave the field out")
    if isinstance(document, Document):
        hint = say("write what belongs there; a new text needs a new version and approval")
    return problem(
        document,
        *steps,
        at=None if steps else at,
        message=say("{id} still says {left}", id=document.id, left=text),
        hint=hint,
    )
