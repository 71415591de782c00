"""SMM801 confidential-in-submission."""

from __future__ import annotations

from smmkit.analyses.privacy.confidentiality import may_leave, told_class
from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM801", "confidential-in-submission", of=Submission, source="juknis II.B2; UU 27/2022")
def confidential_in_submission(submission: Submission, qms: Qms) -> Problems:
    """A submission names only documents whose class may leave the organization."""
    if qms.settings is None:
        return
    for index, id_ in enumerate(submission.include):
        document = qms.homes[id_][0] if id_ in qms.homes else None
        if document and not may_leave(document, qms):
            yield problem(
                submission,
                "include",
                index,
                message=say(
                    "{id} may not leave the organization (class: {name})",
                    id=id_,
                    name=told_class(document, qms),
                ),
                hint=say(
                    "leave it out with a reason under `leave_out:`, or change its class in the document"
                ),
            )
