"""SMM951 number-of-another."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SIGNS = re.compile(r"[\s/()]+")
"""What stands between the parts of a number."""


@rule(
    "SMM951",
    "number-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 a",
    clause="7.5.2",
    filled=True,
)
def number_of_another(qms: Qms) -> Problems:
    """Two documents of a kind that hold do not have the same number, and none bears the id of another.

    Why: who asks for a number has to get one paper, and not the wrong one.
    """
    first: dict[tuple[str, str], str] = {}
    for document in qms.of(Document):
        number = getattr(document, "number", None)
        if not number or not is_live(document, qms):
            continue
        ids = set(SIGNS.split(str(number)))
        others = [one for one in ids if qms.get(one, type(document)) and one != document.id]
        if others and document.id not in ids:
            yield problem(
                document,
                "number",
                message=say(
                    "the number {number} is that of {other}", other=others[0], number=number
                ),
                hint=say("look into the register of numbers, and give one of them another"),
            )
        key = (document.kind, squeezed(str(number)))
        if key in first:
            yield problem(
                document,
                "number",
                message=say(
                    "{other} has the number {number}, too", other=first[key], number=number
                ),
                hint=say("look into the register of numbers, and give one of them another"),
            )
        first.setdefault(key, document.id)
