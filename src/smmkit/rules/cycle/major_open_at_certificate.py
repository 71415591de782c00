"""SMM772 major-open-at-certificate."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, settled
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import Grade
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM772",
    "major-open-at-certificate",
    of=Certificate,
    source="ISO/IEC 17021-1, 9.5.2",
    clause="10.2.1",
)
def major_open_at_certificate(certificate: Certificate, qms: Qms) -> Problems:
    """No certificate is decided on while a major nonconformity is open.

    Why: the certification body has to have seen that it is gone. A certificate before that day is not
    worth its paper, or the days are wrong.
    """
    for found in qms.fact(findings_by_audit).get(certificate.audit or "", ()):
        day = settled(found)
        if found.grade is Grade.MAJOR and (day is None or day > certificate.date):
            yield problem(
                certificate,
                "date",
                message=say(
                    "{id} was decided on while {finding}, a major nonconformity, was open",
                    id=certificate.id,
                    finding=found.id,
                ),
                hint=say(
                    "write in the finding when it was accepted or closed, or put this day right"
                ),
            )
