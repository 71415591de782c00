"""SMM321 register-without-entries."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents import Register
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM321",
    "register-without-entries",
    of=Register,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3",
    clause="7.5.3",
)
def register_without_entries(register: Register, qms: Qms) -> Problems:
    """An approved register has entries.

    Why: an empty list with a signature under it proves nothing, and an auditor sees that at once.
    """
    if is_live(register, qms) and not getattr(register, "entries", None):
        yield problem(
            register,
            "entries",
            message=say("{id} is approved and has no entries", id=register.id),
            hint=say("write what belongs into it, or withdraw it"),
        )
