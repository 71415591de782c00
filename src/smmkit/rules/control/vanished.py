"""SMM305 vanished."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.lifecycle.timeline import folder_of
from smmkit.documents import Document
from smmkit.layout import DOCUMENT_ENDS, HOME, ISSUED
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM305", "vanished", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def vanished(qms: Qms) -> Problems:
    """What was approved, its approvals, and what once had an id (seen with `--since`), do not vanish.

    Why: a withdrawn document is marked so and kept; a record is kept as long as its retention says.
    """
    issued = issued_texts(qms)
    gone = {id_: texts[-1] for id_, texts in issued.items() if not qms.may_be_there(id_)}
    for document in qms.of(Document):
        if document.id in issued:
            yield from _no_longer_approved(document, issued[document.id])
    for id_, path in gone.items():
        yield Problem(
            path,
            (),
            say("{id} was approved, and there is no document {id} any more", id=id_),
            say("copy {path} back; write `withdrawn:` with a day if it no longer holds", path=path),
        )
    if qms.before is None:
        return
    for id_ in sorted(set(qms.before.things) - set(qms.things) - set(gone)):
        home, _ = qms.before.homes[id_]
        if qms.may_be_there(id_):
            continue
        path = home.path if home.path in qms.sources else HOME
        yield Problem(
            path,
            (),
            say("{id} was in {path} and is gone", id=id_, path=home.path),
            say("bring it back; write `withdrawn:` with a day if it no longer holds"),
        )


def _no_longer_approved(document: Document, texts: list[str]) -> Problems:
    """The texts under `issued/` of versions that the document names no approval of."""
    approved = tuple(f"{folder_of(document, one.version)}/" for one in document.approvals)
    for text in texts:
        if not text.startswith(approved):
            yield problem(
                document,
                "approvals" if approved else "id",
                message=say(
                    "version {version} of {id} was approved, and {id} says no longer by whom",
                    version=text.split("/")[2],
                    id=document.id,
                ),
                hint=say(
                    "bring its approval back under `approvals:`; {path} is the text that was approved",
                    path=text,
                ),
            )


def issued_texts(qms: Qms) -> dict[str, list[str]]:
    """The ids of approved texts, each with the copies of its versions."""
    texts: dict[str, list[str]] = defaultdict(list)
    for path in qms.tree.paths():
        parts = path.split("/")
        if path.startswith(ISSUED) and len(parts) > 3 and path.endswith(DOCUMENT_ENDS):
            texts[parts[1]].append(path)
    return texts
