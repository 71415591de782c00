"""SMM735 own-staff-as-external-auditor."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL
from smmkit.analyses.texts import squeezed
from smmkit.documents.audit import Audit
from smmkit.documents.people import People, PersonEntry
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM735", "own-staff-as-external-auditor", of=Audit, source="juknis I.D")
def own_staff_as_external_auditor(audit: Audit, qms: Qms) -> Problems:
    """An external audit is not done by people of the organization.

    Why: the juknis calls an external audit that of an independent assessor. Who holds a post in the
    house is not.
    """
    if audit.audit_type not in EXTERNAL:
        return
    named = qms.fact(by_name)
    for index, auditor in enumerate(audit.auditors):
        person = qms.get(auditor.person or "", PersonEntry) or named.get(
            squeezed(auditor.name or "")
        )
        if person and person.held_on(audit.date):
            field = "person" if auditor.person else "name"
            yield problem(
                audit,
                "auditors",
                index,
                field,
                message=say(
                    "{person} holds a post here and cannot be an external auditor", person=person.id
                ),
                hint=say(
                    "write an external auditor with `name:` and `body:`; guides stand in the agenda"
                ),
            )


def by_name(qms: Qms) -> dict[str, PersonEntry]:
    """The people of the register, by their names."""
    people = (entry for register in qms.of(People) for entry in register.entries)
    return {squeezed(person.title): person for person in people}
