"""smm validate"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smmkit.commands.options import (
    Opened,
    as_of_option,
    coloured,
    form_of,
    format_option,
    here,
    lang_option,
    opened,
    output_option,
    reader,
    show,
)

if TYPE_CHECKING:
    from smmkit.diagnostics import Checked


@click.command("validate", help=here("Hold every document against the rules."))
@click.argument("places", metavar="[FOLDER|FILE]...", nargs=-1, type=click.Path(path_type=Path))
@format_option("text", "json", "sarif")
@output_option()
@as_of_option()
@click.option("--since", metavar="REVISION", help=here("Also compare with this revision of git."))
@lang_option()
def command(
    places: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    as_of: date | None,
    since: str | None,
    lang: str | None,
) -> int:
    """Open, ask the rules, tell what is wrong; 1 if an error was found, 3 if a rule failed."""
    from smmkit import git
    from smmkit.diagnostics import FORMATS, MACHINE, Surroundings, told
    from smmkit.problem import Severity
    from smmkit.rules import CRASHED

    found = opened(*places or (Path(),), as_of=as_of, since=since)
    form = form_of(form, output, tuple(FORMATS))
    speech = reader(lang or ("en" if form in MACHINE else None), found.qms)
    checked = check(found)
    top = git.top_of(found.root) if form == "sarif" else None
    around = Surroundings(Path.cwd(), top or found.root, coloured() and output is None)
    show(told(form, checked, speech, around), output)
    if any(diagnostic.rule is CRASHED for diagnostic in checked.diagnostics):
        return 3
    return int(checked.count(Severity.ERROR) > 0)


def check(found: Opened) -> Checked:
    """What the rules say of the part that was asked for."""
    from smmkit.analyses.unfilled import blanks
    from smmkit.diagnostics import Checked
    from smmkit.rules import examine, rules

    return Checked(
        found.root,
        found.qms.as_of,
        found.count,
        sum(found.covers(document.path) for document in found.qms.documents),
        tuple(d for d in examine(found.qms) if found.covers(d.at.path)),
        rules(),
        tuple(b.document.path for b in blanks(found.qms) if found.covers(b.document.path)),
    )
