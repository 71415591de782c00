"""SMM364 released-though-wrong."""

from __future__ import annotations

from collections import defaultdict

from smmkit.documents.services import NonconformingOutput, ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FEWEST = 4
"""So many signs, not all digits, has a number that is not met by chance in a sentence."""

OF_NO_SERVICE = ""
"""The wrong results of a service that is not there: they may be of any."""

HINT = say(
    "write `released_by:`; for a wrong result `conforms: false`, and `smm new nonconforming-output`"
)


@rule(
    "SMM364",
    "released-though-wrong",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.6 and 8.7",
    clause="8.6",
    whole=(NonconformingOutput,),
)
def released_though_wrong(log: ServiceLog, qms: Qms) -> Problems:
    """A result that does not meet its criteria is not released, or is recorded; log and record agree.

    Why: a fault that went out and stands nowhere comes back as a complaint.
    """
    outputs = qms.fact(by_service)
    recorded = (*outputs.get(log.service, ()), *outputs.get(OF_NO_SERVICE, ()))
    numbers = {case.number for case in log.cases if is_telling(case.number)}
    named = {number: one for one, words in recorded for number in numbers & words}
    others = [
        one.date for one, words in recorded if len(numbers & words) != 1
    ]  # of any, of several
    for index, case in enumerate(log.cases):
        own = named.get(case.number)
        is_known = own is not None or any(day >= case.received for day in others)
        if case.released is None:
            continue
        if case.conforms is False and not is_known:
            field = "conforms"
            fault = say("case {number} was released though it does not conform", number=case.number)
        elif case.released_by is None:
            field = "released"
            fault = say("nobody is named who released case {number}", number=case.number)
        elif own and case.conforms and case.released < own.date:
            field = "conforms"
            fault = say(
                "{id} says that case {number} was wrong when it went out",
                id=own.id,
                number=case.number,
            )
        else:
            continue
        yield problem(log, "cases", index, field, message=fault, hint=HINT)


def is_telling(number: str) -> bool:
    """Whether a number in a sentence can only be that of a case."""
    return len(number) >= FEWEST and not number.isdigit()


def by_service(qms: Qms) -> dict[str, list[tuple[NonconformingOutput, frozenset[str]]]]:
    """The wrong results that were recorded for each service, each with the words that may be numbers."""
    found: dict[str, list[tuple[NonconformingOutput, frozenset[str]]]] = defaultdict(list)
    for one in qms.of(NonconformingOutput):
        words = f"{one.title} {one.statement}".split()
        told = frozenset(word.strip(".,;:()\"'") for word in words)
        known = qms.may_be_there(one.service)  # what names another is told at its reference
        found[one.service if known else OF_NO_SERVICE].append((one, told))
    return found
