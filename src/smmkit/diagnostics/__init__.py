"""Every way to tell what is wrong, by the word that asks for it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, cast

from smmkit.files.tree import sha256
from smmkit.location import Location
from smmkit.problem import Diagnostic, More, Problem, Rule, Severity, dotted
from smmkit.waivers import Waived
from smmkit.words import Language, Message, say, say_n

WEIGHT: Final = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.NOTE: 1}
"""How grave each is beside the others."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one run of the rules saw and found."""

    root: Path
    """The folder of the QMS."""
    as_of: date
    documents: int
    """Files that are documents."""
    judged: int
    """Those of them that could be read as what they say they are."""
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[Rule, ...]
    unfilled: tuple[str, ...] = ()
    """Files with blanks of a form in them; what is sealed with one is a problem, too."""
    more: tuple[More, ...] = ()
    """What was found and is not among the diagnostics, because of its sort there are so many."""
    files: tuple[str, ...] = ()
    """The paths of all documents, readable or not."""
    waived: tuple[Waived, ...] = ()
    """What somebody has decided to bear, with the reason."""
    old: tuple[Diagnostic, ...] = ()
    """What the baseline knows already."""
    mended: int = 0
    """How many entries of the baseline nothing is left of."""
    fails_on: Severity | None = Severity.ERROR
    """From which weight on a problem fails the check; None: nothing does."""
    unasked: tuple[Rule, ...] = ()
    """The rules that wait until what they have to see can be read."""
    added: int = 0
    """How many problems the baseline knows that it did not at the revision that is compared with."""

    @property
    def failed(self) -> bool:
        """Whether something was found that fails the check."""
        return any(self.fails(severity) and self.count(severity) for severity in Severity)

    def fails(self, severity: Severity) -> bool:
        """Whether a problem that weighs so much fails the check."""
        return self.fails_on is not None and WEIGHT[severity] >= WEIGHT[self.fails_on]

    @property
    def every(self) -> tuple[Diagnostic, ...]:
        """The diagnostics, and one for each sort of which more was found than is told."""
        left = (
            Diagnostic(more.rule, Location(more.path), Problem(more.path, (), untold(more)))
            for more in self.more
        )
        return (*self.diagnostics, *left)

    def count(self, severity: Severity) -> int:
        """How many problems weigh so much, also those that are not among the diagnostics."""
        told = sum(diagnostic.rule.severity is severity for diagnostic in self.diagnostics)
        return told + sum(more.count for more in self.more if more.rule.severity is severity)


def set_aside(checked: Checked) -> Iterator[Message]:
    """What is not among the problems: borne, old, or not asked, each with how much of it there is."""
    if checked.waived:
        yield say_n("{n} waived", "{n} waived", len(checked.waived))
    if checked.old:
        yield say("{n} in the baseline", n=len(checked.old))
    if waiting := len(checked.unasked):
        yield say_n(
            "{n} rule waits for what cannot be read",
            "{n} rules wait for what cannot be read",
            waiting,
        )


class Detail(IntEnum):
    """How much is said: problems alone; what to do, and the sum; also what was passed over."""

    QUIET = 0
    USUAL = 1
    VERBOSE = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a format may know of the place where it is shown."""

    here: Path
    """The folder that the reader stands in."""
    top: Path
    """The root of the repository, or the folder of the QMS where there is none."""
    colour: bool = False
    lines_of: Callable[[str], list[str]] = lambda path: []  # noqa: ARG005
    """The lines of a file; none where it cannot be read as text."""
    full: bool = False
    """Whether the reader has room: the line in question is shown, too."""
    detail: Detail = Detail.USUAL
    statistics: bool = False
    """Whether problems are counted by rule instead of told."""


Format = Callable[[Checked, Language, Surroundings], str]


def render(form: str, checked: Checked, language: Language, around: Surroundings) -> str:
    """What is wrong, in one format: the function of the module that is named as it is."""
    return cast("Format", getattr(module_of(form), form))(checked, language, around)


def is_for_machines(form: str) -> bool:
    """Whether a format is read by programs: it speaks English unless a language is asked for."""
    return getattr(module_of(form), "FOR_MACHINES", False)


def module_of(form: str) -> ModuleType:
    """The module of a format, imported when it is asked for."""
    return import_module(f"{__name__}.{form}")


def is_for_the_log(form: str) -> bool:
    """Whether a format speaks to the service that runs the check, in the commands of its log."""
    return getattr(module_of(form), "FOR_THE_LOG", False)


def with_hint(diagnostic: Diagnostic, language: Language) -> str:
    """What is wrong, and in brackets what to do."""
    text = language.say(diagnostic.problem.message)
    hint = language.say(diagnostic.problem.hint)
    return f"{text} ({hint})" if hint else text


def fingerprints(found: tuple[Diagnostic, ...]) -> Iterator[str]:
    """What each problem is known by from run to run: it stays when lines move above it."""
    seen: Counter[str] = Counter()
    for diagnostic in found:
        problem = diagnostic.problem
        steps = dotted(problem.steps)
        anchor = "\0".join((diagnostic.rule.code, diagnostic.at.path, problem.document, steps))
        seen[anchor] += 1
        yield sha256(f"{anchor}\0{seen[anchor]}".encode())


def by_rule(checked: Checked) -> list[tuple[Rule, int]]:
    """How many problems of each rule there are, the most first."""
    counted = Counter(diagnostic.rule for diagnostic in checked.diagnostics)
    for more in checked.more:
        counted[more.rule] += more.count
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].code))


def untold(more: More) -> Message:
    """That there are more problems of a rule in a file than are shown, and how to see them."""
    return say_n(
        "and {n} more of this sort in this file; --all shows it",
        "and {n} more of this sort in this file; --all shows them",
        more.count,
    )


def from_here(root: Path, here: Path) -> str:
    """How to reach a folder from where the reader stands, as the beginning of a path."""
    try:
        way = os.path.relpath(root, here)
    except ValueError:  # another drive of Windows
        way = str(root)
    return "" if way == "." else way.replace(os.sep, "/") + "/"
