"""SMM380 knowledge-in-one-head."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.resources import Knowledge
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM380",
    "knowledge-in-one-head",
    of=Knowledge,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.6",
    clause="7.1.6",
)
def knowledge_in_one_head(register: Knowledge, qms: Qms) -> Problems:
    """What the organization must know is written down, or something is done to keep it.

    Why: what one person alone knows leaves with that person.
    """
    words = qms.fact(vocabulary)
    written_down, in_mind = pattern_of(words.written_down), pattern_of(words.in_mind)
    for index, one in enumerate(register.entries if is_live(register, qms) else ()):
        if not (one.documents or one.action or written_down.search(one.kept or "")):
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say(
                    "{id} stands in no document, and nothing is done to keep it", id=one.id
                ),
                hint=say(
                    "write it down and name it under `documents:`, or say what is done: `action:`"
                ),
            )
        elif in_mind.search(one.kept or "") and not written_down.search(one.kept or ""):
            yield problem(
                register,
                "entries",
                index,
                "kept",
                message=say(
                    "{id} is kept in somebody's head alone: {text}", id=one.id, text=one.kept or ""
                ),
                hint=say("write where it is written down, and who else knows it"),
            )
