"""SMM370 failed-provider-stays."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.resources import ExternalProviders
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say


@rule(
    "SMM370",
    "failed-provider-stays",
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1",
    clause="8.4.1",
)
def failed_provider_stays(qms: Qms) -> Problems:
    """A provider that did not pass its last evaluation provides no longer.

    Why: an evaluation that changes nothing is none.
    """
    failed = qms.fact(vocabulary).provider_failed
    for register in live(qms, ExternalProviders):
        for index, entry in enumerate(register.entries):
            if not entry.evaluations or (entry.until and entry.until < qms.as_of):
                continue
            last = max(entry.evaluations, key=lambda one: one.on)
            if not last.stays:
                field = "stays"
                message = say(
                    "{id} was not to stay after {day}, and its contract still runs",
                    id=entry.id,
                    day=last.on,
                )
                hint = say("write the last day of its contract on `until:`, or evaluate it again")
            elif last.result and claims(failed, last.result):
                field = "result"
                message = say(
                    "{id} stays, though its last evaluation says: {text}",
                    id=entry.id,
                    text=last.result,
                )
                hint = say("write what it has to put right and by when, or `stays: false`")
            else:
                continue
            steps = ("entries", index, "evaluations", entry.evaluations.index(last), field)
            yield problem(register, *steps, message=message, hint=hint)
