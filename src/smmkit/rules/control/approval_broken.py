"""SMM302 approval-broken."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import is_changed, sealing
from smmkit.analyses.references.files import exists, resolve
from smmkit.documents import Document, Information
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM302", "approval-broken", of=Document, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def approval_broken(document: Document, qms: Qms) -> Problems:
    """A text that was approved is not changed under the same version.

    Why: what the auditor reads must be what the head signed. The approval holds the fingerprint of
    the text; one changed word changes it.
    """
    approval = sealing(document)
    if approval is None or approval.on > qms.as_of:
        return
    if is_changed(document, qms) and attached_is_here(document, qms):
        yield problem(
            document,
            "approvals",
            document.approvals.index(approval),
            "hash",
            message=say(
                "{id} has changed since version {version} was approved on {day}",
                id=document.id,
                version=document.version,
                day=approval.on,
            ),
            hint=say(
                "give the new text a new version and have it approved, or take the change back"
            ),
        )


def attached_is_here(document: Information, qms: Qms) -> bool:
    """Whether every attached file can be read; a missing one is told by SMM205 alone."""
    return all(exists(qms, resolve(document, file)) for file in document.attached)
