"""SMM335 text-of-another."""

from __future__ import annotations

from functools import cache

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.at_fields import values_at
from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.documents import Document, Information
from smmkit.documents.direction import Direction
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import by_kind
from smmkit.words import say

FEWEST, LONG = 4, 6
"""So many words two do not hit upon by chance; so many stand in no two fields of a document."""


class Own(Part):
    """What each document says in words of its own."""

    fields: tuple[Text, ...] = (
        "audit-programme.entries.reason",
        "audit.conclusion",
        "audit.strengths",
        "change-plan.consequences",
        "change-plan.purpose",
        "change-plan.result",
        "corrective-action.effectiveness.how",
        "corrective-action.statement",
        "direction.evaluations.result",
        "external-providers.entries.evaluations.result",
        "feedback.answer",
        "feedback.statement",
        "finding.effectiveness.how",
        "finding.observed",
        "finding.statement",
        "finding.whys",
        "gap-assessment.verdicts.condition",
        "gap-assessment.verdicts.gap",
        "glossary.entries.meaning",
        "interview.items.answer",
        "issues.entries.effect",
        "job-description.duties",
        "knowledge.entries.loss",
        "management-review.conclusion",
        "management-review.inputs.what",
        "nonconforming-output.statement",
        "objective.statement",
        "performance-report.achievements.analysis",
        "performance-report.conclusion",
        "procedure.purpose",
        "process.purpose",
        "qms.benefits.meaning",
        "roles.entries.duties",
        "service-standard.requirements",
        "spot-check.seen",
        "submission.questions.answer",
        "team.members.criteria.proof",
        "training.evaluations.result",
        "verification.reasons",
    )
    """The fields in which each document of a kind, or each entry in it, says something of its own."""


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
    """Where each has something of its own to say, no text is that of another document, entry or field.

    Why: a text that was copied from another paper tells of that other one.
    """
    ways = by_kind(settings.fields)
    first: dict[tuple[str, str, str], tuple[Information, Path]] = {}
    for document in qms.documents:
        if isinstance(document, Document) and not is_live(document, qms):
            continue
        yield from of_another_field(document)
        for way in ways.get(document.kind, ()):
            for steps, value in values_at(document.source.values, way.split(".")):
                text = in_one(value)
                if text.count(" ") < FEWEST - 1:
                    continue
                here = document, steps
                other, place = first.setdefault((document.kind, way, text), here)
                if (other, place) != here:
                    yield problem(
                        document,
                        *steps,
                        message=say("word for word what an entry above it says")
                        if other is document
                        else say("word for word what {other} says", other=other.id),
                        hint=say("write what is true of this one"),
                    )


def of_another_field(document: Information) -> Problems:
    """The fields of a document that say word for word what another one of them says."""
    if isinstance(document, Direction) and document.inherits:
        return  # its vision is that of the parent, word for word
    first: dict[str, str] = {}
    for name in own_texts(type(document)):
        value = getattr(document, name)
        text = squeezed(value) if isinstance(value, str) else ""
        if text.count(" ") < LONG - 1:
            continue
        parts = (one for one in first if text in one or one in text)
        held = next((first[one] for one in parts if "title" not in {name, first[one]}), name)
        other = first.setdefault(text, held)
        if other != name:
            yield problem(
                document,
                name,
                message=say("this says the same as `{field}`: {text}", field=other, text=value),
                hint=say("write what this field asks for"),
            )


@cache
def own_texts(class_: type[Information]) -> list[str]:
    """The fields of a document in which a text of its own stands."""
    return [name for name, field in fields_of(class_).items() if is_own_text(field)]


def in_one(value: object) -> str:
    """A text, or a list of texts as one, so that two can be compared."""
    parts = value if isinstance(value, list) else [value]
    return " ".join(squeezed(part) for part in parts if isinstance(part, str))
