"""SMM871 shown-though-invalid."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import is_active
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM871",
    "shown-though-invalid",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 8.3 and 9.6.5",
)
def shown_though_invalid(assessment: GapAssessment, qms: Qms) -> Problems:
    """A certificate is shown as evidence only for a day on which it held.

    Why: one that has run out, or is suspended or withdrawn, proves nothing, and who shows it claims what
    is not so.
    """
    for number, verdict in enumerate(assessment.verdicts):
        for index, id_ in enumerate(verdict.evidence):
            certificate = qms.get(id_, Certificate)
            if certificate and not is_active(qms, certificate, assessment.date):
                yield problem(
                    assessment,
                    "verdicts",
                    number,
                    "evidence",
                    index,
                    message=say(
                        "{id} is shown as evidence, but did not hold on {day}",
                        id=certificate.id,
                        day=assessment.date,
                    ),
                    hint=say("leave it out, or name the certificate that held on that day"),
                )
