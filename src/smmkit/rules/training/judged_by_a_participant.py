"""SMM533 judged-by-a-participant."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.people import PersonEntry
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM533",
    "judged-by-a-participant",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c; own rule",
    clause="7.2",
    filled=True,
)
def judged_by_a_participant(training: Training, qms: Qms) -> Problems:
    """A training is taught, and judged, by somebody who does not stand among those who attended it.

    Why: nobody sees in his own work what he still cannot do; and who taught others has not been taught.
    """
    attended = {one.person for one in training.attendance if one.person}
    taught = f" {squeezed((training.trainer or '').replace(',', ' '))} "
    for id_ in sorted(attended):
        person = qms.get(id_, PersonEntry)
        names = {squeezed(id_), squeezed(person.title) if person else ""} - {""}
        if any(f" {name} " in taught for name in names):
            yield problem(
                training,
                "trainer",
                message=say(
                    "{person} teaches this training and is among those trained", person=id_
                ),
                hint=say("take the trainer out of `attendance:`, or say who taught"),
            )
    for index, seen in enumerate(training.evaluations):
        if seen.by in attended:
            yield problem(
                training,
                "evaluations",
                index,
                "by",
                message=say("{person} attended this training", person=seen.by),
                hint=say("let somebody judge who sees the work of those trained"),
            )
