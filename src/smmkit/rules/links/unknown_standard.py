"""SMM902 unknown-standard."""

from __future__ import annotations

import re

from smmkit.analyses.references.links import links
from smmkit.analyses.references.nearest import damaged_pack
from smmkit.analyses.references.standards_meant import known_standards, standards_meant
from smmkit.model.marks import CLAUSE, STANDARD
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM902", "unknown-standard")
def unknown_standard(qms: Qms) -> Problems:
    """A standard that is named comes with smmkit or lies under `standards/`."""
    for link in qms.fact(links):
        if link.mark is STANDARD:
            named = link.target
        elif link.mark is CLAUSE and "/" in link.target:
            named = link.target.rpartition("/")[0]
        else:
            continue
        if qms.standard(named) is None and not damaged_pack(named, qms):
            message = say("there is no standard {id}", id=named)
            yield problem(link.document, *link.steps, message=message, hint=meant(named, qms))


def meant(named: str, qms: Qms) -> Message:
    """The standard that was probably meant: `ISO 9001:2015` is iso9001-2015, but for its signs."""
    found = standards_meant(named, qms)
    if len(found) == 1:
        return say("write {words}", words=f'"{found[0]}"')
    if found:
        return say("write one of: {words}", words=", ".join(found))
    return say(
        "write one of: {words}; a pack of your own lies in standards/{id}.yaml",
        words=[*qms.fact(known_standards)],
        id=re.sub(r"[^a-z0-9.-]+", "-", named.casefold()).strip("-.") or "id",
    )
