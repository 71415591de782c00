"""SMM956 sample-too-small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from smmkit.analyses.organization.units import above
from smmkit.analyses.texts.claims import SENTENCE
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.audit import Audit
from smmkit.documents.customers import Survey
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import SpotCheck
from smmkit.documents.services import ServiceLog
from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims, pattern_of
from smmkit.standards.vocabulary.of_people import picked_by
from smmkit.words import say

SEEN = (Audit, SpotCheck, AuditFinding, CorrectiveAction)
"""What says of what was seen that it was good, and not that the best was picked."""


class Smallest(Part):
    """How small a sample may be."""

    least: Annotated[Whole, Field(ge=1)] = 3
    """So many records a sample has, or all, where there are fewer."""


@rule(
    "SMM956",
    "sample-too-small",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Smallest,
)
def sample_too_small(document: Information, qms: Qms, settings: Smallest) -> Problems:
    """A sample is more than one or two records, where there are more, and not the best of them.

    Why: one file shows that somebody picked the best one, and so do those that the people picked whose work
    it is.
    """
    for index, sample in enumerate(document.samples if isinstance(document, Submission) else ()):
        if sample.population and 0 < sample.chosen < min(settings.least, sample.population):
            yield problem(
                document,
                "samples",
                index,
                "chosen",
                message=say(
                    "{n} of {m} is no sample: {what}",
                    n=sample.chosen,
                    m=sample.population,
                    what=sample.what,
                ),
                hint=say("send at least {n}, chosen by a rule", n=settings.least),
            )
    words = qms.fact(vocabulary)
    hint = say("choose by a rule: each tenth by its number")
    for steps, how in how_chosen(document, qms):
        if claims(words.picks_best, how) and not isinstance(document, SEEN):
            message = say("who picks the best shows no sample: {how}", how=how)
            yield problem(document, *steps, message=message, hint=hint)
        elif is_own_choice(how, qms) or (
            isinstance(document, Survey) and claims(words.answered_for, how)
        ):
            message = say("those whose work it shows have picked this: {how}", how=how)
            yield problem(document, *steps, message=message, hint=hint)


def how_chosen(document: Information, qms: Qms) -> Iterator[tuple[Path, str]]:
    """What a document says of how samples were chosen; of what an audit saw the sentences about samples."""
    match document:
        case Submission():
            for n, one in enumerate(document.samples):
                yield ("samples", n, "how"), one.how or ""
        case Survey():
            yield ("method",), document.method or ""
        case ServiceLog():
            yield ("sampling",), document.sampling or ""
        case AuditFinding() | CorrectiveAction() if document.effectiveness:
            yield ("effectiveness", "how"), document.effectiveness.how
        case SpotCheck():
            yield ("looked_at",), of_samples(document.looked_at, qms)
        case Audit():
            for n, check in enumerate(document.checklist):
                yield ("checklist", n, "seen"), of_samples(check.seen or "", qms)


def of_samples(text: str, qms: Qms) -> str:
    """The sentences of a text that name a sample."""
    samples = pattern_of(qms.fact(vocabulary).picks_own.samples)
    return "; ".join(one for one in SENTENCE.split(text) if samples.search(one))


def is_own_choice(how: str, qms: Qms) -> bool:
    """Whether those picked it who did the work, and by no rule."""
    words = qms.fact(vocabulary).picks_own
    doers, but = pattern_of(words.doers), pattern_of(words.but)
    picked = (one for sentence in SENTENCE.split(how) for one in picked_by(words).findall(sentence))
    named = any(doers.fullmatch(one) or one in qms.fact(above) for one in picked)
    return named and not but.search(how)
