"""Where what is named stands, and who names it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from lsprotocol import types as t

from smmkit.analyses.references.links import Link, pointing_at
from smmkit.location import Location
from smmkit.lsp.asked import field_at, model_of
from smmkit.lsp.folder import Folder
from smmkit.lsp.folders import path_of, uri_in
from smmkit.lsp.texts import Text
from smmkit.model.marks import FILE, RefersTo, Trait
from smmkit.yaml_text.source import Source
from smmkit.yaml_text.spans import Span, at_place

MANY = 20
"""In more documents than this an id is looked for letter by letter, where that is as sure."""


class Places:
    """Places of a folder, each as the editor counts and calls it."""

    def __init__(self, folder: Folder, open_: Mapping[str, Text], units: str) -> None:
        self.folder = folder
        self.named = [(uri, path) for uri in open_ if (path := path_of(uri))]
        self.texts = {text.path: text for text in open_.values()}
        self.units = units

    def text(self, path: str) -> Text:
        """A text as it is open, or as it was read."""
        if path not in self.texts:
            source = self.folder.known.sources.get(path) if self.folder.known else None
            self.texts[path] = Text(path, whole(source) if source else "", self.units)
        return self.texts[path]

    def location(self, at: Location) -> t.Location:
        """A place as the editor has it."""
        range_ = self.text(at.path).range(at.line, at.column, at.end_line, at.end_column)
        return t.Location(uri_in(self.folder.root, at.path, self.named), range_)


def whole(source: Source) -> str:
    """The text of a source, as far as it matters where something stands."""
    return source.yaml if not source.prose_line else f"{source.yaml}---\n{source.prose}"


def named_at(text: Text, at: t.Position) -> tuple[Span, str] | None:
    """The id that stands at a place of a text, named or given there."""
    span = at_place(text.spans, *text.place(at))
    if span is None or span.is_key:
        return None
    field = field_at(model_of(text), span.steps)
    is_id = field and (isinstance(field.reference, RefersTo) or field.has(Trait.KEY))
    return (span, span.text) if is_id else None


def definition(text: Text, at: t.Position, places: Places) -> t.Location | None:
    """Where that stands which is named at a place: a document, an entry in one, a file."""
    qms = places.folder.known
    if qms is None:
        return None
    if found := named_at(text, at):
        if found[1] not in qms.homes:
            return None
        document, steps = qms.homes[found[1]]
        return places.location(document.source.at(*steps, "id"))
    span = at_place(text.spans, *text.place(at))
    field = field_at(model_of(text), span.steps) if span and not span.is_key else None
    if span is None or field is None or field.reference != FILE:
        return None
    path = beside_path(text.path, span.text)
    return places.location(Location(path)) if path in qms.tree.paths() else None


def beside_path(path: str, file: str) -> str:
    """The path of a file that a document names from where it lies."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


def references(text: Text, at: t.Position, places: Places, *, declared: bool) -> list[t.Location]:
    """Everywhere that an id is named; with `declared` also where it is given."""
    qms, found = places.folder.known, named_at(text, at)
    if qms is None or found is None:
        return []
    id_ = found[1]
    links = qms.fact(pointing_at).get(id_, [])
    spots = [*spots_of(id_, links)]
    if declared and id_ in qms.homes:
        document, steps = qms.homes[id_]
        spots.insert(0, document.source.at(*steps, "id"))
    return [places.location(spot) for spot in spots]


def spots_of(id_: str, links: Iterable[Link]) -> Iterator[Location]:
    """Where links stand; each text is walked through once."""
    by_path: dict[str, list[Link]] = {}
    for link in links:
        by_path.setdefault(link.document.path, []).append(link)
    for path, own in by_path.items():
        source = own[0].document.source
        seen = at_once(path, id_, source) if len(by_path) > MANY else []
        yield from seen if len(seen) == len(own) else source.places([link.steps for link in own])


def at_once(path: str, id_: str, source: Source) -> list[Location]:
    """Where an id stands as a whole value, as far as letters show it.

    Why: to walk through the texts of two thousand documents takes seconds; where as many values as
    links are found, they are the links.
    """
    pattern = re.compile(
        rf"""(?:^|[:\-\[,]) *(["']?)({re.escape(id_)})\1(?=[ ]*(?:$|[,\]}}]| \#))""", re.MULTILINE
    )
    found = []
    for one in pattern.finditer(source.yaml):
        start, end = one.start(2) - len(one[1]), one.end(2) + len(one[1])
        line = source.yaml.count("\n", 0, start)
        begin = source.yaml.rfind("\n", 0, start) + 1
        place = Location(path, line + 1, start - begin + 1, line + 1, end - begin + 1)
        found.append(place)
    return found
