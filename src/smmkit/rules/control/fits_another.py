"""SMM692 fits-another."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    bodies: dict[str, dict[str, set[str]]] = defaultdict(dict)
    strange: list[tuple[Information, set[str]]] = []
    for document in qms.documents:
        name = MATTER.get(document.kind)
        if name is None or (isinstance(document, Document) and not is_live(document, qms)):
            continue
        values = document.source.values
        rest = {k: one for k, one in values.items() if k not in {name, *ABOUT_KEEPING}}
        heard = roots(" ".join((*strings_in(rest), document.source.prose or "")), qms)
        bodies[document.kind][document.id] = heard
        said = roots(" ".join(strings_in({name: values.get(name) or ""})), qms)
        if len(said) >= SAYS and len(heard) >= HEARS and said.isdisjoint(heard):
            strange.append((document, said))
    for document, said in strange:
        shared = Counter({id_: len(said & body) for id_, body in bodies[document.kind].items()})
        (other, words), *_ = shared.most_common(1)
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
