"""The options that verbs share. Help is plain English here; `Verb` says it in the reader's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, BadParameter, Option

from smmkit.console.language import here


def day(text: str) -> date:
    """A day on the command line: 2019-12-31.

    Raises:
        BadParameter: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadParameter(here("write a day as 2019-12-31")) from error


Folder = Annotated[Path, Argument(metavar="[FOLDER]")]
"""The folder of the QMS; the current one if none is named."""

TargetQms = Annotated[Path, Argument(metavar="[QMS]")]
"""The QMS that something is written into, where another path is named before it."""

AsOf = Annotated[
    date | None,
    Option(
        parser=day,
        metavar="YYYY-MM-DD",
        help="The day to judge by; without it, that of qms.yaml, else today.",
    ),
]
"""The day of judgement."""

Lang = Annotated[Literal["en", "id"] | None, Option(help="The language of the answer.")]
"""The language of the answer."""

FORMAT = Option(
    "--format",
    "-f",
    help="How to show it; without it, as the name of the output file says, else as text.",
)
"""How to show it: `Annotated[Literal["text", "json"] | None, FORMAT]`."""

Output = Annotated[
    Path | None,
    Option("--output", "-o", dir_okay=False, help="The file to write, instead of the terminal."),
]
"""Where to write it."""

Yes = Annotated[bool, Option("--yes", "-y", help="Write without asking.")]
"""Not to be asked."""

DefaultOwner = Annotated[
    str | None, Option("--owner", metavar="UNIT", help="The unit that answers for them.")
]
"""The unit of documents that are taken in."""

DefaultClass = Annotated[
    str | None, Option("--class", metavar="CLASS", help="The class of who may see them.")
]
"""The class of documents that are taken in."""
