"""SMM916 strange-to-the-folder."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.strange import strange_texts
from smmkit.documents import Document, Information
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Much(Part):
    """From when on a word that stands once tells something."""

    texts: Annotated[Whole, Field(ge=1)] = 800
    """So many texts of several words a folder has to have."""


@rule(
    "SMM916",
    "strange-to-the-folder",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    settings=Much,
    filled=True,
    whole=(Information,),
)
def strange_to_the_folder(qms: Qms, settings: Much) -> Problems:
    """A sentence speaks of something that is spoken of elsewhere in the folder, too.

    Why: of all that an organization writes about its work some word comes again. Where hardly one does,
    the sentence came from somewhere else. Told only in a folder with many texts, of which few are so.
    """
    for one in strange_texts(qms, settings.texts):
        if isinstance(one.document, Document) and not is_live(one.document, qms):
            continue
        yield problem(
            one.document,
            *one.steps,
            message=say("nothing else in the folder speaks of: {words}", words=one.words),
            hint=say("write what is true of this one"),
        )
