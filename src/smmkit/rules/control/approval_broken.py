"""SMM302 approval-broken."""

from __future__ import annotations

from smmkit.analyses.files import exists, resolve
from smmkit.analyses.state import State, standings
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
    if qms.fact(standings)[document.id].state is State.BROKEN and attached_is_here(document, qms):
        index = max(range(len(document.approvals)), key=lambda i: document.approvals[i].on)
        yield problem(
            document,
            "approvals",
            index,
            "hash",
            message=say(
                "{id} has changed since version {version} was approved on {day}",
                id=document.id,
                version=document.version,
                day=document.approvals[index].on,
            ),
            hint=say(
                "give the new text a new version and have it approved, or take the change back"
            ),
        )


def attached_is_here(document: Information, qms: Qms) -> bool:
    """Whether every attached file can be read; a missing one is told by SMM205 alone."""
    return all(exists(qms, resolve(document, file)) for file in document.attached)
