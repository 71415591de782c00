"""smm show"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from smmkit.commands.options import (
    Opened,
    as_of_option,
    drawn,
    here,
    lang_option,
    opened,
    output_option,
    reader,
    show,
)
from smmkit.errors import SmmError
from smmkit.words import Message, say


@click.command("show", help=here("Show one thing: its content, state, who refers to it."))
@click.argument("id", metavar="ID")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@output_option()
@as_of_option()
@lang_option()
def command(
    id: str, folder: Path, output: Path | None, as_of: date | None, lang: str | None
) -> int:
    """Open, look it up, draw."""
    from smmkit.reports import detail

    found = opened(folder, as_of=as_of)
    qms = found.qms
    if id not in qms.things:
        raise SmmError(missing(id, found))
    page = detail.page(qms, id)
    show(drawn(page, "text", reader(lang, qms), qms.as_of, output), output)
    return 0


def missing(id: str, found: Opened) -> Message:
    """Why an id cannot be shown."""
    from smmkit.rules.links import closest

    if stub := found.qms.stub_of.get(id):
        return say(
            "{id} stands in {path}, which has faults; run `smm validate`", id=id, path=stub.path
        )
    near = closest(id, list(found.qms.things))
    if near:
        return say("there is no {id}; did you mean {word}?", id=id, word=near)
    return say("there is no {id} in this folder", id=id)
