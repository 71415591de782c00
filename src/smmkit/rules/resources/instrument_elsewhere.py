"""SMM688 instrument-elsewhere."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.resources import Resources, ResourceType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM688",
    "instrument-elsewhere",
    of=Resources,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.5",
    clause="7.1.5",
    filled=True,
)
def instrument_elsewhere(register: Resources, qms: Qms) -> Problems:
    """What measures stands among the measuring resources, where it is checked.

    Why: among the furniture nobody asks when it was calibrated.
    """
    if not is_live(register, qms):
        return
    instruments = pattern_of(qms.fact(vocabulary).instruments)
    for n, entry in enumerate(register.entries):
        found = instruments.search(entry.title)
        if found and entry.resource_type is not ResourceType.MEASURING:
            yield problem(
                register,
                "entries",
                n,
                "resource_type",
                message=say(
                    "{id} measures ({word}), and stands under {type}",
                    id=entry.id,
                    word=found[0],
                    type=entry.resource_type.label,
                ),
                hint=say("write `resource_type: measuring`, with its checks under `care:`"),
            )
