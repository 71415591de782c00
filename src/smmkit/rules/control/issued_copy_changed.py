"""SMM306 issued-copy-changed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import copy_of, path_of
from smmkit.analyses.references.files import exists
from smmkit.documents import Document
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM306", "issued-copy-changed", of=Document, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def issued_copy_changed(document: Document, qms: Qms) -> Problems:
    """The copy under `issued/` is the text that was approved.

    Why: while a document is under revision this copy is the one in force, and the one that is sent.
    """
    for index, approval in enumerate(document.approvals):
        path = path_of(document, approval.version)
        if exists(qms, path) and copy_of(qms, document, approval) is None:
            yield problem(
                document,
                "approvals",
                index,
                "hash",
                message=say(
                    "{path} is not the text that was approved on {day}", path=path, day=approval.on
                ),
                hint=say("bring the approved text back from git or from the backup"),
            )
