"""SMM692 fits-another."""

from __future__ import annotations

from collections import Counter
from typing import Final

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.stems import roots
from smmkit.documents import Document, Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

MATTER: Final = {
    "feedback": "answer",
    "job-description": "purpose",
    "procedure": "purpose",
    "process": "purpose",
    "service-standard": "procedure",
    "training": "topic",
}
"""For each of these kinds the field that says what it is about."""

ABOUT_KEEPING = ("retention", "disposal", "approvals", "change_note", "copies")
"""Fields that say how a document is kept, and nothing of what it is about."""

SAYS, HEARS, ENOUGH = 3, 8, 2
"""So many words are needed in the field, in the rest of the document, and in common with another one."""


@rule(
    "SMM692",
    "fits-another",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
)
def fits_another(qms: Qms) -> Problems:
    """What a document is about has more to do with the rest of it than with another document of its kind.

    Why: a purpose that was pasted from another procedure, or an answer to another complaint, is in order
    word by word. Told only where not one word is shared with its own document, and two are with another.
    """
    asked = [one for one in qms.documents if one.kind in MATTER and is_there(one, qms)]
    strange = {one.id: said for one in asked if (said := said_of_another(one, qms))}
    kinds = {one.kind for one in asked if one.id in strange}
    bodies = {one.id: roots(rest_of(one), qms) for one in asked if one.kind in kinds}
    for document in asked:
        said = strange.get(document.id, set())
        alike = [one.id for one in asked if said and one.kind == document.kind]
        shared = Counter({id_: len(said & bodies[id_]) for id_ in alike})
        for other, words in shared.most_common(1):
            if words >= ENOUGH:
                yield problem(
                    document,
                    MATTER[document.kind],
                    message=say(
                        "this shares no word with the rest of {id}, and fits {other}",
                        id=document.id,
                        other=other,
                    ),
                    hint=say("write what it is about here, or put right the rest"),
                )


def is_there(document: Information, qms: Qms) -> bool:
    """Whether a document is a record, or holds."""
    return not isinstance(document, Document) or is_live(document, qms)


def said_of_another(document: Information, qms: Qms) -> set[str]:
    """What a document is said to be about, where it has enough to say and says nothing of that."""
    text = document.source.values.get(MATTER[document.kind]) or ""
    said = roots(" ".join(strings_in({"": text})), qms)
    rest = rest_of(document).casefold() if len(said) >= SAYS else ""
    is_strange = rest and not any(one in rest for one in said) and len(roots(rest, qms)) >= HEARS
    return said if is_strange else set()


def rest_of(document: Information) -> str:
    """What a document says beside that, without how it is kept."""
    left_out = {MATTER[document.kind], *ABOUT_KEEPING}
    rest = {name: one for name, one in document.source.values.items() if name not in left_out}
    return " ".join((*strings_in(rest), document.source.prose or ""))
