"""SMM335 text-of-another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import links
from smmkit.analyses.texts import squeezed, texts_in
from smmkit.analyses.texts.at_fields import values_at
from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.analyses.texts.field_asks import asks_for_more, asks_to_be_looked_at
from smmkit.analyses.texts.seen import seen_in
from smmkit.analyses.texts.stems import matter
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.model.fields import Field, field_at, fields_of
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import by_kind
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

FEWEST, LONG = 4, 6
"""So many words two do not hit upon by chance; so many stand in no two fields of a document."""

TOLD = ("statement", "question", "answer", "topic", "note", "title")
"""Further fields that tell something of their document."""

SAYS, HEARS = 2, 6
"""So many words of its own a text needs, and what is around it, to have nothing in common."""


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
    yield from pasted(qms)
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


def pasted(qms: Qms) -> Problems:
    """The texts that have nothing to do with their place, and stand in a document of another kind, too."""
    kinds: dict[str, dict[str, Information]] = defaultdict(dict)
    for document in qms.documents:
        if not isinstance(document, Document) or is_live(document, qms):
            for text in seen_in(qms, document, sentences):
                kinds[text].setdefault(document.kind, document)
    several = {text: found for text, found in kinds.items() if len(found) > 1}
    named = {(link.document.path, link.target) for link in qms.fact(links)} if several else set()
    for document in qms.documents:
        if several.keys().isdisjoint(document.source.strings):
            continue
        for steps, text in texts_in(document.source.values, of=several):
            field, other = field_at(type(document), steps), of_another_kind(several[text], document)
            if (
                field
                and tells(field)
                and several[text].get(document.kind) is document
                and not {(document.path, other.id), (other.path, document.id)} & named
                and is_strange(document, steps, text, qms)
            ):
                yield problem(
                    document,
                    *steps,
                    message=say(
                        "word for word what {other} says, and nothing around it is about that",
                        other=other.id,
                    ),
                    hint=say("write what is true of this one"),
                )


def sentences(document: Information) -> list[str]:
    """The texts of a document that are long enough for nobody to hit upon them by chance."""
    return [text for text in document.source.strings if text.count(" ") >= FEWEST]


def tells(field: Field) -> bool:
    """Whether a field tells how it is or was; a post, a channel, a skill is the same in many."""
    is_told = asks_to_be_looked_at(field) or asks_for_more(field) or field.name in TOLD
    return is_told and is_own_text(field) and not field.many and field.name != "channel"


def of_another_kind(found: Mapping[str, Information], document: Information) -> Information:
    """The first of the documents that is of another kind."""
    return next(one for kind, one in found.items() if kind != document.kind)


def is_strange(document: Information, steps: Path, text: str, qms: Qms) -> bool:
    """Whether a text shares no word with what stands around it: its entry, or the document."""
    said = matter(text, qms)
    for part in reversed([document.source.values, *parts_around(document, steps)]):
        rest = " ".join(one for one in strings_in(part) if one != text)
        if part is document.source.values:
            rest += f" {document.source.prose}"
        heard = matter(rest, qms)
        if len(heard) >= HEARS:
            return len(said) >= SAYS and said.isdisjoint(heard)
    return False


def of_another_field(document: Information) -> Problems:
    """The fields of a document that say word for word what another one of them says."""
    first: dict[str, str] = {}
    for name in own_texts(type(document)):
        value = getattr(document, name)
        text = squeezed(value) if isinstance(value, str) else ""
        if text.count(" ") < LONG - 1:
            continue
        other = first.setdefault(text, name)
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
