"""SMM372 provider-uncontrolled."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.resources import ExternalProviders
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM372",
    "provider-uncontrolled",
    of=ExternalProviders,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.3",
    clause="8.4.3",
)
def provider_uncontrolled(register: ExternalProviders, qms: Qms) -> Problems:
    """What an external provider provides is controlled.

    Why: without a control nobody would notice that it is not as it has to be.
    """
    for index, provider in enumerate(register.entries if is_live(register, qms) else ()):
        if not provider.controls:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("nothing controls what {id} provides", id=provider.id),
                hint=say("write how it is checked, under `controls:`"),
            )
