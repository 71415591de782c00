"""SMM958 answer-says-nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from smmkit.analyses.texts import WORDS
from smmkit.analyses.texts.empty_words import empty_words
from smmkit.analyses.texts.stems import matter
from smmkit.analyses.texts.vocabulary import says_nothing, vocabulary
from smmkit.documents import Information
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.interview import Interview
from smmkit.documents.rehearsed import Answered, MockAudit
from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

FEWEST, TELLING = 8, 2
"""So many words are needed to say more than that; of fewer, so many that tell something."""


@rule(
    "SMM958",
    "answer-says-nothing",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.1; juknis II.B2",
    clause="8.2.1",
    filled=True,
)
def answer_says_nothing(record: Information, qms: Qms) -> Problems:
    """The answer to a complaint, to the auditor, or in an interview, says something.

    Why: a dash, thanks, or "this will be followed up" closes the matter in the register and nowhere else.
    """
    for steps, asked, answer in answers_in(record):
        is_empty = EMPTY[type(record)](answer, qms) or is_left_open(asked, answer, qms)
        if is_empty or qms.fact(empty_words).only_promises(answer):
            yield problem(
                record,
                *steps,
                message=say("this answer says nothing: {text}", text=answer),
                hint=say("write what was answered, in a sentence"),
            )


def answers_in(record: Information) -> Iterator[tuple[Path, str, str]]:
    """The answers that a record holds, each with its question, where there is one."""
    match record:
        case (
            Feedback(feedback_type=FeedbackType.COMPLAINT)
            | Feedback(feedback_type=FeedbackType.SUGGESTION, actions=())
        ):
            if record.answer is not None:
                yield ("answer",), "", record.answer
        case Submission():
            for n, one in enumerate(record.questions):
                if one.answer is not None:
                    yield ("questions", n, "answer"), one.question, one.answer
        case Interview():
            for n, item in enumerate(record.items):
                if item.answer is not None:
                    yield ("items", n, "answer"), item.question, item.answer
        case MockAudit():
            for n, said in enumerate(record.answers):
                if said.answer is not None and said.answered is Answered.SHOWN:
                    yield ("answers", n, "answer"), said.question, said.answer


def is_left_open(question: str, answer: str, qms: Qms) -> bool:
    """Whether a question how, who or when is answered by "yes" or "it is there"."""
    words = qms.fact(vocabulary)
    opened = pattern_of(words.open_questions).match(question.strip())
    said = answer.casefold().strip(" .!")
    return bool(opened) and (said in words.answers or said in words.hollow)


def is_no_answer(answer: str, qms: Qms) -> bool:
    """Whether an answer puts off, or is only polite."""
    words = qms.fact(vocabulary)
    is_polite = len(answer.split()) < FEWEST and pattern_of(words.thanks).search(answer) is not None
    rest = pattern_of((*words.thanks, *words.polite)).sub(" ", answer) if is_polite else answer
    is_polite = is_polite and len(matter(rest, qms)) < TELLING
    return says_nothing(answer, qms) or is_polite


def has_no_words(answer: str, qms: Qms) -> bool:  # noqa: ARG001
    """Whether an answer is only a dash or the like; "yes" may be all that was asked."""
    return not WORDS.search(answer)


def puts_off(answer: str, qms: Qms) -> bool:
    """Whether an answer to the auditor only says that one will follow."""
    later = pattern_of(qms.fact(vocabulary).later)
    is_later = len(answer.split()) < FEWEST and later.search(answer) is not None
    return has_no_words(answer, qms) or (is_later and not any(map(str.isdigit, answer)))


EMPTY: dict[type[Information], Callable[[str, Qms], bool]] = {
    Feedback: is_no_answer,
    Submission: puts_off,
    Interview: has_no_words,
    MockAudit: has_no_words,
}
"""What of an answer says nothing, by the record in which it stands."""
