"""SMM876 competence-shown-by-absence."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.audit import Audit
from smmkit.documents.people import CompetenceEntry, Competences
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM876",
    "competence-shown-by-absence",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
    filled=True,
)
def competence_shown_by_absence(register: Competences, qms: Qms) -> Problems:
    """A training that shows the competence of somebody was attended by that person, an audit done by it.

    Why: the auditor opens the list of attendance, and the name is not there.
    """
    if is_gone(register, qms):
        return
    for index, entry in enumerate(register.entries):
        for n, id_ in enumerate(entry.evidence):
            if entry.person and is_of_others(qms.get(id_, Audit), entry):
                yield problem(
                    register,
                    "entries",
                    index,
                    "evidence",
                    n,
                    message=say("{person} was no auditor of {id}", person=entry.person, id=id_),
                    hint=say("name an audit of this person, or correct its `auditors:`"),
                )
            training = qms.get(id_, Training)
            there = {one.person for one in training.attendance} - {None} if training else set()
            by_number = training and any(one.unit and not one.person for one in training.attendance)
            if entry.person and there and not by_number and entry.person not in there:
                yield problem(
                    register,
                    "entries",
                    index,
                    "evidence",
                    n,
                    message=say("{person} did not attend {id}", person=entry.person, id=id_),
                    hint=say("name what the person attended, or correct the list of attendance"),
                )


def is_of_others(audit: Audit | None, entry: CompetenceEntry) -> bool:
    """Whether others did the audit by which somebody is shown to be able to audit."""
    done_by = {one.person for one in audit.auditors} - {None} if audit else set()
    return bool(done_by) and "audit" in entry.title.casefold() and entry.person not in done_by
