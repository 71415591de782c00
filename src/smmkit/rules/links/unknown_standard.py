"""SMM902 unknown-standard."""

from __future__ import annotations

from smmkit.analyses.links import links
from smmkit.marks import CLAUSE, STANDARD
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards import shipped
from smmkit.words import say


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
        if qms.standard(named) is None:
            message = say("there is no standard {id}", id=named)
            hint = say(
                "write one of: {words}; a pack of your own lies in standards/{id}.yaml",
                words=sorted({*shipped(), *qms.packs}),
                id=named,
            )
            yield problem(link.document, *link.steps, message=message, hint=hint)
