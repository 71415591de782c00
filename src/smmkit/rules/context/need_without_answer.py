"""SMM623 need-without-answer."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import InterestedParties
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM623",
    "need-without-answer",
    of=InterestedParties,
    severity=Severity.WARNING,
    source="ISO 9001, 4.2 b and 9.3.2",
    clause="4.2",
)
def need_without_answer(register: InterestedParties, qms: Qms) -> Problems:
    """Some expectations are requirements, and each of these is met by something, and watched.

    Why: a requirement that nothing meets is a nonconformity that nobody has found yet.
    """
    if not is_live(register, qms):
        return
    needs = [need for party in register.entries for need in party.expectations]
    if needs and not any(need.binding for need in needs):
        yield problem(
            register,
            "entries",
            message=say("{id} takes no expectation as a requirement", id=register.id),
            hint=say("mark what the law asks or what was promised: `binding: true`"),
        )
    for index, party in enumerate(register.entries):
        for n, need in enumerate(party.expectations):
            missing = [
                named(type(need), name)
                for name in ("met_by", "monitored")
                if not getattr(need, name)
            ]
            if need.binding and missing:
                yield problem(
                    register,
                    "entries",
                    index,
                    "expectations",
                    n,
                    "what",
                    message=say(
                        "a requirement of {id} has no {missing}", id=party.id, missing=missing
                    ),
                    hint=say("name what meets it, and say how that is watched"),
                )
