"""Another id for a thing: it itself, whatever names it, and the file that is called by it; or all stays."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links, pointing_at
from smmkit.analyses.references.nearest import why_missing
from smmkit.errors import SmmError
from smmkit.fixes.change import Change, at_place, changed, plain_text
from smmkit.layout import HOME, ISSUED
from smmkit.location import Path
from smmkit.model.marks import FILE
from smmkit.new.ids import check_new_id
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.edit import written_like

RENAMED = say("another id")


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The files as they were and as they become, by their paths; a file that is renamed goes and comes."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes | None]
    texts: Mapping[str, str]
    """What changes inside files, by the path that each had."""
    moved: tuple[str, str] | None
    mentions: tuple[str, ...]
    """Where the old id stands in prose, as `file:line`; that is left to a person."""


def renumbered(qms: Qms, old: str, new: str, path: str = "") -> Renumbered:
    """A folder in which a thing has another id; with a path, the one of this id that stands there.

    Raises:
        SmmError: there is no such thing, or two; the new id cannot be used; the text is approved.
    """
    check_new_id(new, qms)
    home, places = where(qms, old, path)
    if (
        old != new
        and any(p.startswith(f"{ISSUED}{old}/") for p in qms.tree.paths())
        and not twins(qms, old)
    ):
        raise SmmError(
            say(
                "{id} was approved and is known by this id; leave it, or write a new document that "
                "`supersedes:` it",
                id=old,
            )
        )
    changes = {home: [change_at(qms, home, steps, new) for steps in places]}
    for source, steps in named(qms, old, home if twins(qms, old) else ""):
        changes.setdefault(source, []).append(change_at(qms, source, steps, new))
    before = {p: qms.tree.read(p) for p in changes}
    texts = {p: changed(plain(p, before[p]), own) for p, own in changes.items()}
    after: dict[str, bytes | None] = {p: written_like(before[p], t) for p, t in texts.items()}
    moved = new_name(qms, old, new, home)
    if moved:
        after[moved[1]], after[home] = after[home], None
    return Renumbered(before, after, texts, moved, tuple(mentions(qms, old)))


def where(qms: Qms, id: str, path: str) -> tuple[str, list[Path]]:
    """The file in which a thing stands, and the key paths of its id there.

    Raises:
        SmmError: it stands nowhere, or in several files and none of them is named.
    """
    found = {p: list(ids_at(s.values, id)) for p, s in qms.sources.items()}
    homes = [p for p, steps in found.items() if steps and path in {"", p}]
    if not homes:
        raise SmmError(
            why_missing(id, qms) if not path else say("{path} has no {id}", path=path, id=id)
        )
    if len(homes) > 1:
        raise SmmError(
            say(
                "{id} stands in {paths}; say which of them gets the other id: smm renumber {id} NEW-ID FILE",
                id=id,
                paths=homes,
            )
        )
    if homes[0] == HOME and found[HOME][0] == ("id",):
        raise SmmError(say("{path} keeps its id", path=HOME))
    return homes[0], found[homes[0]][
        -1:
    ]  # of two in one file the second, which is told as the twin


def twins(qms: Qms, id: str) -> bool:
    """Whether several things have this id."""
    return sum(len(list(ids_at(source.values, id))) for source in qms.sources.values()) > 1


def ids_at(values: Any, id: str, steps: Path = ()) -> Iterator[Path]:
    """The key paths at which something says that this is its id."""
    if isinstance(values, dict):
        if values.get("id") == id:
            yield (*steps, "id")
        for key, value in values.items():
            yield from ids_at(value, id, (*steps, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from ids_at(value, id, (*steps, index))


def named(qms: Qms, id: str, only: str) -> Iterator[tuple[str, Path]]:
    """Every place that names an id; with a path, those in this file alone, since others mean its twin."""
    for link in qms.fact(pointing_at).get(id, ()):
        if only in {"", link.document.path}:
            yield link.document.path, link.steps


def change_at(qms: Qms, path: str, steps: Path, new: str) -> Change:
    """The change of one value of a file.

    Raises:
        SmmError: it is written over several lines.
    """
    at = qms.sources[path].at(*steps)
    if at.line != at.end_line:
        raise SmmError(
            say("{path}:{line} is written over several lines", path=path, line=str(at.line))
        )
    return at_place(at, new, RENAMED)


def plain(path: str, data: bytes) -> str:
    """The text of a file.

    Raises:
        SmmError: it could not be written back as it is.
    """
    text = plain_text(data)
    if text is None:
        raise SmmError(say("{path} cannot be changed without changing more of it", path=path))
    return text


def new_name(qms: Qms, old: str, new: str, home: str) -> tuple[str, str] | None:
    """What the file was called and is called now, where it has the name of the id and nobody names it."""
    stem, _, end = posixpath.basename(home).rpartition(".")
    if stem != old:
        return None
    files = (link for link in qms.fact(links) if link.mark is FILE)
    if any(resolve(link.document, link.target) == home for link in files):
        return None
    renamed = posixpath.join(posixpath.dirname(home), f"{new}.{end}")
    return None if renamed in qms.tree.paths() else (home, renamed)


def mentions(qms: Qms, id: str) -> Iterator[str]:
    """Where an id stands in prose."""
    word = re.compile(rf"(?<![\w.-]){re.escape(id)}(?![\w-])")
    for path, source in qms.sources.items():
        if found := word.search(source.prose):
            yield f"{path}:{source.prose_at(found.start()).line}"
