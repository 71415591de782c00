"""The twelve inputs of a management review, each with its facts; what has none is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.review_inputs import customers, outset, performance, work
from smmkit.analyses.review_inputs.fact import Fact, Time
from smmkit.analyses.texts.unfilled import without_unfilled
from smmkit.calendar_ends import moved
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.qms import Qms
from smmkit.words import Message, say

Source = Callable[[Qms, Time], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the standard asks for: its letter, where its facts come from, and what to begin where none is."""

    letter: str
    source: Source
    begin: Message


SOURCES: dict[ReviewTopic, Asked] = {
    ReviewTopic.EARLIER_ACTIONS: Asked(
        "a", outset.earlier_actions, say("no decision of an earlier review was open in this time")
    ),
    ReviewTopic.CHANGES: Asked(
        "b", outset.changes, say("begin a register of issues or of regulations: smm new issues")
    ),
    ReviewTopic.CUSTOMER_SATISFACTION: Asked(
        "c 1",
        customers.customer_satisfaction,
        say("ask customers, or note complaints: smm new survey"),
    ),
    ReviewTopic.OBJECTIVES: Asked(
        "c 2", performance.objectives, say("record values of KPIs: smm record")
    ),
    ReviewTopic.PROCESSES: Asked(
        "c 3", performance.processes, say("log the cases of services: smm new service-log")
    ),
    ReviewTopic.NONCONFORMITIES: Asked(
        "c 4",
        performance.nonconformities,
        say("no finding and no corrective action is written down"),
    ),
    ReviewTopic.MEASUREMENT: Asked(
        "c 5", performance.measurement, say("record values of KPIs: smm record")
    ),
    ReviewTopic.AUDITS: Asked(
        "c 6", work.audits, say("hold an internal audit first: smm audit plan")
    ),
    ReviewTopic.PROVIDERS: Asked(
        "c 7", work.providers, say("evaluate providers: smm new external-providers")
    ),
    ReviewTopic.RESOURCES: Asked(
        "d", work.resources, say("begin a register of resources: smm new resources")
    ),
    ReviewTopic.RISKS: Asked(
        "e", work.risks, say("begin a register of risks: smm new risk-register")
    ),
    ReviewTopic.IMPROVEMENT: Asked(
        "f", outset.improvement, say("ask units, customers and auditors what could become better")
    ),
}
"""Where each input comes from, in the order of the standard."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input with its facts."""

    topic: ReviewTopic
    letter: str
    facts: tuple[Fact, ...]
    begin: Message

    FOR_PROGRAMS: ClassVar = {
        "topic": "topic",
        "clause": "clause",
        "facts": "facts",
        "missing": "is_missing",
    }

    @property
    def clause(self) -> str:
        """The place of the standard that asks for it."""
        return f"9.3.2 {self.letter}"

    @property
    def is_missing(self) -> bool:
        """Whether nothing in the folder says anything of it."""
        return not self.facts

    @property
    def about(self) -> tuple[str, ...]:
        """The documents that its facts come from."""
        return tuple(dict.fromkeys(id_ for fact in self.facts for id_ in fact.ids))


def since_last(qms: Qms) -> date | None:
    """The day after the last review that was held; None where none was. That of today is being prepared."""
    reviews = qms.fact(without_unfilled).of(ManagementReview)
    held = [one.date for one in reviews if one.date < qms.as_of]
    last = max(held, default=None)
    return moved(last, 1) if last else None


def inputs(qms: Qms, since: date) -> list[Input]:
    """Every input, compiled from a day to the day of judgement, of what is written to its end."""
    time, written = Time(since, qms.as_of), qms.fact(without_unfilled)
    return [
        Input(topic, asked.letter, tuple(asked.source(written, time)), asked.begin)
        for topic, asked in SOURCES.items()
    ]
