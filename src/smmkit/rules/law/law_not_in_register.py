"""SMM348 law-not-in-register."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.law import plain
from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.laws import BY_NUMBER
from smmkit.documents.procedure import Procedure
from smmkit.documents.regulations import Regulations
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NUMBER = re.compile(rf"{BY_NUMBER}|(?<![/\w])([0-9]{{1,3}}[A-Z]?)/([0-9]{{4}})\b", re.IGNORECASE)
"""The number and the year of a regulation: `5/2014`, `Nomor 5 Tahun 2014`."""


@rule(
    "SMM348",
    "law-not-in-register",
    of=Procedure,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2 and 8.2.2; Permenpan-RB 35/2012",
    clause="8.2.2",
    filled=True,
)
def law_not_in_register(procedure: Procedure, qms: Qms) -> Problems:
    """A regulation that a procedure rests on stands in the register of regulations.

    Why: only of what stands there somebody finds out in time that it has changed.
    """
    known = qms.fact(numbers_known)
    if not known or not is_live(procedure, qms):
        return
    for index, basis in enumerate(procedure.legal_basis):
        number = next(iter(every_number(basis)), "")
        if number and number not in known and plain(basis.split()) not in known:
            yield problem(
                procedure,
                "legal_basis",
                index,
                message=say("no register of regulations has {text}", text=basis),
                hint=say("enter it there with the day from which it holds, or correct its number"),
            )


def numbers_known(qms: Qms) -> frozenset[str]:
    """The numbers, with their years, of all regulations that are registered."""
    entries = [entry for register in qms.of(Regulations) for entry in register.entries]
    names = (
        name
        for entry in entries
        for name in (entry.number, entry.id, entry.title, entry.note or "")
    )
    found = {number for name in names for number in every_number(name)}
    return frozenset(found | {entry.id.casefold() for entry in entries})


def every_number(text: str) -> list[str]:
    """All numbers with their years in a text."""
    return [f"{m[1] or m[3]}/{m[2] or m[4]}".casefold() for m in NUMBER.finditer(text)]
