"""Personal data in what may leave the organization: in documents, in tables, in the names of files."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from smmkit.analyses.organization.officers import Officers, officers, with_officers
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links
from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.seen import seen_of_file, seen_with
from smmkit.analyses.texts.unseen import ESCAPE
from smmkit.documents import Information
from smmkit.documents.people import PersonEntry
from smmkit.location import Location
from smmkit.model.marks import FILE
from smmkit.personal import CROWD, Data, Hit, Names, hinted, hits, may_have, names_of
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.yaml_text.decoding import MAX_READ
from smmkit.yaml_text.source import Source

TABLES: Final = (".csv", ".tsv")
JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between two words of a name that are written as one: SitiNurhaliza.pdf."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Personal data in a file: of which sort, where, and enough of it to find it."""

    path: str
    kind: Data
    shown: str
    at: Location | None = None
    """Its line and column, in a text."""
    place: Message | None = None
    """Its page, cell or part, in another file."""
    document: str = ""
    """The document that the file belongs to."""
    is_officer: bool = False
    """Whether it is the name or the NIP of somebody of the register who signs in office."""

    FOR_PROGRAMS: ClassVar = {
        "file": "path",
        "data": "kind",
        "shown": "shown",
        "place": "where",
        "document": "document",
    }

    @property
    def where(self) -> Message | str:
        """Its place in the file."""
        if self.place:
            return self.place
        if self.at:
            return say("line {line}, column {column}", line=self.at.line, column=self.at.column)
        return say("name of the file")


def withheld(qms: Qms) -> Names:
    """The names that no page shows: those of the registers of people that may not leave."""
    return names_of(
        entry.title
        for id_, entry in qms.things.items()
        if isinstance(entry, PersonEntry) and not may_leave(qms.homes[id_][0], qms)
    )


def in_texts(qms: Qms) -> list[Trace]:
    """What stands in the documents that may leave."""
    return [
        trace
        for document in qms.documents
        if may_leave(document, qms)
        for trace in seen_with(qms, document, in_document, qms.fact(withheld), qms.fact(officers))
    ]


def in_document(document: Information, names: Names, known: Officers) -> list[Trace]:
    """What stands in one document."""
    return [*in_text(document.source, document.id, names, known)]


def in_source(source: Source, id: str, qms: Qms) -> Iterator[Trace]:
    """What stands in one text: as it is written, and where escapes hide it, as it is read."""
    return in_text(source, id, qms.fact(withheld), qms.fact(officers))


def in_text(source: Source, id: str, names: Names, known: Officers) -> Iterator[Trace]:
    """What stands in one text, where these people have a name; of a crowd the first, beside officers."""
    left = CROWD
    for hit, text, at, is_officer in placed_hits(source, names, known):
        if not left:
            return
        left -= not is_officer
        yield Trace(source.path, hit.kind, hint_of(text, hit), at, None, id, is_officer)
    if "\\" in source.yaml and ESCAPE.search(source.yaml):
        for steps, text in texts_in(source.values):
            for hit in hits(text, "", names):
                if text[slice(*hit.span)] not in source.yaml:
                    yield Trace(
                        source.path, hit.kind, hint_of(text, hit), source.at(*steps), None, id
                    )


def crowded(traces: Iterable[Trace]) -> set[str]:
    """The files that hold so much that the rest of it was not looked at."""
    counts = Counter(trace.path for trace in traces if not trace.is_officer)
    return {path for path, count in counts.items() if count >= CROWD}


def placed_hits(
    source: Source, names: Names, known: Officers
) -> Iterator[tuple[Hit, str, Location, bool]]:
    """Each hit in a text as it is written, with the text, its place, and whether it is of who signs in
    office; lines are counted once.
    """
    for text, first in ((source.yaml, 1), (source.prose, source.prose_line)):
        line, seen, begin = first, 0, 0
        for hit, is_officer in with_officers(text, names, known):
            start = hit.span[0]
            line += text.count("\n", seen, start)
            begin, seen = max(begin, text.rfind("\n", seen, start) + 1), start
            yield hit, text, Location(source.path, line, start - begin + 1), is_officer


def hint_of(text: str, hit: Hit) -> str:
    """Enough of a hit to find it."""
    return hinted(text[slice(*hit.span)])


def in_names(qms: Qms) -> list[Trace]:
    """What the names of the files say that documents which may leave bring along."""
    return [trace for path, id_ in brought(qms) for trace in in_name(path, id_, qms)]


def in_name(path: str, id: str, qms: Qms) -> list[Trace]:
    """What the name of one file says, which a document brings along."""
    return of_document(id, seen_of_file(qms, path, named_so, qms.fact(withheld)))


def of_document(id: str, traces: Iterable[Trace]) -> list[Trace]:
    """The traces in a file as those of the document that brings it along."""
    return [replace(trace, document=id) for trace in traces]


def named_so(_: Qms, path: str, names: Names) -> list[Trace]:
    """What the name of a file says by itself."""
    written = posixpath.basename(path)
    name = JOINED.sub(" ", written.replace("_", " ").replace("-", " "))
    found = {hit.kind: (text, hit) for text in (name, written) for hit in hits(text, "", names)}
    return [Trace(path, hit.kind, hint_of(text, hit)) for text, hit in found.values()]


def in_tables(qms: Qms) -> list[Trace]:
    """What stands in the tables that documents which may leave bring along."""
    found: list[Trace] = []
    for path, id_ in brought(qms):
        if path.lower().endswith(TABLES):
            found += of_document(id_, seen_of_file(qms, path, in_file, qms.fact(withheld)))
    return found


def in_file(qms: Qms, path: str, names: Names) -> list[Trace]:
    """What stands in a file that is a table."""
    try:
        return [*in_table(path, qms.tree.read(path, MAX_READ), names)]
    except OSError:
        return []  # another rule says that it is missing


def in_table(path: str, data: bytes, names: Names) -> Iterator[Trace]:
    """What stands in one table, cell by cell."""
    from smmkit.office.pieces import decoded, pieces

    rows = decoded(data).splitlines()
    if not may_have("\n\n".join(rows), names):  # no number goes on from one row to the next
        return
    for piece in pieces(path, data).found:
        for hit in hits(piece.text, piece.context, names):
            line, column = int(piece.place[1]), int(piece.place[2]) + hit.span[0]
            at = Location(path, line, column)
            yield Trace(path, hit.kind, hint_of(piece.text, hit), at)


def brought(qms: Qms) -> Iterable[tuple[str, str]]:
    """The files that documents which may leave name, each once, with the first of these documents."""
    found: dict[str, str] = {}
    for link in qms.fact(links):
        if link.mark is FILE and may_leave(link.document, qms):
            found.setdefault(resolve(link.document, link.target), link.document.id)
    return found.items()


def documents_of(traces: Iterable[Trace], qms: Qms) -> Iterator[tuple[Trace, Information]]:
    """Each trace with its document."""
    for trace in traces:
        if trace.document in qms.homes:
            yield trace, qms.homes[trace.document][0]
