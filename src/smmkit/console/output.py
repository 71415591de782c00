"""The way out: text, bytes, a page in a format; to a file, to stdout, or to who watches."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from smmkit.console.language import reader
from smmkit.console.opening import Opened
from smmkit.errors import SmmError
from smmkit.words import Language, say
from smmkit.writing import write

if TYPE_CHECKING:
    from smmkit.page import Page
    from smmkit.reports import Report


def form_of(form: str | None, output: Path | None, known: tuple[str, ...]) -> str:
    """The format: as asked, else as the name of the output file ends, else text."""
    suffix = output.suffix.lstrip(".").lower() if output else ""
    return form or (suffix if suffix in known else "text")


def as_json(data: dict[str, Any]) -> str:
    """Data for programs: readable, UTF-8, the same bytes each time."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def drawn(page: Page, form: str, speech: Language, day: date, output: Path | None) -> str | bytes:
    """A page in one format; text is as wide as the terminal, and in colour where that is shown."""
    from smmkit.formats import draw, is_text

    colour = form == "text" and output is None and coloured()
    bytes_ = draw(page, form, speech, day=day, width=width(), colour=colour)
    return bytes_.decode() if is_text(form) else bytes_


def show_report(
    found: Opened, report: Report, form: str, output: Path | None, lang: str | None
) -> int:
    """Show a report, as data or as a page; 1 if files could not be read and are missing from it."""
    from smmkit.git import origin_of
    from smmkit.serialized import serialized

    qms = found.qms
    if form == "json":
        show(as_json(serialized(report, reader(lang or "en"))), output)
    else:
        page = report.page(origin_of(found.root))
        show(drawn(page, form, reader(lang, qms), qms.as_of, output), output)
    return int(bool(qms.stubs))


def show(content: str | bytes, output: Path | None = None) -> None:
    """The one way out: to a file, whole or not at all, or to stdout.

    Raises:
        SmmError: the file cannot be written, or bytes would go to a terminal.
    """
    if output is not None:
        write(output, content.encode() if isinstance(content, str) else content)
    elif isinstance(content, str):
        show_text(content)
    elif sys.stdout.isatty():
        raise SmmError(say("this format is not for a terminal; name a file with --output"))
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def show_lines(lines: Iterable[object], speech: Language) -> None:
    """Sentences and texts to stdout, one a line."""
    show_text("".join(speech.say(line) + "\n" for line in lines))


def show_text(text: str) -> None:
    """Text to stdout in its encoding; a letter that a console does not have is shown as `?`."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()


def coloured() -> bool:
    """Whether stdout shows colour: a terminal, and nobody said NO_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def width() -> int:
    """The columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def show_notice(text: str) -> None:
    """What takes a while, on stderr, only where a person watches."""
    if sys.stderr.isatty():
        typer.echo(text, err=True)


def show_progress(text: str) -> None:
    """How far it is, as a notice, but each over the last; an empty text wipes it away."""
    if sys.stderr.isatty():
        typer.echo(f"\r\x1b[K{text}", err=True, nl=False)
