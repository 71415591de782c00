"""SMM784 evaluation-overdue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from smmkit.analyses.periods import months_before
from smmkit.model import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.customers import Feedback
    from smmkit.documents.direction import Direction
    from smmkit.documents.resources import ExternalProviders
    from smmkit.documents.training import Training


class Limits(Part):
    """How long it may take until something is looked at again."""

    training: Annotated[Whole, Field(ge=0)] = 90
    """How many days after a training it is evaluated."""
    complaint: Annotated[Whole, Field(ge=0)] = 14
    """How many days after a complaint it is answered."""
    provider: Annotated[Whole, Field(ge=1)] = 13
    """How many months an evaluation of a provider holds; a month of grace is in it."""


@rule(
    "SMM784",
    "evaluation-overdue",
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c, 8.2.1, 8.4.1 and 9.1.3",
    clause="9.1.3",
    settings=Limits,
)
def evaluation_overdue(qms: Qms, limits: Limits) -> Problems:
    """What is looked at again and again has been looked at lately enough.

    Why: whether a training helped, whether a provider is still good, whether a complaint was answered:
    none of them has a day of its own, and so they are forgotten.
    """
    looks: dict[str, Callable[[Any, date, Limits], Problems]] = {
        "training": of_training,
        "feedback": of_feedback,
        "external-providers": of_providers,
        "direction": of_direction,
    }
    for document in qms.documents:
        if look := looks.get(document.kind):
            yield from look(document, qms.as_of, limits)


def of_training(training: Training, day: date, limits: Limits) -> Problems:
    """A training that nobody has evaluated."""
    last = max(training.date, training.until or training.date)
    if not training.evaluations and (day - last).days > limits.training:
        yield problem(
            training,
            "date",
            message=say("{id} of {day} is not evaluated", id=training.id, day=last),
            hint=say("look whether it helped, and write it under `evaluations:`"),
        )


def of_feedback(feedback: Feedback, day: date, limits: Limits) -> Problems:
    """A complaint that nobody has answered."""
    is_complaint = feedback.feedback_type == "complaint"
    if is_complaint and feedback.answered is None and (day - feedback.date).days > limits.complaint:
        yield problem(
            feedback,
            "date",
            message=say(
                "the complaint {id} of {day} is not answered", id=feedback.id, day=feedback.date
            ),
            hint=say("answer it, and write `answer:` and `answered:` with its day"),
        )


def of_providers(register: ExternalProviders, day: date, limits: Limits) -> Problems:
    """Providers whose last evaluation is old."""
    for index, provider in enumerate(register.entries):
        last = max(provider.evaluations, key=lambda one: one.on, default=None)
        if last and last.stays and last.on < months_before(day, limits.provider):
            yield problem(
                register,
                "entries",
                index,
                "evaluations",
                message=say("{id} was last evaluated on {day}", id=provider.id, day=last.on),
                hint=say("evaluate it again, by the same criteria"),
            )


def of_direction(direction: Direction, day: date, _: Limits) -> Problems:
    """A direction whose next evaluation has not come."""
    last = max(direction.evaluations, key=lambda one: one.on, default=None)
    if last and last.next and last.next < day:
        yield problem(
            direction,
            "evaluations",
            direction.evaluations.index(last),
            "next",
            message=say("{id} was to be evaluated again on {day}", id=direction.id, day=last.next),
            hint=say("evaluate it, and write the next day"),
        )
