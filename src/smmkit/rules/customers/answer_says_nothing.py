"""SMM958 answer-says-nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from smmkit.analyses.texts import WORDS, says_nothing
from smmkit.documents import Information
from smmkit.documents.audit import Interview
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

THANKS = ("terima kasih", "terimakasih", "thank you", "mohon maaf", "we apologize")
"""What is polite and answers nothing."""

LATER = re.compile(r"\b(menyusul|di ?susulkan|nanti|later|will follow)\b", re.IGNORECASE)
"""What only says that an answer will come."""

FEWEST = 8
"""So many words are needed to say more than that."""


@rule(
    "SMM958",
    "answer-says-nothing",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.1; juknis II.B2",
    clause="8.2.1",
    filled=True,
)
def answer_says_nothing(record: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """The answer to a complaint, to the auditor, or in an interview, says something.

    Why: a dash in the field closes the matter in the register and nowhere else.
    """
    found: list[tuple[Path, str | None]] = []
    match record:
        case (
            Feedback(feedback_type=FeedbackType.COMPLAINT)
            | Feedback(feedback_type=FeedbackType.SUGGESTION, actions=())
        ):
            found = [(("answer",), record.answer)]
        case Submission():
            found = [(("questions", n, "answer"), q.answer) for n, q in enumerate(record.questions)]
        case Interview():
            found = [(("items", n, "answer"), q.answer) for n, q in enumerate(record.items)]
    for steps, answer in found:
        if answer is not None and EMPTY[type(record)](answer):
            yield problem(
                record,
                *steps,
                message=say("this answer says nothing: {text}", text=answer),
                hint=say("write what was answered, in a sentence"),
            )


def is_no_answer(answer: str) -> bool:
    """Whether an answer puts off, or is only polite."""
    low = answer.casefold()
    is_polite = len(low.split()) < FEWEST and any(thanks in low for thanks in THANKS)
    return says_nothing(answer) or is_polite


def has_no_words(answer: str) -> bool:
    """Whether an answer is only a dash or the like; "yes" may be all that was asked."""
    return not WORDS.search(answer)


def puts_off(answer: str) -> bool:
    """Whether an answer to the auditor only says that one will follow."""
    is_short = len(answer.split()) < FEWEST
    is_later = is_short and LATER.search(answer) is not None
    return has_no_words(answer) or (is_later and not any(map(str.isdigit, answer)))


EMPTY: dict[type[Information], Callable[[str], bool]] = {
    Feedback: is_no_answer,
    Submission: puts_off,
    Interview: has_no_words,
}
"""What of an answer says nothing, by the record in which it stands."""
