"""smm gap-report"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from smmkit.commands.options import (
    as_of_option,
    folder_argument,
    form_of,
    format_option,
    here,
    lang_option,
    opened,
    output_option,
    report,
)
from smmkit.errors import SmmError
from smmkit.words import say

FORMS = ("text", "html", "pdf", "xlsx", "json")


@click.command("gap-report", help=here("Compare with a standard: what is claimed, what is proved."))
@folder_argument()
@click.option(
    "--standard", metavar="ID", help=here("The standard; without it, the first of qms.yaml.")
)
@format_option(*FORMS)
@output_option()
@as_of_option()
@lang_option()
def command(
    folder: Path,
    standard: str | None,
    form: str | None,
    output: Path | None,
    as_of: date | None,
    lang: str | None,
) -> int:
    """Open, compare, draw; 1 if files could not be read and are missing from it."""
    from smmkit import git
    from smmkit.reports import gap
    from smmkit.standards import shipped

    found = opened(folder, as_of=as_of)
    qms = found.qms
    pack = qms.standard(standard or qms.standard_ids[0])
    if pack is None:
        known = [*shipped(), *qms.packs]
        raise SmmError(
            say("there is no standard {id}; there are: {words}", id=standard, words=known)
        )
    form = form_of(form, output, FORMS)
    return report(
        found,
        form,
        output,
        lang,
        lambda speech: gap.data(qms, pack, speech),
        lambda: gap.page(qms, pack, git.commit_of(found.root), detailed=form != "text"),
    )
