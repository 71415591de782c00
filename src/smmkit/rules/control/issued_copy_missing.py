"""SMM324 issued-copy-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import copy_of, path_of, seals
from smmkit.analyses.references.files import exists, is_folder
from smmkit.documents import Document
from smmkit.few import FEW
from smmkit.layout import HOME, ISSUED
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM324",
    "issued-copy-missing",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def issued_copy_missing(qms: Qms) -> Problems:
    """Of every approved version there is a copy under `issued/`.

    Why: it is the text that holds while the document is revised, and all that is left of it afterwards.
    """
    missing = [
        (document, index, approval)
        for document in qms.of(Document)
        for index, approval in enumerate(document.approvals)
        if not exists(qms, path_of(document, approval.version))
        and not copy_of(qms, document, approval)
    ]
    if len(missing) > FEW and not is_folder(qms, ISSUED.rstrip("/")):
        yield Problem(
            HOME,
            (),
            say(
                "the folder {folder}, in which the approved texts are kept, is gone; {n} of them are missing",
                folder=ISSUED,
                n=len(missing),
            ),
            say(
                "bring it back from git or from the backup; without either, copy there each document "
                "whose text is still the approved one: ID, VERSION and file, as in {path}",
                path=path_of(missing[0][0], missing[0][2].version),
            ),
        )
        return
    for document, index, approval in missing:
        hint = say("bring it back from git or from the backup")
        if seals(approval, document, qms):
            hint = say(
                "copy {path} there, with the files that are attached to it", path=document.path
            )
        path = path_of(document, approval.version)
        yield problem(
            document,
            "approvals",
            index,
            message=say("{path}, the approved text, is missing", path=path),
            hint=hint,
        )
