"""SMM394 signed-copy-not-compared."""

from __future__ import annotations

import posixpath

from smmkit.analyses.lifecycle.signed_copy import Compared, Verdict, compared
from smmkit.analyses.references.files import exists, resolve
from smmkit.analyses.references.genuine import broken_files
from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM394",
    "signed-copy-not-compared",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 c and 7.5.3.2",
    clause="7.5.2",
)
def signed_copy_not_compared(document: Document, qms: Qms) -> Problems:
    """A signed copy carries the fingerprint of the text that was approved, or somebody has compared the two.

    Why: a signature below another text approves that one, not what the folder says.
    """
    for index, approval in enumerate(document.approvals):
        if approval.signed is None or approval.signed_hash:
            continue
        path = resolve(document, approval.signed)
        if not exists(qms, path) or path in qms.fact(broken_files):
            continue
        found = compared(posixpath.basename(path), qms.tree.read(path), {approval.hash})
        message = fault(found, approval, path)
        if message is not None:
            yield problem(
                document,
                "approvals",
                index,
                "signed",
                message=message,
                hint=say(
                    "compare it with the approved text page by page, then write `compared_by:` with the "
                    "code of who did; one of another text does not belong here"
                ),
            )


def fault(found: Compared, approval: Approval, path: str) -> Message | None:
    """What is wrong with a signed copy, if anything is."""
    if found.verdict is Verdict.OTHER:
        return say(
            "{path} carries the fingerprint {other}: it is no signed copy of version {version}",
            path=path,
            other=found.other,
            version=approval.version,
        )
    if found.verdict is Verdict.UNSIGNED:
        return say("{path} is the sheet as it was printed, and nobody has signed it", path=path)
    if found.verdict is Verdict.SAME or approval.compared_by:
        return None
    if found.verdict is Verdict.WITHOUT:
        return say(
            "{path} does not carry the fingerprint of version {version}, and nobody has compared them",
            path=path,
            version=approval.version,
        )
    return say(
        "no text can be read on {path}, and nobody has compared it with version {version}",
        path=path,
        version=approval.version,
    )
