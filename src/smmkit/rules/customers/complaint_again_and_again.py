"""SMM454 complaint-again-and-again."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from pydantic import Field

from smmkit.calendar_ends import months_before
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.finding import CorrectiveAction
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Often(Part):
    """How often is often."""

    times: Annotated[Whole, Field(ge=2)] = 3
    """So many complaints about one thing ask for its cause."""
    months: Annotated[Whole, Field(ge=1)] = 12
    """Within so many months."""


@rule(
    "SMM454",
    "complaint-again-and-again",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3 and 10.2.1; own rule",
    clause="10.2.1",
    settings=Often,
    filled=True,
    whole=(CorrectiveAction,),
)
def complaint_again_and_again(qms: Qms, settings: Often) -> Problems:
    """Several complaints about one thing are answered with a corrective action.

    Why: who answers each letter by itself writes the same letter every month.
    """
    about: dict[str, list[Feedback]] = defaultdict(list)
    earliest = months_before(qms.as_of, settings.months)
    for one in sorted(qms.of(Feedback), key=lambda one: (one.date, one.id)):
        if one.feedback_type is FeedbackType.COMPLAINT and one.about and one.date > earliest:
            about[one.about].append(one)
    followed = {id_ for action in qms.of(CorrectiveAction) for id_ in action.about}
    for thing, many in about.items():
        ids = [one.id for one in many]
        if len(many) >= settings.times and not followed & {thing, *ids}:
            yield problem(
                many[-1],
                "about",
                message=say(
                    "{n} complaints about {id} in {months} months, and no cause was looked for",
                    n=len(many),
                    id=thing,
                    months=settings.months,
                ),
                hint=say("begin a corrective action about them: smm new corrective-action"),
            )
