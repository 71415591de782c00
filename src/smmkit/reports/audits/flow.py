"""The flow of an audit, drawn and step by step, with where one audit stands, or all that are under way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.auditing.flow import Progress, StepOf, steps_of, under_way
from smmkit.analyses.audits.case import Case
from smmkit.git import Origin
from smmkit.page import Block, Cell, Figure, Page, Prose, Shape, Text, Tone
from smmkit.page.figures import Arrow, Flow, Step, StepShape
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.standards.flows import AuditFlow, FlowStep, shipped_flows, shipped_text
from smmkit.words import say
from smmkit.yaml_text.decoding import decoded

TONES = {
    Progress.DONE: Tone.GOOD,
    Progress.PASSED_OVER: Tone.BAD,
    Progress.HERE: Tone.WARN,
}
"""What the state of a step means to a reader; the others are still."""


@dataclass(frozen=True)
class FlowReport(Report):
    """Who does what, which paper comes of it, and what of it is done."""

    flow: AuditFlow
    case: Case | None = None
    """The audit that is looked at; without it, the flow alone."""

    schema: ClassVar = "smmkit-audit-flow/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "flow": "flow.id",
        "audit": "audit",
        "steps": "steps",
        "under_way": "under_way",
        "left_out": "unread",
    }

    @property
    def audit(self) -> str | None:
        """The id of the audit."""
        return self.case.audit.id if self.case else None

    @cached_property
    def steps(self) -> list[StepOf]:
        """Each step of the audit."""
        return steps_of(self.case, self.flow) if self.case else []

    @cached_property
    def under_way(self) -> dict[str, list[str]]:
        """The audits that are at each step."""
        return {} if self.case else under_way(self.qms, self.flow)

    def page(self, commit: Origin) -> Page:
        """The table, the figure, and how to change it."""
        title: Text
        if self.case:
            audit = self.case.audit
            title = say("Flow of {id}, {title}", id=audit.id, title=audit.title)
            table = table_of(say("Steps"), self.of_one(), self.steps)
        else:
            title = self.flow.title
            table = table_of(say("Steps"), self.of_all(), self.flow.steps)
        blocks: list[Block] = [
            table,
            Prose(self.flow.source),
            Prose(
                say(
                    "To change the flow, put the lines of smm audit flow --yaml into a file below "
                    "standards/ and change them there; smm audit flow ID shows where one audit stands."
                )
            ),
            self.figure(),
        ]
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def of_all(self) -> list[Reading[FlowStep]]:
        """The columns of the flow alone."""
        numbers = {step.id: n for n, step in enumerate(self.flow.steps, 1)}
        return [
            Reading(say("No."), lambda one: numbers[one.id], Shape.NUMBER),
            Reading(say("Step"), lambda one: one.title, width=3),
            Reading(say("What is done"), lambda one: one.what, width=5),
            Reading(say("Who"), lambda one: one.who, width=3),
            Reading(say("Paper that it leaves"), lambda one: one.paper, width=3),
            Reading(say("Command"), lambda one: one.command or "-", width=3),
            Reading(
                say("Audits that are here"), lambda one: self.under_way[one.id] or "-", width=3
            ),
        ]

    def of_one(self) -> list[Reading[StepOf]]:
        """The columns of one audit."""
        numbers = {step.id: n for n, step in enumerate(self.flow.steps, 1)}
        return [
            Reading(say("No."), lambda one: numbers[one.step.id], Shape.NUMBER),
            Reading(say("Step"), lambda one: one.step.title, width=3),
            Reading(say("Who"), self.who, width=4),
            Reading(say("Paper that it leaves"), lambda one: one.step.paper, width=3),
            Reading(
                say("State"), lambda one: Cell(one.progress.label, tone(one.progress)), width=2
            ),
            Reading(say("Shown by, or what is wanting"), proof_of_step, width=5),
        ]

    def who(self, one: StepOf) -> list[Any]:
        """By what they are, and by name where it is known who."""
        return [one.step.who, *(name_of(self.qms, id_) for id_ in one.people)]

    def figure(self) -> Figure:
        """The steps, each in the column of who does it, with the ways between them."""
        steps = self.flow.steps
        lanes = list(dict.fromkeys(step.who for step in steps))
        signs = [
            Step(self.named(n), shape_of(steps, n), lanes.index(step.who))
            for n, step in enumerate(steps)
        ]
        said = say(
            "{n} steps from the first to the end, each in the column of who does it.", n=len(steps)
        )
        return Figure(self.flow.title, said, Flow(tuple(signs), arrows(steps), tuple(lanes)))

    def named(self, n: int) -> Text:
        """A step, and how it stands where one audit is looked at."""
        title = self.flow.steps[n].title
        if not self.steps:
            return title
        state = self.steps[n].progress.label
        return say("{title} ({state})", title=title, state=state)

    def entries(self) -> str:
        """The file of the flow, to be put below standards/ and changed there."""
        wanted = ("audit-flow", self.flow.id)
        for path, source in self.qms.sources.items():
            if (source.values.get("kind"), source.values.get("id")) == wanted:
                return decoded(path, self.qms.tree.read(path))
        return shipped_text(self.flow.id) if self.flow.id in shipped_flows() else ""


def tone(progress: Progress) -> Tone:
    """What the state of a step means to a reader."""
    return TONES.get(progress, Tone.MUTED)


def proof_of_step(one: StepOf) -> Any:
    """By what it is seen to be done, or what is wanting; of what is far off, nothing yet."""
    if one.progress in {Progress.HERE, Progress.PASSED_OVER}:
        return list(one.wanting) or "-"
    return list(one.shown) or "-"


def shape_of(steps: tuple[FlowStep, ...], n: int) -> StepShape:
    """The sign of a step: the first and the last are ends, several ways a decision."""
    if len(steps[n].ways) > 1:
        return StepShape.DECISION
    return StepShape.TERMINAL if n in {0, len(steps) - 1} else StepShape.ACTION


def arrows(steps: tuple[FlowStep, ...]) -> tuple[Arrow, ...]:
    """Every way on, by the places of its steps."""
    place = {step.id: n for n, step in enumerate(steps)}
    found = []
    for n, step in enumerate(steps):
        found += [Arrow(n, place[way.to], way.when) for way in step.ways if way.to in place]
        if not step.ways and n + 1 < len(steps):
            found.append(Arrow(n, n + 1))
    return tuple(found)
