"""What can be wrong (Rule), what is (Problem), and the same with its place (Diagnostic)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from smmkit.words import Message

if TYPE_CHECKING:
    from smmkit.location import Location, Step


LONGEST = 1000
"""Signs of a value that a problem may show: longer than any path, id or sentence."""


class Severity(StrEnum):
    """How much a problem weighs; only an error fails the check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A promise that a QMS keeps or breaks.

    `doc` is the documentation: its first line the summary, then why; `source` is where the promise
    comes from (a clause, a regulation, the house); `clause` is that of ISO 9001:2015, if there is one.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    source: str = ""
    clause: str = ""

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.strip().partition("\n")[0]

    @property
    def why(self) -> str:
        """Why the promise is there, in one line: `Why: ...`; nothing where it speaks for itself."""
        return " ".join(self.doc.partition("\n\n")[2].split())


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken promise: where in the values (`path`, `steps`), what, and what to do.

    `at` is given only where no key path leads to the place: broken YAML, a cell of a CSV.
    """

    path: str
    steps: tuple[Step, ...]
    message: Message
    hint: Message | None = None
    document: str = ""
    at: Location | None = None

    def __post_init__(self) -> None:
        """Keep what is said short: a value of a file may be a whole book in one line."""
        for name, said in (("message", self.message), ("hint", self.hint)):
            if said and any(isinstance(v, str) and len(v) > LONGEST for v in said.values.values()):
                object.__setattr__(self, name, cut(said))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A Problem with its rule and its place, ready to be shown."""

    rule: Rule
    at: Location
    problem: Problem

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands in the list: by file, place, code, and at last by its words."""
        problem = self.problem
        return (self.at, self.rule.code, dotted(problem.steps), problem.message.text)


@dataclass(frozen=True, slots=True)
class More:
    """How many more problems of a rule are in a file than are shown."""

    rule: Rule
    path: str
    count: int


def cut(said: Message) -> Message:
    """The same with the beginnings of its long values alone."""
    values = {
        name: f"{value[:40]}..." if isinstance(value, str) and len(value) > LONGEST else value
        for name, value in said.values.items()
    }
    return replace(said, values=values)


def dotted(steps: tuple[Step, ...]) -> str:
    """A key path as a person says it, items counted from 1: `steps[2].actor`."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        elif isinstance(step, str):
            text += f".{step}" if text else step
    return text
