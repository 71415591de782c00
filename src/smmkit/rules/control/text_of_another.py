"""SMM335 text-of-another."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document, Information
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FEWEST = 4
"""So many words are a text that two do not hit upon by chance."""


class Own(Part):
    """What each document says in words of its own."""

    fields: tuple[Text, ...] = (
        "audit.conclusion",
        "change-plan.consequences",
        "job-description.duties",
        "management-review.conclusion",
        "objective.statement",
        "performance-report.conclusion",
        "procedure.purpose",
        "process.purpose",
        "spot-check.seen",
        "verification.reasons",
    )
    """The fields in which each document of a kind says something of its own."""


@rule(
    "SMM335",
    "text-of-another",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Own,
)
def text_of_another(qms: Qms, settings: Own) -> Problems:
    """Two documents of a kind do not say the same where each has something of its own to say.

    Why: a text that was copied from another paper tells of that other one.
    """
    wanted: dict[str, list[str]] = {}
    for each in settings.fields:
        kind, _, name = each.partition(".")
        wanted.setdefault(kind, []).append(name)
    first: dict[tuple[str, str, str], Information] = {}
    for document in qms.documents:
        names = wanted.get(document.kind, ())
        if not names or (isinstance(document, Document) and not is_live(document, qms)):
            continue
        for name in names:
            text = in_one(document.source.values.get(name))
            if len(text.split()) < FEWEST:
                continue
            other = first.setdefault((document.kind, name, text), document)
            if other is not document:
                yield problem(
                    document,
                    name,
                    message=say("word for word what {other} says", other=other.id),
                    hint=say("write what is true of this one"),
                )


def in_one(value: object) -> str:
    """A text, or a list of texts as one, so that two can be compared."""
    parts = value if isinstance(value, list) else [value]
    return " ".join(squeezed(part) for part in parts if isinstance(part, str))
