"""The way of documents into a QMS: each under its own ids, of several with one id the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from smmkit.documents import Information, Thing
from smmkit.documents.references import entries
from smmkit.files.tree import Tree
from smmkit.loading.recognizing import ids_in
from smmkit.loading.rules import DUPLICATE_ID
from smmkit.loading.twins import differs_by_case, duplicate, originals
from smmkit.location import Path
from smmkit.problem import Problem
from smmkit.qms import Qms, Seen, Stub
from smmkit.words import say


class Entering:
    """Lets documents into a QMS, and leaves a stub of those that cannot come in."""

    def __init__(self, qms: Qms, tree: Tree) -> None:
        self.qms = qms
        self.tree = tree
        self.lower: dict[str, str] = {}

    def enter_all(self, documents: Sequence[Information]) -> None:
        """Let each document in; of several with one id, the one that is meant."""
        meant = originals(documents, self.tree)
        for document in documents:
            original = meant.get(document.id, document)
            if original is document:
                self._enter(document)
            else:
                self.qms.found.append(duplicate(document, original))
                self.stub(document.path, document.kind, tuple(ids_in(document.source.values)))

    def _enter(self, document: Information) -> None:
        if document.id in self.qms.homes:
            self._name(document.id, document, document, ())
            self.stub(document.path, document.kind, tuple(ids_in(document.source.values)))
            return
        self.qms.documents.append(document)
        self._name(document.id, document, document, ())
        self.name_parts(document)

    def name_parts(self, document: Information) -> None:
        """Make the entries of a document known under their ids."""
        for steps, entry in entries(document):
            self._name(entry.id, entry, document, steps)

    def _name(self, id: str, thing: Thing, document: Information, steps: Path) -> None:
        other = self.lower.setdefault(id.lower(), id)
        if other != id:
            self.qms.found.append(differs_by_case(document, steps, id, other))
        if twin := self.qms.homes.get(id):
            message = say("{id} is already the id of something in {path}", id=id, path=twin[0].path)
            path = document.path
            hint = say(
                "give this one another id: smm renumber {id} NEW-ID {path}", id=id, path=path
            )
            here = document.source.in_file((*steps, "id"))
            problem = Problem(document.path, here, message, hint, document.id)
            self.qms.found.append((DUPLICATE_ID, problem))
        else:
            self.qms.things[id] = thing
            self.qms.homes[id] = (document, steps)

    def stub(self, path: str, kind: str, ids: tuple[str, ...], seen: Seen | None = None) -> None:
        """Keep the ids of a file that could not come in, since others may name them; what is seen of it."""
        self.keep(Stub(path, kind, ids, seen))

    def keep(self, stub: Stub) -> None:
        """Keep such a stub."""
        self.qms.stubs.append(stub)
        for id_ in stub.ids:
            self.qms.stub_of.setdefault(id_, stub)
