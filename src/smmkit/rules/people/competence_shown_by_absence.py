"""SMM876 competence-shown-by-absence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents import Document
from smmkit.documents.audit import Audit
from smmkit.documents.competence import CompetenceEntry, Competences
from smmkit.documents.people import Team
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"(?<![\w.-])[A-Za-z][A-Za-z0-9.-]{0,62}[0-9]")
"""What may be an id in a sentence."""


@rule(
    "SMM876",
    "competence-shown-by-absence",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
    filled=True,
)
def competence_shown_by_absence(document: Document, qms: Qms) -> Problems:
    """A training that shows what somebody is able to do was attended by that person, an audit done by it.

    Why: the auditor opens the list of attendance, and the name is not there.
    """
    if not isinstance(document, Competences | Team) or is_gone(document, qms):
        return
    for person, steps, id_ in shown_competences(document):
        training = qms.get(id_, Training)
        there = {one.person for one in training.attendance} - {None} if training else set()
        by_number = training and any(one.unit and not one.person for one in training.attendance)
        if there and not by_number and person not in there:
            yield problem(
                document,
                *steps,
                message=say("{person} did not attend {id}", person=person, id=id_),
                hint=say("name what the person attended, or correct the list of attendance"),
            )
    if isinstance(document, Competences):
        yield from audits_of_others(document, qms)


def shown_competences(document: Competences | Team) -> Iterator[tuple[str, Path, str]]:
    """Each person of whom something is shown, where, and by which document."""
    if isinstance(document, Team):
        for index, member in enumerate(document.members):
            for at, one in enumerate(member.criteria):
                for n, id_ in enumerate(one.evidence):
                    place = ("members", index, "criteria", at, "evidence", n)
                    yield member.person, place, id_
        return
    for index, entry in enumerate(document.entries):
        for steps, id_ in shown_in(index, entry):
            yield entry.person or "", steps, id_


def shown_in(index: int, entry: CompetenceEntry) -> Iterator[tuple[Path, str]]:
    """Where an entry on a person says by which document something is shown."""
    for n, id_ in enumerate(entry.evidence if entry.person else ()):
        yield ("entries", index, "evidence", n), id_
    for id_ in said_to_be_held(entry):
        yield ("entries", index, "held"), id_


def said_to_be_held(entry: CompetenceEntry) -> list[str]:
    """The ids that the sentence on what somebody is able to do names, beside the evidence."""
    said = WORD.findall(entry.held or "") if entry.person else []
    return [one for one in dict.fromkeys(said) if one not in entry.evidence]


def audits_of_others(register: Competences, qms: Qms) -> Problems:
    """Each audit that shows the competence of somebody who was no auditor of it."""
    for index, entry in enumerate(register.entries):
        for steps, id_ in shown_in(index, entry):
            if is_of_others(qms.get(id_, Audit), entry):
                yield problem(
                    register,
                    *steps,
                    message=say(
                        "{person} was no auditor of {id}", person=entry.person or "", id=id_
                    ),
                    hint=say("name an audit of this person, or correct its `auditors:`"),
                )


def is_of_others(audit: Audit | None, entry: CompetenceEntry) -> bool:
    """Whether others did the audit by which somebody is shown to be able to audit."""
    done_by = {one.person for one in audit.auditors} - {None} if audit else set()
    return bool(done_by) and "audit" in entry.title.casefold() and entry.person not in done_by
