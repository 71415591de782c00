"""SMM861 signature-lacking."""

from __future__ import annotations

from smmkit.analyses.lifecycle.signatures import lacking
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM861",
    "signature-lacking",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 c",
    clause="7.5.2",
)
def signature_lacking(document: Document, qms: Qms) -> Problems:
    """Where qms.yaml says that several approve a document, all of them do, each another person.

    Why: until the last of them has, the text is not in force, and those who work by it do not know.
    """
    given = sealing(document)
    if given is None or given.on > qms.as_of or qms.fact(standings)[document.id].state in GONE:
        return
    if left := lacking(qms, document, given):
        yield problem(
            document,
            "approvals",
            document.approvals.index(given),
            "role",
            message=say(
                "version {version} of {id} is not in force: the approval of {roles} is missing",
                version=document.version,
                id=document.id,
                roles=left,
            ),
            hint=say("run smm approve for each of them; nobody can approve for two"),
        )
