"""One folder of a QMS as an editor sees it: what is on the disk, and over it what is open."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Event

from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.texts.seen import seen_before
from smmkit.console.opening import today_in
from smmkit.documents import Thing
from smmkit.documents.base import Information
from smmkit.few import FEW
from smmkit.files.tree import Disk, Memory
from smmkit.layout import BASELINE, DOCUMENT_ENDS, has_home
from smmkit.loading.folder import load
from smmkit.location import Path as Steps
from smmkit.lsp.texts import Text
from smmkit.problem import Diagnostic
from smmkit.qms import Qms
from smmkit.yaml_text.source import Source

Stamp = tuple[int, int, int] | bytes
"""By what a text is known to be the one that was read: its file's time, size and number, or its bytes."""


class Folder:
    """What was read of a folder, and what was said of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: Qms | None = None
        """The latest that was read. In place of a file that cannot be read at this moment stands what
        it named when it could: who types does not lose the ids.
        """
        self.ready = Event()
        """Whether it was read once."""
        self.touched = 0
        """How many changes it was told of."""
        self.seen = 0
        """Up to which of the changes that it was told of it was read."""
        self.said: dict[str, list[Diagnostic]] = {}
        """What all rules said at last, by file."""
        self._before: Qms | None = None
        """What was read before: what was seen in texts that are still the same is not looked for again."""
        self._read: dict[str, tuple[Stamp, Source | Information]] = {}

    @property
    def is_there(self) -> bool:
        """Whether it is still the folder of a QMS."""
        return has_home(self.root)

    def read(self, open_: Mapping[str, Text]) -> Qms:
        """Read the folder with these texts over it; what has not changed is not read again.

        Raises:
            SmmError: it has more files than a QMS can have.
        """
        disk = Disk(self.root)
        over = {path: text.data for path, text in open_.items() if self._is_free(path, disk)}
        stamps = self._stamps(disk, over)
        known = {
            path: one for path, (stamp, one) in self._read.items() if stamps.get(path) == stamp
        }
        every = os.path.lexists(self.root / BASELINE)
        qms = load(Memory(over, disk), None, today_in, None if every else FEW, known)
        if self._before:
            seen_before(qms, self._before, {*self._before.tree.paths()} - known.keys())
        self._before = qms
        read: dict[str, Source | Information] = {**qms.sources}
        read |= {document.path: document for document in qms.documents}
        self._read = {path: (stamps[path], one) for path, one in read.items() if path in stamps}
        self.known = self._with_lost(qms)
        self.ready.set()
        return qms

    def forget(self, path: str) -> None:
        """Read a file again, whatever the disk says of it."""
        self._read.pop(path, None)

    def _is_free(self, path: str, disk: Disk) -> bool:
        """Whether an open text stands for a file that is read: no link, nothing hidden."""
        if any(part.startswith((".", "~$")) for part in path.split("/")):
            return False
        return path in disk.paths() or not os.path.lexists(self.root / path)

    def _stamps(self, disk: Disk, over: Mapping[str, bytes]) -> dict[str, Stamp]:
        """What each text that was read before is known by now."""
        found: dict[str, Stamp] = dict(over)
        top = f"{self.root}/"
        for path in disk.paths():
            if path in over or not path.endswith(DOCUMENT_ENDS):
                continue
            try:
                seen = os.lstat(top + path)
            except OSError:
                continue
            found[path] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
        return found

    def _with_lost(self, qms: Qms) -> Qms:
        """A QMS in which also stands what a file named before it could no longer be read."""
        before = self.known
        if before is None:
            return qms
        things: dict[str, Thing] = {}
        homes: dict[str, tuple[Information, Steps]] = {}
        for stub in qms.stubs:
            for id_ in stub.ids:
                if id_ not in qms.things and id_ in before.homes:
                    things[id_], homes[id_] = before.things[id_], before.homes[id_]
        settings = qms.settings or before.settings
        if not things and settings is qms.settings:
            return qms
        return replace(
            qms,
            things={**qms.things, **things},
            homes={**qms.homes, **homes},
            settings=settings,
            _facts={},
        )

    def state_of(self, id_: str) -> State | None:
        """The state of a document; None where it has none."""
        found = self.known.fact(standings).get(id_) if self.known else None
        return found.state if found else None
