"""SMM968 time-without-number."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM968",
    "time-without-number",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, Pasal 21",
    clause="8.2.2",
    filled=True,
)
def time_without_number(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard says in numbers how long it takes.

    Why: "quick" is no promise that anybody can be held to.
    """
    words, text = qms.fact(vocabulary), standard.time_limit
    says = pattern_of((*words.numbers, *words.at_once))
    is_told = any(map(str.isdigit, text)) or says.search(text)
    if is_live(standard, qms) and not is_told:
        yield problem(
            standard,
            "time_limit",
            message=say(
                "the time of {id} is no number: {text}", id=standard.id, text=standard.time_limit
            ),
            hint=say("write days, hours or minutes: 5 working days"),
        )
