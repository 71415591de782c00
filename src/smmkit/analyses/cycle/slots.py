"""The audits that one way of counting asks for after a certificate: from days alone, to days alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smmkit.calendar_ends import months_after, moved
from smmkit.period_days import year_days
from smmkit.standards.cycles import Anchor, Cycle


@dataclass(frozen=True, slots=True)
class Facts:
    """The days of a certificate that a cycle is counted from."""

    decision: date
    expires: date
    receipt: date | None = None
    surveillances: tuple[date, ...] = ()
    """The days of the surveillance audits that were held, in order."""
    recertifications: tuple[date, ...] = ()
    """The days of the recertification audits that were held, in order."""
    renews: bool = False
    """Whether there was a certificate before."""

    def anchor(self, which: Anchor) -> date:
        """The day from which months are counted; a receipt before the decision is a wrong day."""
        given = self.receipt if which is Anchor.RECEIPT else None
        return max(given or self.decision, self.decision)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time in which an audit is due, and the day on which it was held."""

    since: date
    until: date
    held: date | None = None

    @property
    def year(self) -> int:
        """The calendar year that it stands for: that in which it was held in time, else is due."""
        return min(self.held, self.until).year if self.held else self.until.year

    def is_late(self, day: date) -> bool:
        """Whether it was held after its time, or has not been by a day after it."""
        return (self.held or day) > self.until


def surveillances(cycle: Cycle, facts: Facts) -> list[Slot]:
    """The surveillance audits that a way of counting asks for, in the order of their last days."""
    held = [day for day in facts.surveillances if facts.decision < day <= facts.expires]
    anchor = facts.anchor(cycle.anchor)
    slots: list[Slot] = []
    start = anchor
    counted = [
        rule.within_months
        for rule in cycle.surveillances
        if rule.within_months is not None and not (facts.renews and rule.first_certificate)
    ]
    for number, months in enumerate(counted):
        until = months_after(anchor, months)
        slots.append(Slot(start, until, held[number] if number < len(held) else None))
        start = until
    if any(rule.each_calendar_year for rule in cycle.surveillances):
        slots += yearly(facts, held, slots)
    return sorted(slots, key=lambda slot: (slot.until, slot.since))


def yearly(facts: Facts, held: list[date], counted: list[Slot]) -> Iterator[Slot]:
    """One audit in each calendar year after that of the decision, but in the year of the recertification.

    That is the year in which the certificate ends, or one in which the recertification was held. A year
    asks for no second audit where one that is counted in months stands for it. One that came too late, in
    the next year, is late once, and stands for the year in which it was due, not for its own.
    """
    renewed = {day.year for day in facts.recertifications}
    taken = {slot.year for slot in counted}
    left = [day for day in held if day not in {slot.held for slot in counted}]
    every = range(facts.decision.year + 1, facts.expires.year)
    asked = [year for year in every if year not in renewed | taken]
    for year in asked:
        often = Counter(day.year for day in left)
        # of later years only what they do not need themselves
        needed = {other for other in asked if other != year and often[other] == 1}
        done = next((day for day in left if day.year >= year and day.year not in needed), None)
        left = [day for day in left if day != done]
        yield Slot(*year_days(year), done)


def recertification(cycle: Cycle, facts: Facts) -> Slot | None:
    """The time in which the certificate is renewed; None where the way of counting says nothing."""
    rule, anchor = cycle.recertification, facts.anchor(cycle.anchor)
    after = [day for day in facts.recertifications if day > facts.decision]
    held = after[0] if after else None
    if rule.by_expiry:
        return Slot(facts.decision, facts.expires, held)
    if rule.within_months is None:
        return None
    since = months_after(anchor, rule.from_months or 0)
    end = months_after(anchor, rule.within_months)
    return Slot(since, max(moved(end, -1), since), held)
