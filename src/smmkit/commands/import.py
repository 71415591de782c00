"""smm import: read, show what was read and what was not, ask, then write all files or none."""

# ruff: noqa: N999 - a verb is called as its module, and this one is a word of Python

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import check_unit_and_class
from smmkit.console.opening import opened_qms
from smmkit.console.options import DefaultClass, Lang, TargetQms, Yes
from smmkit.console.output import drawn, show_lines, show_text
from smmkit.console.verb import verb
from smmkit.dialogue.confirmation import write_if_confirmed
from smmkit.errors import SmmError
from smmkit.words import Message, say, say_n


@verb("import", order=40)
def command(
    file: Annotated[Path, Argument(metavar="FILE")],
    folder: TargetQms = Path(),
    kind: Annotated[
        Literal["procedure", "objective", "risk-register"] | None,
        Option("--as", help="The kind; without it, as its headings say."),
    ] = None,
    owner: Annotated[
        str | None,
        Option(metavar="UNIT", help="The unit where the file names none of qms.yaml."),
    ] = None,
    class_: DefaultClass = None,
    year: Annotated[
        int | None, Option(help="The year of a KPI sheet that does not say it.")
    ] = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Read an SOP, a KPI sheet or a risk sheet (.docx, .xlsx, .csv) into documents."""
    from smmkit.intake.importing import read_into
    from smmkit.intake.result import Result
    from smmkit.modeline import kinds_with_schema, with_modelines
    from smmkit.planned import errors_with
    from smmkit.reports.imported import page
    from smmkit.tree import read_file

    found = opened_qms(folder)
    check_unit_and_class(owner, class_, found.qms)
    if year is not None and not 1000 <= year <= 9999:
        raise SmmError(say("{text} is no year; write one such as 2019", text=str(year)))
    result = Result(found.qms, owner, class_)
    read_into(result, file, read_file(file), kind, year)
    speech = reader(lang, found.qms)
    texts = with_modelines(result.files, kinds_with_schema(found.root))
    files = {path: text.encode() for path, text in texts.items()}
    errors = errors_with(found.qms, files) if files else []
    shown = drawn(page(result, str(file), errors), "text", speech, found.qms.as_of, None)
    show_text(f"{shown!s}\n")
    if not files:
        raise SmmError(say("nothing of {path} could be read as a document", path=str(file)))
    if write_if_confirmed(found, files, "import", yes, speech):
        done = say_n("{n} file is written:", "{n} files are written:", len(files))
        lines: list[Message | str] = [done, *(f"  {path}" for path in files)]
        show_lines(lines, speech)
    return 0
