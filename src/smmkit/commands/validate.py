"""smm validate: open, ask the rules, tell; 1 if something was found that fails the check, 3 if a rule
failed.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.opening import opened, opened_with, root_of
from smmkit.console.options import AsOf, Ignore, Lang, Output, ProblemForm, Select
from smmkit.console.streams import complain, from_stdin
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.layout import BASELINE
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.console.opening import Opened

Reported = Annotated[
    list[str] | None,
    Option("--report", metavar="FORMAT=PATH", help="Also write it so into a file; several times."),
]
FailOn = Annotated[
    Literal["error", "warning", "note", "never"],
    Option(help="From which weight on a problem fails the check; without it, an error."),
]
Color = Annotated[
    Literal["auto", "always", "never"],
    Option("--color", help="Whether text is coloured; without it, on a terminal."),
]
StdinFilename = Annotated[
    Path | None,
    Option(metavar="PATH", help="Read the text of this file from stdin, and tell of it alone."),
]
Revision = Annotated[
    str | None, Option(metavar="REVISION", help="Also compare with this revision of git.")
]
Statistics = Annotated[bool, Option("--statistics", help="Count problems by rule.")]
Every = Annotated[
    bool, Option("--all", help="Show every problem, also where one file has many of a sort.")
]
NoBaseline = Annotated[bool, Option("--no-baseline", help="Tell of old problems, too.")]
Quiet = Annotated[bool, Option("--quiet", "-q", help="Problems alone, without advice and sum.")]
Verbose = Annotated[
    bool, Option("--verbose", "-v", help="Also what is waived, and what the baseline knows.")
]


@verb("validate", Purpose.DAY, order=3)
def command(
    places: Annotated[list[Path] | None, Argument(metavar="[FOLDER|FILE]...")] = None,
    form: ProblemForm = None,
    output: Output = None,
    report: Reported = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "error",
    statistics: Statistics = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = "auto",
    stdin_filename: StdinFilename = None,
    as_of: AsOf = None,
    since: Revision = None,
    no_baseline: NoBaseline = False,
    every: Every = False,
    lang: Lang = None,
) -> int:
    """Hold every document against the rules."""
    from smmkit.console import checking, reporting
    from smmkit.diagnostics import Detail
    from smmkit.problem import Severity
    from smmkit.rules.asking import CRASHED

    fails_on = None if fail_on == "never" else Severity(fail_on)
    codes = checking.chosen(select or (), ignore or ())
    detail = Detail.QUIET if quiet else Detail.VERBOSE if verbose else Detail.USUAL
    drawn_as = reporting.form_for(form, output, statistics)
    reports = reporting.asked_for(report or [], output)
    found = found_in(places, stdin_filename, as_of, since, every)
    checked = checking.check(found, checking.Choice(codes, fails_on, every, no_baseline))
    wanted = reporting.Reports(drawn_as, output, reports, lang, detail, statistics, color)
    reporting.report(found, checked, wanted)
    if since:
        tell_owner(found, lang)
        tell_cut(found, lang)
        if checked.added:
            complain(reader(lang, found.qms).say(grown(checked.added, since)))
    if any(diagnostic.rule is CRASHED for diagnostic in checked.diagnostics):
        return 3
    return int(checked.failed)


def found_in(
    places: list[Path] | None,
    typed: Path | None,
    as_of: date | None,
    since: str | None,
    every: bool,
) -> Opened:
    """The QMS, from its folder, or with the text of one file from stdin.

    Raises:
        SmmError: both are named; or it cannot be opened.
    """
    if typed is None:
        every = every or has_baseline(root_of((places or [Path()])[0]))
        return opened(*places or (Path(),), as_of=as_of, since=since, every=every)
    if places:
        raise SmmError(say("name either files or --stdin-filename"))
    every = every or has_baseline(root_of(typed if typed.exists() else typed.parent))
    return opened_with(typed, from_stdin(), as_of=as_of, since=since, every=every)


def has_baseline(root: Path) -> bool:
    """Whether each problem is wanted, to be found in the baseline or not."""
    return os.path.lexists(root / BASELINE)


def grown(added: int, since: str) -> Message:
    """That the baseline has grown, and what is held against that."""
    return say(
        "The baseline knows {n} problems more than at {revision}; a change does not excuse its own faults, "
        "so they are told here.",
        n=added,
        revision=since,
    )


def tell_owner(found: Opened, lang: str | None) -> None:
    """Say it where the repository belongs to somebody else."""
    from smmkit import git

    if owner := git.told_of_owner(found.root):
        complain(reader(lang, found.qms).say(owner))


def tell_cut(found: Opened, lang: str | None) -> None:
    """Say it where the history is cut off, so that what was deleted earlier is not known."""
    from smmkit.git.history import is_cut

    if is_cut(found.root):
        said = say(
            "This clone is shallow, it has only the last commits: ids of documents that were deleted "
            "earlier are not known here. To fetch all: git fetch --unshallow (in a pipeline: "
            "fetch-depth: 0)"
        )
        complain(reader(lang, found.qms).say(said))
