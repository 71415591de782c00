"""SMM442 agreement-cut-off."""

from __future__ import annotations

from collections.abc import Callable

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import above
from smmkit.analyses.references.reach import reached
from smmkit.analyses.texts import squeezed
from smmkit.documents.direction import PerformanceAgreement
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM442",
    "agreement-cut-off",
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    filled=True,
)
def agreement_cut_off(qms: Qms) -> Problems:
    """The agreement of a unit follows from that of the unit above, of the same year, and is made with it.

    Why: targets are handed down step by step; where one is missing, nobody below works for
    what was promised above.
    """
    agreements = live(qms, PerformanceAgreement)
    made = {(one.unit, one.year): one for one in agreements}
    ups = qms.fact(above)
    for agreement in agreements:
        source = qms.get(agreement.follows_from or "", PerformanceAgreement)
        if source is not None:
            yield from does_not_fit(agreement, source)
        elif not agreement.follows_from:
            higher = sorted(reached(agreement.unit, ups) - {agreement.unit}, key=nearest(ups))
            keys = [(unit, agreement.year) for unit in higher if (unit, agreement.year) in made]
            for key in keys[:1]:
                yield problem(
                    agreement,
                    "unit",
                    message=say(
                        "{id} does not say that it follows from {other}",
                        id=agreement.id,
                        other=made[key].id,
                    ),
                    hint=say("write `follows_from: {other}`", other=made[key].id),
                )


def does_not_fit(agreement: PerformanceAgreement, source: PerformanceAgreement) -> Problems:
    """What an agreement and the one that it follows from do not have in common."""
    if source.year != agreement.year:
        yield problem(
            agreement,
            "follows_from",
            message=say(
                "{id} is for {year}, and follows from {other} for {before}",
                id=agreement.id,
                year=str(agreement.year),
                other=source.id,
                before=str(source.year),
            ),
            hint=say("name the agreement of the same year"),
        )
    elif squeezed(source.first_party) != squeezed(agreement.second_party):
        yield problem(
            agreement,
            "second_party",
            message=say(
                "{id} is made with {office}, and {other} by {above}",
                id=agreement.id,
                office=agreement.second_party,
                other=source.id,
                above=source.first_party,
            ),
            hint=say("write the office that promises in the agreement above"),
        )


def nearest(ups: dict[str, tuple[str, ...]]) -> Callable[[str], tuple[int, str]]:
    """The order of units above another: who has more above itself is nearer."""
    return lambda unit: (-len(reached(unit, ups)), unit)
