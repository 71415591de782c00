"""smm diff: read two bundles, compare what they send; 1 if they are not the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.options import PAGE_FORMS, Lang, Output, PageForm
from smmkit.console.output import drawn, form_of, show
from smmkit.console.passwords import PasswordFile, to_open
from smmkit.console.verb import Purpose, verb


@verb("diff", Purpose.SENDING, order=4)
def command(
    before: Annotated[Path, Argument(metavar="BUNDLE")],
    after: Annotated[Path, Argument(metavar="BUNDLE")],
    password_file: PasswordFile = None,
    form: PageForm = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    """Compare two bundles: documents, files and answers that came, went or changed."""
    from datetime import date

    from smmkit.analyses.leaving.bundles import Difference
    from smmkit.bundle.parts import first_in
    from smmkit.bundle.side import side_of
    from smmkit.reports.difference import day_of, page
    from smmkit.serialized import serialized
    from smmkit.words.json_text import json_text

    drawn_as = form_of(form, output, PAGE_FORMS)
    both = map(first_in, (before, after))
    found = Difference(*(side_of(one, to_open(password_file, one)) for one in both))
    if drawn_as == "json":
        show(json_text(serialized(found, reader(lang or "en"))), output)
    else:
        day = day_of(found.after.as_of) or date.min
        show(drawn(page(found), drawn_as, reader(lang), day, output), output)
    return int(not found.is_same)
