"""SMM993 approver-without-authority."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.head import is_head
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document
from smmkit.documents.people import PersonEntry, RoleEntry, Roles
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

APPROVES = re.compile(
    r"\b(?:mengesahkan|menetapkan|menyetujui|approv\w+)\b.{0,40}\b(?:dokumen|sop|documents?|procedures?)\b",
    re.IGNORECASE,
)
"""How the description of a role says that it approves documents."""


@rule(
    "SMM993",
    "approver-without-authority",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3 and 7.5.2 c",
    clause="5.3",
    filled=True,
    whole=(Roles, Settings),
)
def approver_without_authority(document: Document, qms: Qms) -> Problems:
    """Where the roles say who approves documents, documents are approved by those, or by the head.

    Why: an auditor who signs his own programme has taken an authority that nobody gave him.
    """
    may = qms.fact(approving)
    if not may or not document.approvals or not is_live(document, qms):
        return
    last = max(range(len(document.approvals)), key=lambda n: document.approvals[n].on)
    given = document.approvals[last]
    person = qms.get(given.by, PersonEntry)
    if person is None or is_head(qms, given.by, given.on):
        return
    held = {squeezed(one.role) for one in person.held_on(given.on)} | {squeezed(given.role)}
    if held.isdisjoint(map(squeezed, may)):
        yield problem(
            document,
            "approvals",
            last,
            "by",
            message=say(
                "{person} approved {id} as {role}; documents are approved by {roles}",
                person=given.by,
                id=document.id,
                role=given.role,
                roles=list(may),
            ),
            hint=say("let one of these approve it, or write the authority into the roles"),
        )


def approving(qms: Qms) -> tuple[str, ...]:
    """The roles whose description says that they approve documents."""
    roles = (one for paper in qms.of(Roles) if is_live(paper, qms) for one in paper.entries)
    return tuple(role.title for role in roles if says_so(role))


def says_so(role: RoleEntry) -> bool:
    """Whether one of its authorities is to approve documents."""
    return any(APPROVES.search(one) for one in role.authority)
