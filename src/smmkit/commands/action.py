"""smm action: what became of corrective actions; a new one; closing one."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from smmkit.console.options import AsOf, Lang, OnDay, Output, PageForm
from smmkit.console.verb import Purpose, verb


@verb("action", Purpose.AUDIT, order=4)
def command(
    words: Annotated[list[str] | None, Argument(metavar="[list|new|close ID] [FOLDER]")] = None,
    on: OnDay = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """List corrective actions with what became of them, begin one, or close one; it is
    closed only with its cause, its action and a look at its effect.
    """
    from smmkit.dialogue.follow_up import begin_or_follow

    return begin_or_follow("corrective-action", words or [], on, (form, output), as_of, lang)
