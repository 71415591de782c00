"""The options that verbs share. Help is plain English here; `Verb` says it in the reader's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, Literal

from click import Choice
from typer import Argument, BadParameter, Option

from smmkit.console.language import here, speech_here
from smmkit.words import say

PACKAGE = Path(__file__).parent.parent


def day(text: str) -> date:
    """A day on the command line: 2019-12-31, or as offices say it, if it can be no other.

    Raises:
        BadParameter: it is none, or may be another one.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        from smmkit.console.opening import today_in
        from smmkit.corrections.near_days import near_day
        from smmkit.corrections.put_right import day as day_said
        from smmkit.layout import DEFAULT_ZONE

        said, today = day_said(text), today_in(DEFAULT_ZONE)
        right = said or day_said(f"{text} {today.year}")  # akhir tahun
        meant = date.fromisoformat(right.yaml) if right else near_day(text, today)
        sure = said is not None and said.is_certain
        if meant is None:
            raise BadParameter(here("write a day as 2019-12-31")) from error
        if not sure or text[4:5] == "-":  # 2021-13-01: rather a slip than a day before its month
            hint = say("write {line}, if {day} is meant", line=str(meant), day=meant)
            raise BadParameter(speech_here().say(hint)) from error
        return meant


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

Select = Annotated[
    list[str] | None,
    Option(metavar="RULES", help="Only these rules: codes, families such as SMM7, names."),
]
"""Rules that alone are asked."""

Ignore = Annotated[list[str] | None, Option(metavar="RULES", help="Not these rules.")]
"""Rules that are not asked."""

OnDay = Annotated[
    date | None,
    Option(
        "--on",
        parser=day,
        metavar="YYYY-MM-DD",
        help="The day on which it was done; without it, the day of judgement.",
    ),
]
"""The day of something that is written down."""

Workers = Annotated[
    int | None,
    Option(min=1, max=64, help="Processes; without it, as many as there are processors."),
]
"""Among how many processes the work is shared."""

Lang = Annotated[Literal["en", "id"] | None, Option(help="The language of the answer.")]
"""The language of the answer."""


def forms_in(folder: str) -> tuple[str, ...]:
    """The words of all formats: each is a module of `formats/` or `diagnostics/`; text goes first."""
    names = (module.name for module in iter_modules([str(PACKAGE / folder)]))
    return tuple(sorted(names, key=lambda name: (name != "text", name)))


def format_option(forms: tuple[str, ...]) -> Any:
    """The option that chooses among formats."""
    return Option(
        "--format",
        "-f",
        click_type=Choice(forms),
        help="How to show it; without it, as the name of the output file says, else as text.",
    )


PAGE_FORMS = (*forms_in("formats"), "json")
"""What a page can be shown as, or the data behind it."""

PageForm = Annotated[str | None, format_option(PAGE_FORMS)]
"""How to show a report."""

PROBLEM_FORMS = forms_in("diagnostics")
"""What the problems of a folder can be shown as."""

DataForm = Annotated[str | None, format_option(("text", "json"))]
"""How to show what has no page: text, or the data behind it."""

ProblemForm = Annotated[str | None, format_option(PROBLEM_FORMS)]
"""How to show what is wrong."""

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
