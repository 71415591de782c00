"""smm finding: what became of findings; a new one; closing one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.options import AsOf, Lang, OnDay, Output, PageForm
from smmkit.console.verb import verb


@verb("finding", order=97)
def command(
    words: Annotated[list[str] | None, Argument(metavar="[list|new|close ID] [FOLDER]")] = None,
    on: OnDay = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """List findings with what became of them (ages, rate, Pareto), begin one, or close one; it is
    closed only with its cause, its action and a look at its effect.
    """
    from smmkit.console.following import follow

    if words and words[0] == "new" and len(words) <= len(["new", "FOLDER"]):
        from smmkit.commands import new

        return new.command.function("finding", Path(*words[1:]), lang=lang)
    return follow("finding", words or [], on, (form, output), as_of, lang)
