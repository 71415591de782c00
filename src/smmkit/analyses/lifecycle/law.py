"""What rests on regulations that hold no longer: by reference, by name, and through the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.references.links import pointing_at
from smmkit.documents import Document, Information
from smmkit.documents.procedure import Procedure
from smmkit.documents.regulations import RegulationEntry, Regulations
from smmkit.documents.risk import RiskRegister
from smmkit.documents.services import ServiceEntry, ServiceStandard
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.qms import Qms

WORDS = 4
"""Of how many words the number of a regulation is at most: `Surat Edaran MenPANRB 4/2013`."""


class Resting(NamedTuple):
    """Something that rests on a regulation, and the place where that is seen."""

    document: Information
    steps: Path
    id: str
    names: bool
    """Whether it names the regulation itself."""


def resting_on(qms: Qms) -> list[tuple[RegulationEntry, Resting]]:
    """Every regulation that has ended, with each live document that rests on it, once."""
    found = []
    for ended in ended_regulations(qms):
        seen: set[tuple[str, str]] = set()
        for one in resting(ended, qms):
            if is_meant(one.document, ended, qms) and (one.document.id, one.id) not in seen:
                seen.add((one.document.id, one.id))
                found.append((ended, one))
    return found


def is_meant(document: Information, ended: RegulationEntry, qms: Qms) -> bool:
    """Whether something is still gone by: a live document, or what was taught last to some people.

    A training is made good by a later one of the same people, once the regulation has ended.
    """
    match document:
        case Document():
            return is_live(document, qms)
        case Training():
            over, last = ended.until or date.max, qms.fact(taught_last)
            days = [one.on for one in document.checked_against if one.target == ended.id]
            return all(day <= over for day in (*days, *(last[one] for one in document.audience)))
    return False


def taught_last(qms: Qms) -> dict[str, date]:
    """The day of the last training of each of those who were taught."""
    return {
        one: training.date
        for training in sorted(qms.of(Training), key=lambda training: training.date)
        for one in training.audience
    }


def ended_regulations(qms: Qms) -> list[RegulationEntry]:
    """The regulations whose last day has passed."""
    every = (entry for register in qms.of(Regulations) for entry in register.entries)
    return [entry for entry in every if entry.until and entry.until < qms.as_of]


def resting(ended: RegulationEntry, qms: Qms) -> Iterator[Resting]:
    """What names a regulation, what it concerns, and the risks of all these."""
    direct = [*naming(ended, qms), *concerned(ended, qms)]
    yield from direct
    risks = qms.fact(risks_about)
    for name in dict.fromkeys(one.id for one in direct):
        for register, index, risk in risks.get(name, ()):
            yield Resting(register, ("entries", index, "about"), risk, names=False)


def naming(ended: RegulationEntry, qms: Qms) -> Iterator[Resting]:
    """What names a regulation by its id; procedures and trainings that name it by its number."""
    for link in qms.fact(pointing_at).get(ended.id, ()):
        if not isinstance(link.document, Regulations):
            yield Resting(link.document, link.steps, link.document.id, names=True)
    for document, steps in qms.fact(by_number).get(plain(ended.number.split()), ()):
        yield Resting(document, steps, document.id, names=True)


def concerned(ended: RegulationEntry, qms: Qms) -> Iterator[Resting]:
    """What a regulation concerns; of a service, its procedures and its standard."""
    for name in ended.concerns:
        thing = qms.things.get(name)
        names: Iterable[str] = (name,)
        if isinstance(thing, ServiceEntry):
            names = (*thing.procedures, *qms.fact(standards_of).get(name, ()))
        for one in names:
            document = qms.get(one, Information)
            if document is not None:
                yield Resting(document, ("id",), document.id, names=False)


def by_number(qms: Qms) -> dict[str, list[tuple[Information, Path]]]:
    """Which procedures name what as their basis, and which trainings teach it, by each few words that end
    in a number.
    """
    said: list[tuple[Information, Path, str]] = [
        (procedure, ("legal_basis", index), basis)
        for procedure in qms.of(Procedure)
        for index, basis in enumerate(procedure.legal_basis)
    ]
    said += [(one, ("topic",), one.topic) for one in qms.of(Training)]
    found: dict[str, list[tuple[Information, Path]]] = defaultdict(list)
    for document, steps, text in said:
        words = text.split()
        for end, word in enumerate(words, 1):
            if any(letter.isdigit() for letter in word):
                for begin in range(max(end - WORDS, 0), end):
                    found[plain(words[begin:end])].append((document, steps))
    return dict(found)


def plain(words: list[str]) -> str:
    """A few words without regard to case and to the comma behind them."""
    return " ".join(words).casefold().strip(".,;:()")


def standards_of(qms: Qms) -> dict[str, list[str]]:
    """For every service, its standards."""
    found: dict[str, list[str]] = defaultdict(list)
    for standard in qms.of(ServiceStandard):
        found[standard.service].append(standard.id)
    return dict(found)


def risks_about(qms: Qms) -> dict[str, list[tuple[RiskRegister, int, str]]]:
    """For every id, the risks that concern it, and where they stand."""
    found: dict[str, list[tuple[RiskRegister, int, str]]] = defaultdict(list)
    for register in qms.of(RiskRegister):
        for index, risk in enumerate(register.entries):
            if risk.about:
                found[risk.about].append((register, index, risk.id))
    return dict(found)
