"""SMM477 named-in-words."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.said_ids import ids_said, strange_ids
from smmkit.analyses.texts.seen import seen_in
from smmkit.documents import Document, Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM477",
    "named-in-words",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
    filled=True,
    whole=(Information,),
)
def named_in_words(document: Information, qms: Qms) -> Problems:
    """What a sentence names by an id that is made like those of this folder is there.

    Why: a slip in a number, or a record that was taken out, leaves sentences that lead nowhere; whoever
    follows them asks for a paper that nobody has.
    """
    if isinstance(document, Document) and is_gone(document, qms):
        return
    for steps, ids in seen_in(qms, document, ids_said):
        if strange := strange_ids(ids, qms):
            yield problem(
                document,
                *steps,
                message=say("nothing here is called {ids}", ids=strange),
                hint=say("write the id that is meant, or say in words what it was"),
            )
