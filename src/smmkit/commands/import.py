"""smm import: read, show what was read and what was not, ask, then write all files or none."""

# ruff: noqa: N999 - a verb is called as its module, and this one is a word of Python

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import class_named, unit_named
from smmkit.console.opening import is_folder, opened_qms
from smmkit.console.options import DefaultClass, Lang, Yes
from smmkit.console.output import show_lines
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

Sort = Literal[
    "procedure",
    "objective",
    "risk-register",
    "people",
    "attendance",
    "team",
    "finding",
    "survey",
    "feedback",
    "external-providers",
    "training-plan",
    "resources",
    "interested-parties",
    "issues",
    "services",
    "swot",
    "job-description",
    "service-standard",
    "audit-programme",
    "audit",
    "competences",
    "service-log",
    "management-review",
]
"""What can be read from tables."""


@verb("import", Purpose.BEGINNING, order=4)
def command(
    files: Annotated[list[Path], Argument(metavar="FILE... [QMS]")],
    kind: Annotated[
        Sort | None,
        Option("--as", help="The kind; without it, as its headings say."),
    ] = None,
    owner: Annotated[
        str | None,
        Option(metavar="UNIT", help="The unit where the file names none of qms.yaml."),
    ] = None,
    class_: DefaultClass = None,
    year: Annotated[int | None, Option(help="The year of a paper that does not say it.")] = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Read what there is in Word and Excel into documents: SOP, KPI, risks, staff, attendance,
    findings, survey answers, complaints, providers, plans; take back the lists of smm export;
    register the rest as it is.
    """
    from smmkit.dialogue.confirmation import WRITTEN
    from smmkit.dialogue.lists_back import take_back, written_if_confirmed
    from smmkit.dialogue.papers_in import Given, papers_read, parted, registered

    folder = files.pop() if len(files) > 1 and is_folder(files[-1]) else Path()
    found = opened_qms(folder)
    owner = unit_named(owner, found.qms) if owner is not None else None
    class_ = class_named(class_, found.qms) if class_ is not None else None
    if year is not None and not 1000 <= year <= 9999:
        raise SmmError(say("{text} is no year; write one such as 2019", text=str(year)))
    speech = reader(lang, found.qms)
    papers, lists = parted(files)
    if lists and papers:
        raise SmmError(
            say(
                "{path} is no list that smm export made; take it in by itself",
                path=str(papers[0][0]),
            )
        )
    if lists:
        return take_back(found, lists, yes, speech)
    taken, count = papers_read(found, papers, Given(kind, owner, class_, year), speech)
    if not taken:
        show_lines([say("There is nothing to change; nothing was written.")], speech)
    else:
        last = registered(count) if count else WRITTEN
        written_if_confirmed(found, taken, yes, speech, last)
    return 0
