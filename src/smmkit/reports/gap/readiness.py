"""Readiness on the day: each step of the way to the certificate, and what is mended first."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap.readiness import Blocker, Readiness
from smmkit.page import Block, Cell, Heading, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports.gap.proofs import sentences
from smmkit.standards.readiness import Milestone
from smmkit.words import say


def readiness_tables(found: list[Readiness], only: Milestone | None = None) -> list[Block]:
    """Each step with what blocks it, then every blocker in order; of one step all that it needs."""
    wanted = [one for one in found if only in {None, one.stage} and one.criteria]
    if not wanted:
        return [Prose(say("No standard of the folder says what must stand before it."), Tone.WARN)]
    blockers = [one for step in wanted for one in step.blockers if only or one.stage is step.stage]
    return [
        *step_table(wanted),
        table_of(say("Blockers in order"), columns(), list(enumerate(blockers, 1)), NONE),
    ]


def step_table(found: list[Readiness]) -> list[Block]:
    """Each step, whether all is ready for it, and what is mended first."""
    steps: list[Reading[Readiness]] = [
        Reading(say("Ready for"), lambda one: one.stage.label, width=3),
        Reading(say("On this day"), verdict, width=4),
        Reading(say("Criteria"), lambda one: one.criteria, Shape.NUMBER),
        Reading(say("Blockers"), lambda one: len(one.blockers), Shape.NUMBER),
        Reading(say("To be mended first"), first, width=8),
    ]
    rows = [one for one in found if one.criteria]
    return [Heading(say("Readiness on the day")), table_of(say("Readiness"), steps, rows)]


NONE = say("Nothing blocks.")
Numbered = tuple[int, Blocker]


def columns() -> list[Reading[Numbered]]:
    """The columns of the blockers; each stands where it blocks first, and later steps need it as well."""
    return [
        Reading(say("No."), lambda row: row[0], Shape.NUMBER),
        Reading(say("Before"), lambda row: row[1].stage.label, width=2),
        Reading(say("What must stand"), lambda row: row[1].criterion.text, width=5),
        Reading(
            say("Why it does not"), lambda row: sentences(r.why for r in row[1].reasons), width=6
        ),
        Reading(say("How to mend it"), how, Shape.CODE, 4),
        Reading(say("Source"), lambda row: row[1].criterion.source or row[1].standard.id, width=2),
    ]


def verdict(one: Readiness) -> Cell:
    """Whether it is ready."""
    return Cell(say("ready"), Tone.GOOD) if one.is_ready else Cell(say("not ready"), Tone.BAD)


def first(one: Readiness) -> Any:
    """What is mended first."""
    return one.blockers[0].criterion.text if one.blockers else ""


def how(row: Numbered) -> list[str]:
    """The commands and files, each once."""
    return list(dict.fromkeys(reason.how for reason in row[1].reasons if reason.how))
