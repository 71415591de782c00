"""The way out: text, bytes, a page in a format; to a file, to stdout, or to who watches."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.language import reader, speech_here
from smmkit.console.opening import Opened
from smmkit.console.streams import complain, to_stdout
from smmkit.errors import SmmError
from smmkit.layout import DOCUMENT_ENDS, has_home
from smmkit.words import Language, harmless, powerless, say

if TYPE_CHECKING:
    from smmkit.page import Page
    from smmkit.reports import Report


OTHERS = frozenset(
    {
        *("csv", "htm", "html", "md", "svg", "xml", "yaml", "yml"),
        *("doc", "docm", "docx", "odp", "ods", "odt", "pdf", "ppt", "pptx"),
        *("xls", "xlsb", "xlsm", "xlsx"),
        *("7z", "gz", "jpg", "png", "rar", "tar", "tgz", "zip"),
    }
)
"""What the name of a file may end in that tells every program what is in it."""

STDOUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
"""Names of stdout, where a file is asked for."""

ENDS = {"text": "txt", "markdown": "md", "junit": "xml", "gitlab": "json", "github": "txt"}
"""What the name of a file ends in, where that is not the word of its format."""


def form_of(form: str | None, output: Path | None, known: tuple[str, ...]) -> str:
    """The format: as asked, else as the name of the output file ends, else text.

    Raises:
        SmmError: the name ends in something that this verb cannot write.
    """
    suffix = suffix_of(output)
    named = (word for word, end in ENDS.items() if end == suffix and word in known)
    meant = suffix if suffix in known else next(named, suffix)
    if suffix and meant != form and (suffix in OTHERS if form else meant not in known):
        endings = [form] if form else known
        possible = sorted({f".{ENDS.get(word, word)}" for word in endings})
        raise SmmError(
            say(
                "{path}: nothing that ends in {suffix} can be written here; possible: {possible}",
                path=str(output),
                suffix=f".{suffix}",
                possible=possible,
            )
        )
    return form or (meant if meant in known else "text")


def suffix_of(output: Path | None) -> str:
    """What the name of a file ends in, such as pdf; empty where it ends in nothing."""
    return output.suffix.lstrip(".").lower() if output else ""


def drawn(page: Page, form: str, speech: Language, day: date, output: Path | None) -> str | bytes:
    """A page in one format; text is as wide as the terminal, and in colour where that is shown."""
    from smmkit.formats import draw, is_text

    colour = form == "text" and output is None and coloured()
    bytes_ = draw(
        page,
        form,
        speech,
        day=day,
        width=width(),
        colour=colour,
        blocks=output is None and blocks(),
    )
    if not is_text(form):
        return bytes_
    text = bytes_.decode()
    return text if output else text.removeprefix("\ufeff")


def show_report(
    found: Opened, report: Report, form: str, output: Path | None, lang: str | None
) -> int:
    """Show a report, as data or as a page; 1 if files could not be read and are missing from it."""
    from smmkit.git import origin_of
    from smmkit.serialized import serialized
    from smmkit.words.json_text import json_text

    qms = found.qms
    if form == "json":
        show(json_text(serialized(report, reader(lang or "en"))), output)
    else:
        page = report.page(origin_of(found.root))
        show(drawn(page, form, reader(lang, qms), qms.as_of, output), output)
    return int(bool(report.unread))


def show(content: str | bytes, output: Path | None = None) -> None:
    """The one way out: to a file, whole or not at all, or to stdout.

    Raises:
        SmmError: the file cannot be written, it lies in a QMS and is none of ours, or bytes would go to
            a terminal.
    """
    if output is not None:
        write_output(output, content.encode() if isinstance(content, str) else content)
        if str(output) not in STDOUT:
            show_notice(speech_here().say(say("Written: {path}", path=str(output))))
    elif isinstance(content, str):
        show_text(content)
    elif sys.stdout.isatty():
        raise SmmError(say("this format is not for a terminal; name a file with --output"))
    else:
        to_stdout(content)


def write_output(output: Path, data: bytes) -> None:
    """A file that a person has named; inside a QMS it takes the place of nothing that is not ours.

    Raises:
        SmmError: it cannot be written, is none of ours, or would be taken for a document.
    """
    from smmkit.console.mending import sweep
    from smmkit.writing import write, write_inside

    if str(output) in STDOUT:
        to_ours(data)
        return
    full = followed(output)
    root = next((folder for folder in full.parents if has_home(folder)), None)
    if full.exists() and not full.is_file():
        write(output, data)
        return
    sweep(full.parent)
    if root is None:
        write(output, data)
        return
    path = full.relative_to(root).as_posix()
    if path.endswith(DOCUMENT_ENDS):
        raise SmmError(
            say("in a QMS {path} would be taken for a document; write it outside", path=path)
        )
    write_inside(root, path, data)


def followed(output: Path) -> Path:
    """Where a file that a person has named lies; no link in a QMS leads it out of there.

    Why: a link may come with anybody's change, and would have any file of the reader replaced.

    Raises:
        SmmError: one does.
    """
    full = Path(os.path.realpath(output))
    for folder in Path(os.path.abspath(output)).parents:  # noqa: PTH100 - links are followed above
        if has_home(folder) and not full.is_relative_to(os.path.realpath(folder)):
            raise SmmError(
                say("{path} leads out of the folder; nothing was written", path=str(output))
            )
    return full


def to_ours(data: bytes) -> None:
    """What goes to stdout although a file is named: `-`, or stdout by its name.

    Why not as a file: where stdout is led into one, that would be replaced, and what else was said is lost.

    Raises:
        SmmError: bytes would go to a terminal.
    """
    if not sys.stdout.isatty():
        to_stdout(data)
    elif b"\0" in data:
        raise SmmError(say("this format is not for a terminal; name a file with --output"))
    else:
        show_text(data.decode("utf-8", "replace"))


def show_lines(lines: Iterable[object], speech: Language) -> None:
    """Sentences and texts to stdout, one a line."""
    show_text("".join(harmless(speech.say(line)) + "\n" for line in lines))


def show_text(text: str) -> None:
    """Text to stdout in its encoding; a letter that a console does not have is shown as `?`."""
    encoding = sys.stdout.encoding or "utf-8"
    to_stdout(powerless(text).encode(encoding, "replace"))


def coloured() -> bool:
    """Whether stdout shows colour: a terminal, and nobody said NO_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def blocks() -> bool:
    """Whether stdout can show the bars of a sparkline."""
    try:
        return bool("▁█".encode(sys.stdout.encoding or "ascii"))
    except (UnicodeEncodeError, LookupError):
        return False


def width() -> int:
    """The columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def show_notice(text: str) -> None:
    """What takes a while, on stderr, only where a person watches."""
    if sys.stderr.isatty():
        complain(text)


def show_progress(text: str) -> None:
    """How far it is, as a notice, but each over the last; an empty text wipes it away."""
    if sys.stderr.isatty():
        complain(text, over=True)
