"""SMM305 vanished."""

from __future__ import annotations

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
    last = last_issued(qms)
    gone = {id_: path for id_, path in last.items() if not qms.may_be_there(id_)}
    for document in qms.of(Document):
        if document.id in last and not document.approvals:
            yield problem(
                document,
                "id",
                message=say("{id} was approved, and says no longer by whom", id=document.id),
                hint=say(
                    "bring `approvals:` back; {path} is the text that was approved",
                    path=last[document.id],
                ),
            )
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


def last_issued(qms: Qms) -> dict[str, str]:
    """The ids of approved texts, each with the last copy of its text."""
    last: dict[str, str] = {}
    for path in qms.tree.paths():
        parts = path.split("/")
        if path.startswith(ISSUED) and len(parts) > 3 and path.endswith(DOCUMENT_ENDS):
            last[parts[1]] = path
    return last
