"""SMM950 the-same-everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.at_fields import texts_at
from smmkit.documents import Document, Information
from smmkit.model.part import Part, Text, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import by_kind
from smmkit.words import say

VERDICT = 2
"""A result of so few words is one of those that there are: kept, kept on conditions."""


class Copies(Part):
    """When the same words are too many."""

    least: Annotated[Whole, Field(ge=2)] = 3
    """So many entries that say the same, and are more than half of all, are told."""
    fields: tuple[Text, ...] = (
        "audit-programme.entries.reason",
        "audit.checklist.question",
        "audit.checklist.seen",
        "direction.evaluations.result",
        "external-providers.entries.evaluations.result",
        "gap-assessment.verdicts.condition",
        "glossary.entries.meaning",
        "interested-parties.entries.expectations.what",
        "interview.items.answer",
        "issues.entries.effect",
        "knowledge.entries.loss",
        "management-review.inputs.what",
        "performance-report.achievements.analysis",
        "procedure.steps.activity",
        "procedure.steps.output",
        "qms.benefits.kpis",
        "qms.benefits.meaning",
        "quality-policy.points.title",
        "risk-register.entries.cause",
        "risk-register.entries.effect",
        "risk-register.entries.treatments.what",
        "team.members.criteria.proof",
    )
    """The fields in which each entry says something of its own."""


@rule(
    "SMM950",
    "the-same-everywhere",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Copies,
)
def the_same_everywhere(document: Information, qms: Qms, settings: Copies) -> Problems:
    """Where each entry of a list has something of its own to say, they do not all say the same.

    Why: one sentence copied down a column means that nobody looked at the rows.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    for way in by_kind(settings.fields).get(document.kind, ()):
        found = texts_at(document.source.values, way.split("."))
        if len(found) < settings.least or begin_apart([text for _, text in found]):
            continue
        text, count = Counter(squeezed(text) for _, text in found).most_common(1)[0]
        is_verdict = way.endswith(".result") and len(text.split()) <= VERDICT
        if count >= settings.least and is_most(count, found) and not is_verdict:
            places = [one for one in found if squeezed(one[1]) == text]
            yield problem(
                document,
                *places[1][0],
                message=say(
                    "{n} of {m} entries say the same: {text}",
                    n=count,
                    m=len(found),
                    text=places[0][1],
                ),
                hint=say("write for each entry what is true of it"),
            )


def begin_apart(said: list[str]) -> bool:
    """Whether no beginning is that of more than half of some texts, so that they differ; seen at once."""
    begins = Counter([text.lstrip()[:1].casefold()[:1] for text in said])
    return not is_most(max(begins.values()), said)


def is_most(count: int, among: Sized) -> bool:
    """Whether so many are more than half of them."""
    return count * 2 > len(among)
