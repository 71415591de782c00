"""SMM354 rests-on-revoked."""

from __future__ import annotations

from smmkit.analyses.lifecycle.law import Resting, resting_on
from smmkit.documents import Document
from smmkit.documents.regulations import RegulationEntry
from smmkit.documents.training import Training
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM354",
    "rests-on-revoked",
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.3.2 and 7.5.3.2",
    clause="8.2.3.2",
)
def rests_on_revoked(qms: Qms) -> Problems:
    """What rests on a regulation is reviewed, and what was taught of it taught anew, once it no longer holds.

    Why: the text that was approved under the old law may promise what the new one forbids.
    """
    for revoked, resting in qms.fact(resting_on):
        home, steps = resting.document, resting.steps
        if isinstance(home, Training):
            yield taught(home, resting, revoked)
            continue
        given = (
            max((one.on for one in home.approvals), default=None)
            if isinstance(home, Document)
            else None
        )
        if revoked.until is None or given is None or given > revoked.until:
            continue
        yield problem(
            home,
            *steps,
            message=say(
                "{id} rests on {number}, which holds no longer since {day}; it was approved on {given}",
                id=resting.id,
                number=revoked.number,
                day=revoked.until,
                given=given,
            ),
            hint=say("review it by what holds now; {new}", new=instead(revoked)),
        )


def taught(training: Training, resting: Resting, revoked: RegulationEntry) -> Problem:
    """What people have learned holds no longer, and nobody has told them what does."""
    return problem(
        training,
        *resting.steps,
        message=say(
            "{id} taught {number}, which holds no longer since {day}, and nothing later was taught",
            id=training.id,
            number=revoked.number,
            day=revoked.until,
        ),
        hint=say("teach what holds now; {new}", new=instead(revoked)),
    )


def instead(revoked: RegulationEntry) -> Message:
    """What holds in the place of a regulation, as far as it is known."""
    if revoked.replaced_by:
        return say("{id} took its place", id=revoked.replaced_by)
    return say("nothing is known to have taken its place")
