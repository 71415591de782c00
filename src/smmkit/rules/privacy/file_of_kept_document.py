"""SMM971 file-of-kept-document."""

from __future__ import annotations

from smmkit.analyses.leaving.kept_files import taken_along
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM971", "file-of-kept-document", source="juknis II.B2; ISO 9001, 7.5.3", clause="7.5.3")
def file_of_kept_document(qms: Qms) -> Problems:
    """A document that may leave brings along no file of one whose class keeps it, and not its text.

    Why: a class is of the document, and a file goes with whoever names it; one name too many, and what was
    to stay is sent.
    """
    for link, keeper in taken_along(qms):
        yield problem(
            link.document,
            *link.steps,
            message=say(
                "{file} goes along with {id}, but belongs to {kept}, whose class {name} keeps it",
                file=link.target,
                id=link.document.id,
                kept=keeper.id,
                name=keeper.classification or "",
            ),
            hint=say(
                "name {kept} itself instead of its file, or give both documents the class that is meant",
                kept=keeper.id,
            ),
        )
