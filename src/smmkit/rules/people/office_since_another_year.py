"""SMM488 office-since-another-year."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document
from smmkit.documents.competence import Competences
from smmkit.documents.people import People, PersonEntry, Team
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import year_behind
from smmkit.words import say


@rule(
    "SMM488",
    "office-since-another-year",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3 and 7.2; own rule",
    clause="7.2",
    filled=True,
    whole=(People,),
)
def office_since_another_year(document: Document, qms: Qms) -> Problems:
    """The year since when somebody holds an office is, in a team or a competence, that of the register.

    Why: "head of the division since 2016" is the proof that somebody knows the work; the auditor looks it up.
    """
    if is_gone(document, qms):
        return
    since = year_behind(qms.fact(vocabulary).since_when)
    for steps, id_, text in told_of_people(document):
        person = qms.get(id_, PersonEntry)
        years = [int(one) for one in since.findall(text)] if person else []
        said = squeezed(text) if years else ""
        held = [
            one
            for one in (person.assignments if person and years else ())
            if squeezed(one.role) in said
        ]
        begun = {one.since.year for one in held}
        if begun and begun.isdisjoint(years):
            yield problem(
                document,
                *steps,
                message=say(
                    "{person} holds that office since {years}, not since {said}",
                    person=id_,
                    years=[str(one) for one in sorted(begun)],
                    said=str(years[0]),
                ),
                hint=say("write the year of the register of people, or put right the day there"),
            )


def told_of_people(document: Document) -> Iterator[tuple[Path, str, str]]:
    """What a team or a register of competences tells of somebody: key path, person, text."""
    match document:
        case Team():
            for n, member in enumerate(document.members):
                for at, shown in enumerate(member.criteria):
                    yield ("members", n, "criteria", at, "proof"), member.person, shown.proof or ""
        case Competences():
            for n, entry in enumerate(document.entries):
                yield ("entries", n, "held"), entry.person or "", entry.held or ""
