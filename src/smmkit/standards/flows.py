"""The flow of an audit as data: its steps, who does each, which paper comes of it, and the ways on."""

from __future__ import annotations

from functools import cache
from typing import Literal

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours


class Sign(ClosedList):
    """By which facts of a folder a step of an audit is known to be done."""

    PROGRAMME = "programme"
    TEAM = "team"
    PLAN = "plan"
    CHECKLIST = "checklist"
    OPENING = "opening"
    EVIDENCE = "evidence"
    FINDINGS = "findings"
    CLOSING = "closing"
    REPORT = "report"
    ACTION = "action"
    VERIFICATION = "verification"
    REVIEW = "review"


class Doer(ClosedList):
    """Whose names are put beside a step."""

    RESPONSIBLE = "responsible"
    LEAD = "lead"
    AUDITORS = "auditors"
    UNITS = "units"


class FlowWay(Part):
    """A way on from a step."""

    to: Text
    """The step that it leads to."""
    when: Words
    """In which case."""


class FlowStep(Part):
    """One step."""

    id: Text
    title: Words
    what: Words
    """What is done."""
    who: Words
    """Who does it."""
    doer: Doer | None = None
    """Whose names are put beside it; without it, none."""
    paper: Words
    """What there is in writing when it is done."""
    command: Text = ""
    """The command that helps."""
    sign: Sign | None = None
    """By which facts it is known to be done; without it, nobody can see it in the folder."""
    ways: tuple[FlowWay, ...] = ()
    """Where it goes on to; without them, to the next step."""


class AuditFlow(Part):
    """The steps of one type of audit, in order."""

    kind: Literal["audit-flow"]
    id: Text
    """The type of audit that it is the flow of."""
    title: Words
    source: Words
    steps: tuple[FlowStep, ...]

    @property
    def astray(self) -> list[tuple[str, str]]:
        """Each step that leads to one that there is not, with the name of that."""
        known = {step.id for step in self.steps}
        return [
            (step.id, way.to) for step in self.steps for way in step.ways if way.to not in known
        ]


@cache
def shipped_flows() -> dict[str, AuditFlow]:
    """The flows that come with smmkit, by the type of audit."""
    found = {}
    for file in sorted((SHIPPED / "flows").glob("*.yaml")):
        flow = AuditFlow.model_validate(read_ours(file.read_text("utf-8")))
        found[flow.id] = flow
    return found


def shipped_text(id_: str) -> str:
    """The file of a shipped flow, to be copied and changed."""
    return (SHIPPED / "flows" / f"{id_}.yaml").read_text("utf-8")
