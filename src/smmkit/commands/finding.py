"""smm finding: what became of findings; a new one; closing one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from typer import Argument

from smmkit.console.options import AsOf, Lang, OnDay, Output, PageForm
from smmkit.console.verb import Purpose, verb


@verb("finding", Purpose.AUDIT, order=3)
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
    return begin_or_follow("finding", words or [], on, (form, output), as_of, lang)


def begin_or_follow(
    kind: str,
    words: list[str],
    on: date | None,
    drawn: tuple[str | None, Path | None],
    as_of: date | None,
    lang: Literal["en", "id"] | None,
) -> int:
    """A new one, as `smm new` makes it; else what the words say with those there are."""
    match words:
        case ["new", *rest] if len(rest) <= 1:
            from smmkit.commands import new

            return new.command.function(kind, Path(*rest), lang=lang)
    from smmkit.console.following import follow

    return follow(kind, words, on, drawn, as_of, lang)
