"""Every way to tell what is wrong, by the word that asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

from smmkit.problem import Diagnostic, Rule, Severity
from smmkit.words import Language

FORMATS = {
    "text": "smmkit.diagnostics.text:text",
    "json": "smmkit.diagnostics.json:json",
    "sarif": "smmkit.diagnostics.sarif:sarif",
}

MACHINE = ("json", "sarif")
"""Formats for machines: they speak English unless a language is asked for."""


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

    def count(self, severity: Severity) -> int:
        """How many problems weigh so much."""
        return sum(diagnostic.rule.severity is severity for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a format may know of the place where it is shown."""

    here: Path
    """The folder that the reader stands in."""
    top: Path
    """The root of the repository, or the folder of the QMS where there is none."""
    colour: bool = False


Format = Callable[[Checked, Language, Surroundings], str]


def told(form: str, checked: Checked, language: Language, around: Surroundings) -> str:
    """What is wrong, in one format."""
    module, _, name = FORMATS[form].partition(":")
    return cast("Format", getattr(import_module(module), name))(checked, language, around)


def from_here(root: Path, here: Path) -> str:
    """How to reach a folder from where the reader stands, as the beginning of a path."""
    try:
        way = os.path.relpath(root, here)
    except ValueError:  # another drive of Windows
        way = str(root)
    return "" if way == "." else way.replace(os.sep, "/") + "/"
