"""The clause of a finding: as a paper names it, or as what was found says it."""

from __future__ import annotations

import re

from smmkit.intake.forms.audit_text import AGAINST
from smmkit.intake.forms.base import CLAUSE, Row
from smmkit.words import say

LETTER = re.compile(r"\d ?(?:\(|huruf |butir )?([a-z])\)?(?=[\s.;,]*$)", re.I)
"""What ends in the letter of a point of a clause: `8.5.1 c`, `9.2.2 huruf b`."""

IN_BRACKETS = re.compile(r"\((\d{1,2}(?:\.\d{1,2}){1,3})\)")
"""A clause behind what was found: `Arsip vital tidak diduplikasi (8.5.4)`."""


def clause_of(row: Row) -> str | None:
    """The clause that a row names; where it names several, the first; the others, and a letter, are told."""
    said = CLAUSE.findall(pointed(row.line("clause")))
    said = said or said_in(row.line("statement")) or said_in(row.line("grade"))
    for other in dict.fromkeys(said[1:]):
        if other != said[0]:
            row.unread(
                "clause", say("a finding has one clause; {other} was not taken", other=other)
            )
    letter = LETTER.search(row.line("clause"))
    if said and letter:
        why = say("a clause has no letter here; {letter} was not taken", letter=letter[1])
        row.unread("clause", why)
    return said[0] if said else None


def pointed(text: str) -> str:
    """A clause that a table has taken for a number, with its point."""
    return text.replace(",", ".") if re.fullmatch(r"\d{1,2},\d{1,2}", text) else text


def said_in(text: str) -> list[str]:
    """The clause that a text names behind its word, or in brackets, if it is but one."""
    found = {one[1] for pattern in (AGAINST, IN_BRACKETS) for one in pattern.finditer(text)}
    return [*found] if len(found) == 1 and CLAUSE.fullmatch(min(found)) else []
