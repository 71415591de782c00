"""SMM883 competence-outlasts-its-certificate."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.audit import Audit
from smmkit.documents.competence import Competences
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM883",
    "competence-outlasts-its-certificate",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
    filled=True,
)
def competence_outlasts_its_certificate(register: Competences, qms: Qms) -> Problems:
    """The register says no later day for a certificate than the training that gave it.

    Why: by a day that is too late nobody renews it, and the one who works with it has no certificate.
    """
    if is_gone(register, qms):
        return
    for index, entry in enumerate(register.entries):
        shown = [qms.get(id_, Training) or qms.get(id_, Audit) for id_ in entry.evidence]
        if entry.until is None or None in shown:
            continue  # another paper may hold for longer; an audit does not
        ends = {
            one.until: training.id
            for training in shown
            if isinstance(training, Training)
            for one in training.attendance
            if one.until and one.person == entry.person
        }
        if ends and entry.until > max(ends):
            last = max(ends)
            yield problem(
                register,
                "entries",
                index,
                "until",
                message=say(
                    "{day} is later than {last}, the last day of the certificate in {id}",
                    day=entry.until,
                    last=last,
                    id=ends[last],
                ),
                hint=say("put right the day, or name the training that gave a newer certificate"),
            )
