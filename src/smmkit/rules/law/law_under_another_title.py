"""SMM374 law-under-another-title."""

from __future__ import annotations

import re
from collections import defaultdict

from smmkit.analyses.lifecycle.law import plain
from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents import Information
from smmkit.documents.procedure import Procedure
from smmkit.documents.regulations import RegulationEntry, Regulations
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.law.law_not_in_register import every_number
from smmkit.words import say

CITED = re.compile(r"\b(?:tentang|concerning|about|on) (.{3,200})", re.IGNORECASE)
"""How a citation says what a regulation is about."""

WORD = re.compile(r"[^\W\d_]{4,}")


@rule(
    "SMM374",
    "law-under-another-title",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2; Permenpan-RB 35/2012",
    clause="7.5.2",
    filled=True,
)
def law_under_another_title(document: Information, qms: Qms) -> Problems:
    """A regulation has one title: the same where it is cited, and no other one that holds has it too.

    Why: under the number of one law and the title of another nobody can say which of them is meant.
    """
    match document:
        case Procedure() if is_live(document, qms):
            yield from cited_otherwise(document, qms)
        case Regulations() if is_live(document, qms):
            yield from twice(document, qms)


def cited_otherwise(procedure: Procedure, qms: Qms) -> Problems:
    """What a procedure cites under the title of another regulation, or under one that is not its own."""
    for index, basis in enumerate(procedure.legal_basis):
        cited = CITED.search(basis)
        law = meant(basis, qms) if cited else None
        if not cited or law is None or is_of(cited[1], law.title):
            continue
        said = words_of(cited[1])
        if squeezed(cited[1]) in qms.fact(titles) or (said and not said & words_of(law.title)):
            yield problem(
                procedure,
                "legal_basis",
                index,
                message=say(
                    "{number} is cited as {cited}; the register has it as {title}",
                    number=law.number,
                    cited=cited[1],
                    title=law.title,
                ),
                hint=say("write the number and the title of the same regulation"),
            )


def meant(basis: str, qms: Qms) -> RegulationEntry | None:
    """The one registered regulation that a citation names by its number."""
    numbered = qms.fact(by_number).get(next(iter(every_number(basis)), ""), ())
    named = [one for one in numbered if plain(one.number.split()) in plain(basis.split())]
    found = named or list(numbered)
    return found[0] if len(found) == 1 else None


def by_number(qms: Qms) -> dict[str, list[RegulationEntry]]:
    """The registered regulations by number and year."""
    found: dict[str, list[RegulationEntry]] = defaultdict(list)
    for register in qms.of(Regulations):
        for entry in register.entries:
            for number in every_number(entry.number)[:1]:
                found[number].append(entry)
    return found


def titles(qms: Qms) -> frozenset[str]:
    """The titles of the registered regulations."""
    registers = qms.of(Regulations)
    return frozenset(squeezed(one.title) for register in registers for one in register.entries)


def is_of(cited: str, title: str) -> bool:
    """Whether a title is cited as it is, or in part."""
    short, long = sorted((squeezed(cited), squeezed(title)), key=len)
    return short in long


def words_of(title: str) -> set[str]:
    """The words of a title that say something; a short name in capitals is not taken for words."""
    return {word.casefold() for word in WORD.findall(title) if not word.isupper()}


def twice(register: Regulations, qms: Qms) -> Problems:
    """What holds under the title of another regulation that holds."""
    first: dict[str, str] = {}
    for index, entry in enumerate(register.entries):
        if entry.until is not None and entry.until < qms.as_of:
            continue
        other = first.setdefault(squeezed(entry.title), entry.number)
        if other != entry.number:
            yield problem(
                register,
                "entries",
                index,
                "title",
                message=say("{number} has the title of {other}", number=entry.number, other=other),
                hint=say("write the number and the title of the same regulation"),
            )
