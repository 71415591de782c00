"""Every way to tell what is wrong, by the word that asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

from smmkit.problem import Diagnostic, More, Rule, Severity
from smmkit.words import Language, Message, say_n


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

    def count(self, severity: Severity) -> int:
        """How many problems weigh so much, also those that are not among the diagnostics."""
        told = sum(diagnostic.rule.severity is severity for diagnostic in self.diagnostics)
        return told + sum(more.count for more in self.more if more.rule.severity is severity)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a format may know of the place where it is shown."""

    here: Path
    """The folder that the reader stands in."""
    top: Path
    """The root of the repository, or the folder of the QMS where there is none."""
    colour: bool = False


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
