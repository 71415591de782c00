"""Who names whom: every reference in the folder, and its way back."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from smmkit.analyses.references.files import resolve
from smmkit.analyses.texts.seen import seen_in
from smmkit.documents import Information
from smmkit.documents.references import references
from smmkit.layout import ways
from smmkit.location import Path
from smmkit.model.marks import FILE, Reference, RefersTo
from smmkit.qms import Qms


class Link(NamedTuple):
    """A document names something, at a key path, and wants it to be of some kind."""

    document: Information
    steps: Path
    target: str
    mark: Reference


def links(qms: Qms) -> list[Link]:
    """Everything that any document names: ids, clauses, standards, files."""
    return [
        Link(document, steps, target, mark)
        for document in qms.documents
        for steps, target, mark in seen_in(qms, document, references)
    ]


def every_link(qms: Qms) -> list[Link]:
    """The same, and what files name that faults keep out: whoever mends them hears of all at once."""
    seen = [stub.seen for stub in qms.stubs if stub.seen]
    refused = [Link(one.stand_in, *named) for one in seen for named in one.names]
    return [*qms.fact(links), *refused]


def pointing_at(qms: Qms) -> dict[str, list[Link]]:
    """For every id, who names it."""
    index: dict[str, list[Link]] = defaultdict(list)
    for link in qms.fact(links):
        if isinstance(link.mark, RefersTo):
            index[link.target].append(link)
    return index


def belonging(qms: Qms, asked: frozenset[str]) -> frozenset[str]:
    """What was asked for, with the files that its documents name; for a file alone, with who names it."""
    files = ((one.document.path, one) for one in qms.fact(links) if one.mark == FILE)
    named = [(path, resolve(one.document, one.target)) for path, one in files]
    inside = {file for path, file in named if not asked.isdisjoint(ways(path))}
    return asked | inside | {path for path, file in named if file in asked}
