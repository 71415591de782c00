"""SMM360 standard-contradicts-itself."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.counts import price, so_many
from smmkit.words import say


@rule(
    "SMM360",
    "standard-contradicts-itself",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21",
    clause="8.2.2",
    filled=True,
)
def standard_contradicts_itself(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard says one time and one fee: in its sentence, in its number, in its proclamation.

    Why: the one on the wall is the one that people come with.
    """
    if not is_live(standard, qms):
        return
    words = qms.fact(vocabulary)
    free = pattern_of(words.free).search(standard.proclamation or "")
    if free and price(words.money).search(standard.fee or ""):
        yield problem(
            standard,
            "fee",
            message=say("{id} asks for money, and proclaims: {free}", id=standard.id, free=free[0]),
            hint=say("write the same in both"),
        )
    if standard.promised_days is None:
        return
    for field in ("time_limit", "proclamation"):
        said = list(days_in(getattr(standard, field) or "", qms))
        if said and standard.promised_days not in said and sum(said) != standard.promised_days:
            yield problem(
                standard,
                field,
                message=say(
                    "{id} says {said} working days here, and promises {n}",
                    id=standard.id,
                    said=said[0],
                    n=standard.promised_days,
                ),
                hint=say(
                    "write the same time everywhere: {n} working days", n=standard.promised_days
                ),
            )


def days_in(text: str, qms: Qms) -> Iterator[int]:
    """The numbers of working days in a text."""
    words = qms.fact(vocabulary)
    for match in so_many(any_count(qms), words.working_days).finditer(text):
        said = count_of(match[1], words.numbers)
        if said is not None:
            yield said
