"""SMM324 issued-copy-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import copy_of, path_of, seals
from smmkit.analyses.references.files import exists
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM324",
    "issued-copy-missing",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def issued_copy_missing(document: Document, qms: Qms) -> Problems:
    """Of every approved version there is a copy under `issued/`.

    Why: it is the text that holds while the document is revised, and all that is left of it afterwards.
    """
    for index, approval in enumerate(document.approvals):
        path = path_of(document, approval.version)
        if exists(qms, path) or copy_of(qms, document, approval):
            continue
        hint = say("bring it back from git or from the backup")
        if seals(approval, document, qms):
            hint = say(
                "copy {path} there, with the files that are attached to it", path=document.path
            )
        yield problem(
            document,
            "approvals",
            index,
            message=say("{path}, the approved text, is missing", path=path),
            hint=hint,
        )
