"""The answers to `smm init` as far as given: kept beside the folder, offered again, gone when done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from smmkit.console.streams import complain
from smmkit.errors import SmmError
from smmkit.words import Language, say

MARK = "# smm init"
"""How such a file begins; another of its name is a person's, and is left alone."""


class KeptAnswers:
    """What a person at the terminal has answered already, in a file that `--answers` takes, too."""

    def __init__(self, folder: Path, wanted: bool = True) -> None:
        """`wanted` is whether anything is asked: what is given in options or files is not kept."""
        full = folder.resolve()
        self.folder = folder
        self.file = full.parent / f"{full.name}-answers.yaml"
        self.wanted = wanted and full.parent.is_dir() and self.is_ours()
        self.before: dict[str, Any] = self.read() if self.wanted else {}
        self.given: dict[str, Any] = {}

    def is_ours(self) -> bool:
        """Whether the place is free, or has what an earlier call has left."""
        if not os.path.lexists(self.file):
            return True
        try:
            return self.file.is_file() and self.file.read_text("utf-8").startswith(MARK)
        except (OSError, ValueError):
            return False

    def read(self) -> dict[str, Any]:
        """The answers of an earlier call by the names of a file of answers; none where none are left."""
        from smmkit.dialogue.answers_file import read_answers

        if not self.file.exists():
            return {}
        try:
            read = read_answers(self.file)[1]
        except SmmError:
            return {}
        return read.model_dump(exclude_none=True) if read else {}

    def proposed(self, name: str, default: str | None) -> str | None:
        """What is offered as an answer: that of before, else the default."""
        value = self.before.get(name)
        if value is None or value == ():
            return default
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def line(self, name: str, index: int, default: str = "") -> str:
        """The same of an answer in several lines: a unit as CODE=Name, a service as CODE: Name."""
        lines = self.before.get(name, ())
        if index >= len(lines):
            return default
        entry = lines[index]
        if name == "units":
            return f"{entry['id']}={entry['title']}"
        return f"{entry['owner']}: {entry['title']}" if "owner" in entry else entry["title"]

    def leave_out(self, name: str, index: int) -> None:
        """Offer a row of several no longer."""
        rows = self.before[name]
        self.before[name] = (*rows[:index], *rows[index + 1 :])

    def keep(self, name: str, value: Any) -> None:
        """Remember an answer, on disk as well, for a window may be closed at any time."""
        from smmkit.writing import write
        from smmkit.yaml_text.emit import document_text

        self.given[name] = value
        if not self.wanted or "name" not in self.given:
            return
        merged = self.before | self.given
        values = {field: part for field, part in merged.items() if part not in ("", ())}
        with suppress(
            SmmError
        ):  # a folder that takes no file takes no QMS either; that is told then
            write(self.file, f"{MARK}\n{document_text(values)}".encode())

    def keep_units(self, units: Mapping[str, str]) -> None:
        """The same of the units, by their codes."""
        later = self.before.get("units", ())[len(units) :]
        made = [{"id": code, "title": title} for code, title in units.items()]
        self.keep("units", [*made, *(unit for unit in later if unit["id"] not in units)])

    def keep_services(self, services: tuple[tuple[str, str], ...]) -> None:
        """The same of the services, each with its unit."""
        later = self.before.get("services", ())[len(services) :]
        self.keep("services", [*({"title": t, "owner": unit} for unit, t in services), *later])

    @contextmanager
    def told_when_cut_off(self, speech: Language) -> Iterator[None]:
        """Say where the answers are when a person breaks off."""
        try:
            yield
        except (click.Abort, EOFError, KeyboardInterrupt):
            complain("")  # what was being asked stays a line of its own
            self.tell(speech)
            raise

    def tell(self, speech: Language) -> None:
        """Say where the answers are, and that they are offered again."""
        if not self.wanted or not self.file.exists():
            return
        message = say(
            "Your answers are kept in {file}; smm init {folder} offers them again.",
            file=str(self.file),
            folder=str(self.folder),
        )
        complain(speech.say(message))

    def forget(self) -> None:
        """The QMS is there: what was kept is no longer needed."""
        if self.wanted:
            with suppress(OSError):
                self.file.unlink(missing_ok=True)
