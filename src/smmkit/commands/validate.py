"""smm validate: open, ask the rules, tell; 1 if an error was found, 3 if a rule failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened
from smmkit.console.options import PROBLEM_FORMS, AsOf, Lang, Output, ProblemForm
from smmkit.console.output import coloured, form_of, show
from smmkit.console.streams import complain
from smmkit.console.verb import verb

if TYPE_CHECKING:
    from smmkit.diagnostics import Checked


@verb("validate", order=60)
def command(
    places: Annotated[list[Path] | None, Argument(metavar="[FOLDER|FILE]...")] = None,
    form: ProblemForm = None,
    output: Output = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None,
        Option(metavar="REVISION", help="Also compare with this revision of git."),
    ] = None,
    every: Annotated[
        bool, Option("--all", help="Show every problem, also where one file has many of a sort.")
    ] = False,
    lang: Lang = None,
) -> int:
    """Hold every document against the rules."""
    from smmkit import git
    from smmkit.diagnostics import Surroundings, is_for_machines, render
    from smmkit.problem import Severity
    from smmkit.rules import CRASHED

    found = opened(*places or (Path(),), as_of=as_of, since=since, every=every)
    drawn_as = form_of(form, output, PROBLEM_FORMS)
    speech = reader(lang or ("en" if is_for_machines(drawn_as) else None), found.qms)
    checked = check(found)
    top = git.top_of(found.root) if drawn_as == "sarif" else None
    around = Surroundings(Path.cwd(), top or found.root, coloured() and output is None)
    show(render(drawn_as, checked, speech, around), output)
    if since and (owner := git.told_of_owner(found.root)):
        complain(speech.say(owner))
    if any(diagnostic.rule is CRASHED for diagnostic in checked.diagnostics):
        return 3
    return int(checked.count(Severity.ERROR) > 0)


def check(found: Opened) -> Checked:
    """What the rules say of the part that was asked for."""
    from smmkit.analyses.unfilled import blanks
    from smmkit.diagnostics import Checked
    from smmkit.rules import judged, rules

    diagnostics, more = judged(found.qms)
    return Checked(
        found.root,
        found.qms.as_of,
        found.count,
        sum(found.covers(document.path) for document in found.qms.documents),
        tuple(d for d in diagnostics if found.covers(d.at.path)),
        rules(),
        tuple(b.document.path for b in blanks(found.qms) if found.covers(b.document.path)),
        tuple(m for m in more if found.covers(m.path)),
    )
