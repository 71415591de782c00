"""SMM395 signed-copy-changed."""

from __future__ import annotations

from smmkit.analyses.references.files import exists, resolve
from smmkit.documents import Document
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM395", "signed-copy-changed", of=Document, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def signed_copy_changed(document: Document, qms: Qms) -> Problems:
    """The signed copy is, byte for byte, the one that was taken in with the approval.

    Why: a file that took its place was never held against the text that was approved.
    """
    for index, approval in enumerate(document.approvals):
        if approval.signed is None or approval.signed_hash is None:
            continue
        path = resolve(document, approval.signed)
        if not exists(qms, path):
            continue
        if f"sha256:{qms.tree.digest(path)}" != approval.signed_hash:
            yield problem(
                document,
                "approvals",
                index,
                "signed",
                message=say("{path} is not the file that `smm approve` took in", path=path),
                hint=say("bring it back from git or from the backup"),
            )
