"""SMM320 document-title-twice."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Named(Part):
    """Which documents are told apart by their titles."""

    kinds: tuple[Text, ...] = ("procedure", "process", "objective")
    """The kinds of which one owner has no two of one title."""
    everywhere: tuple[Text, ...] = ("document", "process", "service-standard")
    """The kinds of which no two at all have one title."""


@rule(
    "SMM320",
    "document-title-twice",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Named,
)
def document_title_twice(qms: Qms, settings: Named) -> Problems:
    """No two procedures or objectives of one owner have one title, and no two processes or standards at all.

    Why: who is told to work by it takes the wrong one; often one of the two is a copy that was forgotten.
    """
    first: dict[tuple[str, str, str | None], Document] = {}
    for document in qms.of(Document):
        is_one = document.kind in settings.everywhere
        if not (is_one or document.kind in settings.kinds) or is_gone(document, qms):
            continue
        key = (document.kind, squeezed(document.title), None if is_one else document.owner)
        other = first.setdefault(key, document)
        if other is document or takes_over(document, other) or takes_over(other, document):
            continue
        yield problem(
            document,
            "title",
            message=say(
                "{id} has the title of {other}: {text}",
                id=document.id,
                other=other.id,
                text=document.title,
            ),
            hint=say("say in the title how it differs, or withdraw one of the two"),
        )


def takes_over(document: Document, other: Document) -> bool:
    """Whether a document takes the place of another, which may be called the same."""
    return other.id in document.supersedes
