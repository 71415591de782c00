"""SMM779 surveillance-late."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.audits import of_types
from smmkit.analyses.certificates import certificates, is_active
from smmkit.analyses.periods import months_after
from smmkit.documents.audit import AuditType
from smmkit.documents.certification import Certificate, Cycle
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM779", "surveillance-late", severity=Severity.WARNING, source="ISO/IEC 17021-1, 9.1.3.3")
def surveillance_late(qms: Qms) -> Problems:
    """Surveillance audits are held in time, each year, as long as the certificate runs.

    Why: without one in time the certification body has to suspend the certificate. The first is due
    within twelve months of the decision, whatever the rule of the later ones.
    """
    held = [audit.date for audit in of_types(qms, (AuditType.SURVEILLANCE,))]
    for certificate in qms.fact(certificates):
        if not is_active(certificate, qms.as_of):
            continue
        within = [day for day in held if certificate.date < day <= certificate.expires]
        for number, due in enumerate(due_days(certificate)):
            is_held = number < len(within)
            day = within[number] if is_held else qms.as_of
            if day > due and due <= certificate.expires:
                yield problem(
                    certificate,
                    "date",
                    message=say(
                        "surveillance audit {n} of {id} was due on {due}",
                        n=number + 1,
                        id=certificate.id,
                        due=due,
                    ),
                    hint=say(
                        "agree on a day with the certification body, and write down what it decided"
                    ),
                )
                break


def due_days(certificate: Certificate) -> list[date]:
    """The last days for the surveillance audits of a certificate."""
    if certificate.cycle is Cycle.TWO:
        return [months_after(certificate.date, 12 * year) for year in (1, 2)]
    since = certificate.received or certificate.date
    return [
        months_after(certificate.date, 12),
        *(months_after(since, 12 * year) for year in (2, 3)),
    ]
