"""Where the problems of a folder go: to the terminal, into files, to the service that runs the check."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from smmkit.console.language import reader
from smmkit.console.opening import Opened
from smmkit.console.options import PROBLEM_FORMS
from smmkit.console.output import coloured, form_of, show, write_output
from smmkit.console.streams import to_stdout
from smmkit.diagnostics import (
    Checked,
    Detail,
    Surroundings,
    is_for_machines,
    is_for_the_log,
    render,
)
from smmkit.errors import SmmError
from smmkit.words import say

COUNTING = frozenset({"text", "json", "markdown"})
"""The formats that can count instead of tell."""

LONGEST_SUMMARY = 1000 * 2**10
"""GitHub refuses a summary that is longer (bytes)."""


@dataclass(frozen=True, slots=True)
class Reports:
    """In which formats the problems are wanted, and where."""

    form: str
    output: Path | None
    files: tuple[tuple[str, Path], ...]
    lang: str | None
    detail: Detail = Detail.USUAL
    statistics: bool = False
    colour: Literal["auto", "always", "never"] = "auto"


def asked_for(reports: list[str], output: Path | None = None) -> tuple[tuple[str, Path], ...]:
    """What `--report FORMAT=PATH` asks for, beside what goes to an output file.

    Raises:
        SmmError: it is written otherwise, the format is none, or a file is named twice.
    """
    asked: list[tuple[str, Path]] = []
    for text in reports:
        form, equal, path = text.partition("=")
        if not equal or path in {"", "-"}:
            raise SmmError(say("{text}: write FORMAT=PATH, as in junit=smm.xml", text=text))
        if form not in PROBLEM_FORMS:
            raise SmmError(
                say(
                    "there is no format {form}; possible: {possible}",
                    form=form,
                    possible=PROBLEM_FORMS,
                )
            )
        others = [other for _, other in asked] + ([output] if output else [])
        if os.path.abspath(path) in map(os.path.abspath, others):  # noqa: PTH100
            raise SmmError(say("{path} is named for two reports; give each a file", path=path))
        asked.append((form, Path(path)))
    return tuple(asked)


def form_for(form: str | None, output: Path | None, statistics: bool) -> str:
    """The format of what goes to the terminal or to the output file.

    Raises:
        SmmError: it cannot be written there, or cannot count.
    """
    drawn_as = form_of(form, output, PROBLEM_FORMS)
    if statistics and drawn_as not in COUNTING:
        raise SmmError(say("--statistics goes with these formats: {forms}", forms=sorted(COUNTING)))
    return drawn_as


def report(found: Opened, checked: Checked, reports: Reports) -> None:
    """Put problems into every format that is wanted; to the terminal last.

    Raises:
        SmmError: a file cannot be written.
    """
    around = surroundings(found, reports)
    for form, path in reports.files:
        text = drawn(found, checked, form, reports.lang, replace(around, colour=False, full=False))
        write_output(path, text.encode())
    text = drawn(found, checked, reports.form, reports.lang, around)
    if reports.output is None and is_for_the_log(reports.form):
        to_stdout(text.encode())
    else:
        show(text, reports.output)
    asked = {reports.form, *(form for form, _ in reports.files)}
    if "github" in asked and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        add_summary(Path(summary), drawn(found, checked, "markdown", reports.lang, around))


def drawn(
    found: Opened, checked: Checked, form: str, lang: str | None, around: Surroundings
) -> str:
    """Problems in one format and its language."""
    speech = reader(lang or ("en" if is_for_machines(form) else None), found.qms)
    return render(form, checked, speech, around)


def surroundings(found: Opened, reports: Reports) -> Surroundings:
    """What formats may know of this call."""
    from smmkit import git

    forms = {reports.form, *(form for form, _ in reports.files)}
    top = git.top_of(found.root) if forms - {"text", "json"} else None
    is_shown = reports.output is None and sys.stdout.isatty()
    colour = {
        "auto": coloured() and reports.output is None,
        "always": True,
        "never": False,
    }[reports.colour]
    return Surroundings(
        Path.cwd(),
        top or found.root,
        colour,
        lines_of(found),
        is_shown and reports.detail is not Detail.QUIET,
        reports.detail,
        reports.statistics,
    )


def lines_of(found: Opened) -> Callable[[str], list[str]]:
    """How the lines of a file are read; each is read once."""
    from functools import cache

    from smmkit.location import SourceError
    from smmkit.yaml_text.decoding import decoded

    @cache
    def read(path: str) -> list[str]:
        try:
            return decoded(path, found.qms.tree.read(path)).split("\n")
        except (OSError, SourceError):
            return []

    return read


def add_summary(file: Path, page: str) -> None:
    """Add a page to the summary of a run on GitHub; of a page that is too long, the beginning.

    Raises:
        SmmError: it cannot be written.
    """
    from smmkit.files.tree import read_file
    from smmkit.writing import write

    before = read_file(file) if file.exists() else b""
    room = max(LONGEST_SUMMARY - len(before), 0)
    added = page.encode()[:room].decode("utf-8", "ignore").encode()
    write(file, before + (b"\n" if before and not before.endswith(b"\n") else b"") + added)
