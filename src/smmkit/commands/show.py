"""smm show: open, look it up, draw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import AsOf, Folder, Lang, Output
from smmkit.console.output import drawn, form_of, show
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError


@verb("show", Purpose.DOCUMENTS, order=2)
def command(
    id: Annotated[str, Argument(metavar="ID")],
    folder: Folder = Path(),
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show one thing: its content, state, who refers to it."""
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.approval.lookup import thing_named
    from smmkit.dialogue.meant import by_kind, unclear
    from smmkit.reports import detail

    form = form_of(None, output, ("text",))
    qms = opened(folder, as_of=as_of).qms
    named = thing_named(id, qms)
    match = named if named.sure else by_kind(id, qms) or named
    if match.id not in qms.things:
        raise SmmError(why_missing(id, qms) if match is named else unclear(match, qms))
    show(drawn(detail.page(qms, match.id), form, reader(lang, qms), qms.as_of, output), output)
    return 0
