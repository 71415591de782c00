"""What the verbs share: the options, the way in (a QMS) and the way out (text or bytes)."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smmkit.errors import SmmError
from smmkit.words import LANGUAGES, Language, language, say, spoken_here
from smmkit.writing import write

if TYPE_CHECKING:
    from smmkit.page import Page
    from smmkit.qms import Qms

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def here(text: str) -> str:
    """A help text in the language of this call. Catalogues are extracted from its calls, too."""
    return language(os.environ.get("LANGUAGE") or spoken_here()).word(text)


class DayType(click.ParamType[date]):
    """A day on the command line: 2019-12-31."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The day.

        Raises:
            click.BadParameter: it is none.
        """
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(here("write a day as 2019-12-31"), param, ctx)


def folder_argument() -> Decorator:
    """The folder of the QMS; the current one if none is named."""
    return click.argument("folder", type=click.Path(path_type=Path), default=Path())


def as_of_option() -> Decorator:
    """The day of judgement."""
    return click.option(
        "--as-of",
        type=DayType(),
        help=here("The day to judge by; without it, that of qms.yaml, else today."),
    )


def lang_option() -> Decorator:
    """The language of the answer."""
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), help=here("The language of the answer.")
    )


def format_option(*forms: str) -> Decorator:
    """How to show it."""
    return click.option(
        "--format",
        "-f",
        "form",
        type=click.Choice(forms),
        help=here("How to show it; without it, as the name of the output file says, else as text."),
    )


def output_option() -> Decorator:
    """Where to write it."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path, dir_okay=False),
        help=here("The file to write, instead of the terminal."),
    )


@dataclass(frozen=True)
class Opened:
    """A QMS as a command sees it: the folder, what is in it, and the part that was asked for."""

    root: Path
    qms: Qms
    asked: tuple[str, ...] = ()
    """Files or folders within the root; empty means all."""

    def covers(self, path: str) -> bool:
        """Whether a file belongs to the part that was asked for."""
        return not self.asked or any(path == a or path.startswith(a + "/") for a in self.asked)

    @property
    def count(self) -> int:
        """How many documents there are, readable or not."""
        qms = self.qms
        paths = {d.path for d in qms.documents} | {stub.path for stub in qms.stubs}
        return sum(self.covers(path) for path in paths)


def opened(*places: Path, as_of: date | None = None, since: str | None = None) -> Opened:
    """Load the QMS that these files or folders are in; the only place that asks the clock.

    Raises:
        SmmError: a place is not there, they are in several QMS, or there is nothing to read.
    """
    from smmkit.loading import load
    from smmkit.tree import Disk

    roots = {root_of(place) for place in places}
    if len(roots) > 1:
        raise SmmError(
            say(
                "these files belong to different folders of a QMS: {roots}",
                roots=sorted(map(str, roots)),
            )
        )
    root = roots.pop()
    asked = tuple(place.resolve().relative_to(root).as_posix() for place in places)
    qms = load(Disk(root), as_of, today_in)
    if since:
        qms.before = earlier(root, since, qms.as_of)
    found = Opened(root, qms, () if "." in asked else asked)
    if found.count == 0:
        raise SmmError(
            say(
                "there is nothing to check: no document (.yaml, .md) in {folder}",
                folder=str(places[0]),
            )
        )
    return found


def root_of(place: Path) -> Path:
    """The folder of the QMS that a file or folder is in: the nearest one with a qms.yaml."""
    if not os.path.exists(place):  # noqa: PTH110 - never raises, where a folder may not be entered
        raise SmmError(say("{path} is not there", path=str(place)))
    full = place.resolve()
    start = full if full.is_dir() else full.parent
    for folder in (start, *start.parents):
        if os.path.isfile(folder / "qms.yaml"):  # noqa: PTH113 - the same
            return folder
    return start


def earlier(root: Path, revision: str, as_of: date) -> Qms:
    """The same folder at an earlier revision.

    Raises:
        SmmError: there is no git, no repository, or no such revision.
    """
    from smmkit import git
    from smmkit.loading import load
    from smmkit.tree import Revision

    commit = git.resolve(root, revision)
    if commit is None:
        raise SmmError(say("git knows no revision {revision} of this folder", revision=revision))
    return load(Revision(root, commit), as_of)


def today_in(zone: str) -> date:
    """The day it is now in a time zone; where the zone is not known, the day of this machine."""
    from zoneinfo import ZoneInfo

    try:
        return datetime.now(ZoneInfo(zone)).date()
    except (OSError, ValueError):
        return datetime.now().astimezone().date()


def reader(lang: str | None, qms: Qms | None = None) -> Language:
    """The language of an answer: as asked; as SMM_LANG; that of the QMS; that of the machine."""
    if lang or os.environ.get("SMM_LANG"):
        return language(lang or spoken_here())
    if qms and qms.settings:
        return language(qms.settings.organization.language)
    return language(spoken_here())


def form_of(form: str | None, output: Path | None, known: tuple[str, ...]) -> str:
    """The format: as asked, else as the name of the output file ends, else text."""
    suffix = output.suffix.lstrip(".").lower() if output else ""
    return form or (suffix if suffix in known else "text")


def as_json(data: dict[str, Any]) -> str:
    """Data for programs: readable, UTF-8, the same bytes each time."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def drawn(page: Page, form: str, speech: Language, day: date, output: Path | None) -> str | bytes:
    """A page in one format; text is as wide as the terminal, and in colour where that is shown."""
    from smmkit.formats import TEXTS, draw

    colour = form == "text" and output is None and coloured()
    bytes_ = draw(page, form, speech, day=day, width=width(), colour=colour)
    return bytes_.decode() if form in TEXTS else bytes_


def report(
    found: Opened,
    form: str,
    output: Path | None,
    lang: str | None,
    data: Callable[[Language], dict[str, Any]],
    page: Callable[[], Page],
) -> int:
    """Show a report, as data or as a page; 1 if files could not be read and are missing from it."""
    qms = found.qms
    if form == "json":
        show(as_json(data(reader(lang or "en"))), output)
    else:
        show(drawn(page(), form, reader(lang, qms), qms.as_of, output), output)
    return int(bool(qms.stubs))


def show(said: str | bytes, output: Path | None = None) -> None:
    """The one way out: to a file, whole or not at all, or to stdout.

    Raises:
        SmmError: the file cannot be written, or bytes would go to a terminal.
    """
    if output is not None:
        write(output, said.encode() if isinstance(said, str) else said)
    elif isinstance(said, str):
        say_out(said)
    elif sys.stdout.isatty():
        raise SmmError(say("this format is not for a terminal; name a file with --output"))
    else:
        sys.stdout.buffer.write(said)
        sys.stdout.buffer.flush()


def say_out(text: str) -> None:
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


def notice(text: str) -> None:
    """What takes a while, on stderr, only where a person watches."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


def ticked(text: str) -> None:
    """How far it is, as `notice`, but each over the last; an empty text wipes it away."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", err=True, nl=False)
