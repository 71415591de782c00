"""SMM333 words-say-nothing."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.wanting import wanting
from smmkit.analyses.texts.empty_words import empty_words_in
from smmkit.analyses.texts.leftovers import alone
from smmkit.analyses.texts.vocabulary import gives_no_reason, vocabulary
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.still_to_be_filled_in import is_sealed
from smmkit.words import say

ANSWERS = frozenset({"feedback.answer", "interview.items.answer", "submission.questions.answer"})
"""Fields that answer-says-nothing looks at."""

REASONS = frozenset({"submission.leave_out.reason"})
"""Fields that omission-without-reason looks at, where they give none."""


class Allowed(Part):
    """Where a dash may stand."""

    leave_out: tuple[Text, ...] = ()
    """Fields in which it says enough here: `service-standard.fee`, `procedure.warnings`."""


@rule(
    "SMM333",
    "words-say-nothing",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    settings=Allowed,
    filled=True,
)
def words_say_nothing(document: Information, qms: Qms, settings: Allowed) -> Problems:
    """What is written in a field says something: no dash, no letter, no "OK" where one was to look.

    Why: a dash fills the form and answers nothing; the auditor asks, and by then nobody knows.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    found = list(empty_words_in(document, qms))
    told = already_told(qms, document) if found else set()
    for steps, text in found:
        names = [step for step in steps if isinstance(step, str)]
        is_left = is_sealed(document) and alone(text)
        field = ".".join((document.kind, *names))
        is_allowed = field in ANSWERS.union(settings.leave_out) or (
            field in REASONS and gives_no_reason(text, qms)
        )
        is_allowed |= names[-1] == "channel" and text.casefold() in qms.fact(vocabulary).by_mouth
        if not (is_left or is_allowed or steps in told or is_grade(document, steps)):
            yield problem(
                document,
                *steps,
                message=say("this says nothing: {text}", text=text),
                hint=say("write in a few words how it is, or take the field out"),
            )


def already_told(qms: Qms, document: Information) -> set[Path]:
    """The fields of which another rule says that they are not filled in."""
    return {
        (*steps, name)
        for steps, one in wanting(qms, document).items()
        for names in one.fields
        for name in names.split("|")
    }


def is_grade(document: Information, steps: Path) -> bool:
    """Whether a word names the score that stands beside it: `score: 88, result: Good`."""
    here: Any = document.source.values
    for step in steps[:-1]:
        here = here[step]
    return steps[-1] == "result" and isinstance(here, dict) and here.get("score") is not None
