"""SMM984 without-effect-nothing-followed."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.texts.parts import to_do_in
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM984",
    "without-effect-nothing-followed",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 d and 7.2 c",
    clause="10.2.1",
    filled=True,
    whole=(CorrectiveAction, Training),
)
def without_effect_nothing_followed(qms: Qms) -> Problems:
    """Where an action or a training was found to have no effect, something else follows.

    Why: who checks, sees that it did not help, and leaves it at that has wasted both.
    """
    answers = qms.fact(later_answers)
    for record in qms.of(Record):
        for steps, day in failures(record):
            later = max((due or done or day for _, due, done in to_do_in(record)), default=day)
            if later > day or any(on >= day for on in answers.get(record.id, ())):
                continue
            if isinstance(record, Training) and any(
                on > day for on in answers.get(f"{record.training_type}", ())
            ):
                continue
            yield problem(
                record,
                *steps,
                message=say(
                    "{id} had no effect on {day}, and nothing followed", id=record.id, day=day
                ),
                hint=say(
                    "plan another action with a day, or name this one under `about:` of a corrective action"
                ),
            )


def failures(record: Record) -> list[tuple[Path, date]]:
    """Where a record says that it had no effect, and on which day; of trainings the last evaluation."""
    match record:
        case AuditFinding(effectiveness=effect) | CorrectiveAction(effectiveness=effect):
            if effect and not effect.effective:
                return [(("effectiveness", "effective"), effect.checked_on)]
        case Training(evaluations=evaluations) if evaluations:
            last = max(evaluations, key=lambda one: one.on)
            if not last.effective:
                return [(("evaluations", evaluations.index(last), "effective"), last.on)]
    return []


def later_answers(qms: Qms) -> dict[str, list[date]]:
    """The days of the corrective actions about a record, by its id; those of trainings, by their sort."""
    found: dict[str, list[date]] = {}
    for action in qms.of(CorrectiveAction):
        for id_ in action.about:
            found.setdefault(id_, []).append(action.date)
    for training in qms.of(Training):
        found.setdefault(f"{training.training_type}", []).append(training.date)
    return found
