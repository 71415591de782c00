"""What one editor has open, in which folders of a QMS; what is wrong goes to it when it is known."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

from lsprotocol import types as t

from smmkit.console.language import reader
from smmkit.errors import SmmError
from smmkit.lsp.folder import Folder
from smmkit.lsp.folders import path_in, path_of, root_of, uri_in
from smmkit.lsp.judging import Judging, Told
from smmkit.lsp.problems import marked
from smmkit.lsp.texts import Text
from smmkit.qms import Qms
from smmkit.words import Language, language

PATIENCE = 10
"""So many seconds an answer waits for a folder that is read for the first time."""

A = TypeVar("A")

Publish = Callable[[t.PublishDiagnosticsParams], None]


class Session:
    """The texts that are open, the folders that they are in, and the thread that judges them."""

    def __init__(self, lang: str | None, publish: Publish, complain: Callable[[str], None]) -> None:
        self.lang = lang
        self.locale = "en"
        """The language of the editor; it counts where the QMS says none."""
        self.units = "utf-16"
        self.texts: dict[str, Text] = {}
        """By the names that the editor has for them."""
        self.folders: dict[Path, Folder] = {}
        self._publish, self._complain = publish, complain
        self._published: dict[str, list[t.Diagnostic]] = {}
        self._homes: dict[str, Path] = {}
        """For each file that something was said of, the folder."""
        self.judging = Judging(self.open_in, self._tell, self._failed)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to judge; what is found is handed to the loop."""
        self._loop = loop
        self.judging.start()

    def enter(self, uri: str) -> None:
        """A folder was opened: if it is in a QMS, read it."""
        path = path_of(uri)
        root = root_of(path) if path else None
        if root:
            self.judging.touch(self._folder(root))

    def opened(self, uri: str, raw: str, version: int | None) -> None:
        """A text was opened, or has changed."""
        path = path_of(uri)
        root = root_of(path) if path else None
        if path is None or root is None:
            self.closed(uri)
            return
        text = Text(path_in(root, path), raw, self.units, version)
        self.texts[uri] = text
        self.judging.touch(self._folder(root), [text.path])

    def closed(self, uri: str) -> None:
        """A text was closed: from now on what lies on the disk counts."""
        self.texts.pop(uri, None)
        self.changed(uri)

    def changed(self, uri: str) -> None:
        """A file has come, gone, or changed on the disk."""
        path = path_of(uri)
        root = self._root_before(uri, path) if path else None
        if path is None or root is None or not path.is_relative_to(root):
            return
        inside = path_in(root, path)
        if inside.startswith(".git/"):
            return
        folder = self._folder(root)
        folder.forget(inside)
        self.judging.touch(folder, [inside] if uri in self.texts else [])

    def at(self, uri: str) -> tuple[Text, Folder] | None:
        """A text that is open, with its folder; None where it is in no QMS."""
        text, path = self.texts.get(uri), path_of(uri)
        root = root_of(path) if path else None
        return (text, self._folder(root)) if text and root else None

    async def ready(self, folder: Folder) -> None:
        """Wait until a folder was read once."""
        if not folder.ready.is_set():
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(None, folder.ready.wait, PATIENCE)

    async def current(self, folder: Folder) -> None:
        """Wait until a folder was read as it is now; not for long, where somebody goes on typing."""
        await self.ready(folder)
        wanted, end = folder.touched, monotonic() + 1
        while folder.seen < wanted and monotonic() < end:
            await asyncio.sleep(0.005)

    def speech(self, qms: Qms | None) -> Language:
        """The language of an answer: as asked; that of the QMS; that of the editor."""
        if self.lang or (qms and qms.settings):
            return reader(self.lang, qms)
        return language(self.locale)

    def open_in(self, folder: Folder) -> Mapping[str, Text]:
        """The texts that are open in a folder, by their paths there."""
        found = {}
        for uri, text in list(self.texts.items()):
            path = path_of(uri)
            if path and root_of(path) == folder.root:
                found[text.path] = text
        return found

    def _root_before(self, uri: str, path: Path) -> Path | None:
        """The folder that a file was in when something was said of it; else the one that it is in.

        Why: with its `qms.yaml` a folder goes, and what was said of its files has to go, too.
        """
        known = next((place for place in path.parents if place in self.folders), None)
        return self._homes.get(uri) or root_of(path) or known

    def _folder(self, root: Path) -> Folder:
        return self.folders.setdefault(root, Folder(root))

    def _tell(self, told: Told) -> None:
        """Put into words what is wrong, and hand over what differs from what the editor knows."""
        speech = self.speech(told.folder.known or told.qms)
        named = [(uri, file) for uri in list(self.texts) if (file := path_of(uri))]
        new: dict[str, list[t.Diagnostic]] = {}
        for path, found in told.found.items():
            uri = uri_in(told.folder.root, path, named)
            new[uri] = marked(found, told.texts.get(path) or self._read(told.qms, path), speech)
        if told.is_all:
            before = [uri for uri, root in self._homes.items() if root == told.folder.root]
            new |= {uri: [] for uri in before if uri not in new}
        for uri, diagnostics in new.items():
            if self._published.get(uri) != diagnostics:
                self._send(uri, diagnostics, self.texts.get(uri))
            self._published[uri] = diagnostics
            self._homes[uri] = told.folder.root

    def _read(self, qms: Qms | None, path: str) -> Text:
        """A file that is not open, as far as it matters how wide its letters are."""
        try:
            data = qms.tree.read(path) if qms else b""
        except OSError:
            data = b""
        return Text(path, data.decode("utf-8-sig", "replace"), self.units)

    def _send(self, uri: str, diagnostics: Iterable[t.Diagnostic], text: Text | None) -> None:
        params = t.PublishDiagnosticsParams(uri, list(diagnostics), text.version if text else None)
        self._hand(self._publish, params)

    def _failed(self, folder: Folder, error: Exception) -> None:
        """Say why a folder cannot be judged."""
        speech = self.speech(folder.known)
        said = speech.say(error.message) if isinstance(error, SmmError) else repr(error)
        self._hand(self._complain, f"{folder.root}: {said}")

    def _hand(self, work: Callable[[A], None], what: A) -> None:
        """Let the loop do something; where it has ended, nobody waits for it."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(work, what)
