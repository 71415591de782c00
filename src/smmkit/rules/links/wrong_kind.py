"""SMM202 wrong-kind."""

from __future__ import annotations

from smmkit.analyses.references.links import every_link
from smmkit.analyses.references.nearest import nearest_id
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM202", "wrong-kind", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def wrong_kind(qms: Qms) -> Problems:
    """What a document refers to is of the kind that is wanted there."""
    for link in qms.fact(every_link):
        if not (isinstance(link.mark, RefersTo) and link.mark.kinds):
            continue
        thing = qms.things.get(link.target)
        if thing and thing.is_a not in link.mark.kinds:
            message = say(
                "{id} is of the kind {kind}; wanted here: {kinds}",
                id=link.target,
                kind=thing.is_a,
                kinds=link.mark.kinds,
            )
            yield problem(
                link.document,
                *link.steps,
                message=message,
                hint=nearest_id(
                    qms, link.target, link.mark.kinds, in_list=isinstance(link.steps[-1], int)
                ),
            )
