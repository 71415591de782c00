"""SMM865 provider-review-overdue."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.resources import ExternalProviders
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM865",
    "provider-review-overdue",
    of=ExternalProviders,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1",
    clause="8.4.1",
)
def provider_review_overdue(register: ExternalProviders, qms: Qms) -> Problems:
    """A provider is evaluated again by the day that was set, and that day lies after the last time.

    Why: who stays on conditions stays for good where nobody looks at them again.
    """
    for index, one in enumerate(register.entries if is_live(register, qms) else ()):
        last = max((seen.on for seen in one.evaluations), default=None)
        if one.next_review is None:
            continue
        if last is not None and one.next_review <= last:
            said = say(
                "{id} was evaluated on {last}, and the next time is {day}",
                id=one.id,
                last=last,
                day=one.next_review,
            )
        elif one.next_review < qms.as_of:
            said = say("{id} was to be evaluated by {day}", id=one.id, day=one.next_review)
        else:
            continue
        yield problem(
            register,
            "entries",
            index,
            "next_review",
            message=said,
            hint=say("write the evaluation under `evaluations:`, and the next day"),
        )
