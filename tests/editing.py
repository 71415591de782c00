"""An editor with our language server: it types, waits for what is marked, and asks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from language_server import PATIENCE, Client, place

Marks = list[dict[str, Any]]

SERVER = [sys.executable, "-m", "smmkit", "lsp", "--stdio"]

EVERYTHING = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}


class Editor(Client):
    """An editor that has one folder open, and speaks to the server as it goes."""

    def __init__(self, root: Path, *options: str, **wishes: Any) -> None:
        pytest.importorskip("pygls", reason='pip install "smmkit[lsp]"')
        self.root = root
        self.versions: dict[Path, int] = {}
        super().__init__([*SERVER, *options], root, {}, **wishes)

    def show(self, path: str, text: str | None = None) -> Path:
        """Open a file as it lies on the disk, or with another text; its first marks are awaited."""
        file = self.root / path
        text = file.read_text("utf-8") if text is None else text
        self.versions[file] = 1
        self.open(file, text)
        self.marks(file)
        return file

    def type(self, file: Path, text: str) -> None:
        """Have a file hold this text from now on; it is not saved."""
        self.versions[file] += 1
        document = {"uri": file.as_uri(), "version": self.versions[file]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def close(self, file: Path) -> None:
        """Close a file; what was typed is lost."""
        self.tell("textDocument/didClose", textDocument={"uri": file.as_uri()})
        del self.versions[file]

    def marks(self, file: Path, are: Callable[[Marks], bool] = lambda _: True) -> Marks:
        """What is marked in a file, as soon as it is as expected."""
        end = time.monotonic() + PATIENCE
        while file.as_uri() not in self._wrong or not are(self._wrong[file.as_uri()]):
            if time.monotonic() > end:
                raise AssertionError(self._wrong.get(file.as_uri()))
            self._note(self._next())
        return self._wrong[file.as_uri()]

    def codes(self, file: Path, *expected: str) -> None:
        """Wait until just these rules speak of a file."""
        self.marks(file, lambda marks: sorted(mark["code"] for mark in marks) == sorted(expected))

    def offers(self, file: Path, text: str) -> dict[str, dict[str, Any]]:
        """What may be typed where `|` stands in a text."""
        line, column = self.put(file, text)
        return self.completion(file, line, column)

    def put(self, file: Path, text: str) -> tuple[int, int]:
        """Type a text that has a `|` where the cursor is; line and column from 0, in UTF-16."""
        before, _, behind = text.partition("|")
        self.type(file, before + behind)
        line = before.count("\n")
        return line, len(before[before.rfind("\n") + 1 :].encode("utf-16-le")) // 2

    def at(self, method: str, file: Path, line: int, column: int, **more: Any) -> Any:
        """A question about a place."""
        return self.ask(f"textDocument/{method}", **place(file, line, column), **more)

    def actions(self, file: Path, only: list[str] | None = None) -> list[dict[str, Any]]:
        """What can be put right in a file."""
        context = {"diagnostics": []} | ({"only": only} if only else {})
        document = {"uri": file.as_uri()}
        return self.ask(
            "textDocument/codeAction", textDocument=document, range=EVERYTHING, context=context
        )


@contextmanager
def editing(root: Path, *options: str, **wishes: Any) -> Iterator[Editor]:
    """An editor for as long as it is needed."""
    editor = Editor(root, *options, **wishes)
    try:
        yield editor
        editor.leave()
    finally:
        editor.end()


def done(action: dict[str, Any], text: str) -> str:
    """A text after an action, as an editor does it: by UTF-16."""
    (change,) = action["edit"]["documentChanges"]
    lines = text.split("\n")
    for edit in sorted(change["edits"], key=lambda e: e["range"]["start"]["line"], reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]].encode("utf-16-le")
        new = line[: 2 * start["character"]] + edit["newText"].encode("utf-16-le")
        lines[start["line"]] = (new + line[2 * end["character"] :]).decode("utf-16-le")
    return "\n".join(lines)
