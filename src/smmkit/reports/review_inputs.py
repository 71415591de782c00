"""The inputs of a management review: each with figures and where they come from; what is missing by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from textwrap import wrap
from typing import ClassVar

from smmkit.analyses.review_inputs.fact import Fact
from smmkit.analyses.review_inputs.inputs import Input, inputs
from smmkit.analyses.texts.unfilled import unfilled_records
from smmkit.few import at_most
from smmkit.git import Origin
from smmkit.new.placeholders import FILL_IN
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import Language, say
from smmkit.yaml_text.scalars import clean

FEW = 12
"""So many sources of one fact are named on the page."""


@dataclass(frozen=True)
class ReviewInputsReport(Report):
    """What a management review has before it."""

    since: date

    schema: ClassVar = "smmkit-review-inputs/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "since": "since",
        "inputs": "inputs",
        "left_out": "unread",
        "unfilled": "unfilled",
    }

    @cached_property
    def inputs(self) -> list[Input]:
        """The twelve inputs."""
        return inputs(self.qms, self.since)

    @cached_property
    def unfilled(self) -> list[str]:
        """The ids of the records that are no facts yet."""
        return [one.id for one in unfilled_records(self.qms)]

    def page(self, commit: Origin) -> Page:
        """The time, what is missing, and a table for each input."""
        missing = [one.topic.label for one in self.inputs if one.is_missing]
        first = self.since if self.since > date.min else say("the beginning")
        rows = (
            (say("From"), Cell(first)),
            (say("Until"), Cell(self.as_of)),
            (say("Inputs with facts"), Cell(len(self.inputs) - len(missing))),
            (say("Without any"), Cell(missing or "-", Tone.WARN if missing else Tone.GOOD)),
        )
        blocks: list[Block] = [Fields(rows)]
        for one in self.inputs:
            blocks += self.section(one)
        note = say(
            "What is open or late counts on the day of judgement; everything else that happened in this "
            "time. smm review-inputs --yaml writes it as the inputs of a new management review."
        )
        blocks.append(Prose(note, Tone.MUTED))
        if self.unfilled:
            left = say(
                "Left out, since something in them is still to be filled in: {ids}",
                ids=at_most(FEW, self.unfilled),
            )
            blocks.append(Prose(left, Tone.WARN))
        title = say("Inputs of the management review")
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def section(self, one: Input) -> list[Block]:
        """One input."""
        title = say("{clause}: {topic}", clause=one.clause, topic=one.topic.label)
        if one.is_missing:
            return [
                Heading(title),
                Prose(say("Nothing is known: {begin}", begin=one.begin), Tone.WARN),
            ]
        readings: list[Reading[Fact]] = [
            Reading(say("What is known"), lambda fact: Cell(fact.text, fact.tone), width=7),
            Reading(say("From"), sources, Shape.CODE, 3),
        ]
        return [Heading(title), table_of(title, readings, one.facts)]

    def block(self, speech: Language) -> str:
        """The `inputs:` of a management review, as its file has them."""
        lines = ["inputs:"]
        for one in self.inputs:
            nothing = say("Nothing is known: {begin}", begin=one.begin)
            unsaid = f"{speech.say(FILL_IN)} {speech.say(nothing)}"  # so that it is no minute yet
            said = [speech.say(fact.text) for fact in one.facts] or [unsaid]
            text = clean(" ".join(one if one.endswith(".") else f"{one}." for one in said))
            lines += [
                f"  - topic: {one.topic.value}",
                "    what: >-",
                *wrap(
                    text,
                    110,
                    initial_indent="      ",
                    subsequent_indent="      ",
                    break_on_hyphens=False,
                    break_long_words=False,
                ),
            ]
            if one.about:
                lines.append(f"    about: [{', '.join(one.about)}]")
        return "\n".join(lines) + "\n"


def sources(fact: Fact) -> Cell:
    """Where a fact comes from."""
    return Cell(at_most(FEW, fact.ids))
