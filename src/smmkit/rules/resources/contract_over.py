"""SMM372 contract-over."""

from __future__ import annotations

from smmkit.analyses.live import is_live
from smmkit.documents.resources import ExternalProviders
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM372",
    "contract-over",
    of=ExternalProviders,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.3",
    clause="8.4.3",
)
def contract_over(register: ExternalProviders, qms: Qms) -> Problems:
    """The contract with a provider is still running, and what it provides is controlled.

    Why: without a contract nothing binds the provider, and without a control nobody would notice.
    """
    for index, provider in enumerate(register.entries if is_live(register, qms) else ()):
        over = provider.until is not None and provider.until < qms.as_of
        if not over and provider.controls:
            continue
        ended = say("the contract of {id} ended on {day}", id=provider.id, day=provider.until)
        loose = say("nothing controls what {id} provides", id=provider.id)
        yield problem(
            register,
            "entries",
            index,
            "until" if over else "id",
            message=ended if over else loose,
            hint=say(
                "renew the contract and write the day, or take the provider out; write `controls:`"
            ),
        )
