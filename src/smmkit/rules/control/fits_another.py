"""SMM692 fits-another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from smmkit.analyses.lifecycle.live import is_gone, is_live
from smmkit.analyses.references.exchanged import exchanged
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

FEW, PART = 2, 3
"""What more than so many documents of a kind speak of, and more than one in so many, fits them all."""

MOST: Final = 40
"""Of so many documents that speak of a word the first are looked at; what all speak of tells nothing."""


@rule(
    "SMM692",
    "fits-another",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    whole=(Information,),
)
def fits_another(qms: Qms) -> Problems:
    """What a document or an entry says has more to do with the rest of it than with another of its sort.

    Why: a purpose that was pasted from another procedure, or the effects of two risks that were exchanged,
    are in order word by word. Told only where hardly a word is shared with what it stands in, and several
    are with another one.
    """
    asked = [one for one in qms.documents if one.kind in MATTER and is_there(one, qms)]
    strange = [(one, said) for one in asked if (said := said_of_another(one, qms))]
    kinds = {document.kind for document, _ in strange}
    speakers = speaking((one for one in asked if one.kind in kinds), qms)
    of_kind = Counter(one.kind for one in asked)
    common = {kind: max(FEW, of_kind[kind] // PART) for kind in kinds}
    for document, said in strange:
        heard = (speakers[document.kind, word] for word in sorted(said))
        shared = Counter(
            id_ for ids in heard if len(ids) <= common[document.kind] for id_ in ids[:MOST]
        )
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
    told = {(document.path, MATTER[document.kind]) for document, _ in strange}
    for one in qms.fact(exchanged):
        is_here = not any(has_gone(each.document, qms) for each in one.both)
        is_told = any((each.document.path, one.field) in told for each in one.both)
        if one.is_text and is_here and not is_told:
            yield problem(
                one.here.document,
                *one.here.steps,
                one.field,
                message=say(
                    "this fits {other} far better than what it stands in",
                    other=one.elsewhere,
                ),
                hint=say("put the two back if they were exchanged, or write what this is about"),
            )


def speaking(documents: Iterable[Information], qms: Qms) -> Mapping[tuple[str, str], list[str]]:
    """The documents of each kind that speak of each word, beside what they are said to be about."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in documents:
        for word in roots(rest_of(document), qms):
            found[document.kind, word].append(document.id)
    return found


def is_there(document: Information, qms: Qms) -> bool:
    """Whether a document is a record, or holds."""
    return not isinstance(document, Document) or is_live(document, qms)


def has_gone(document: Information, qms: Qms) -> bool:
    """Whether a document held once, and does not any longer."""
    return isinstance(document, Document) and is_gone(document, qms)


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
