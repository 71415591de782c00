"""SMM201 broken-reference."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import scale_of
from smmkit.analyses.references.links import Link, every_link
from smmkit.analyses.references.nearest import nearest_id
from smmkit.documents import homes_of_entries
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM201", "broken-reference", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def broken_reference(qms: Qms) -> Problems:
    """What a document refers to is in the folder.

    Why: an auditor follows the thread from document to document; here it ends.
    """
    for link in qms.fact(every_link):
        if isinstance(link.mark, RefersTo) and not (
            qms.may_be_there(link.target) or is_known(qms, link) or is_unseen(qms, link.mark)
        ):
            message = say("there is no {id}", id=link.target)
            hint = nearest_id(qms, link.target, link.mark.kinds)
            yield problem(link.document, *link.steps, message=message, hint=hint)


def is_unseen(qms: Qms, mark: RefersTo) -> bool:
    """Whether a unit or a class is meant while nothing of qms.yaml can be read, which is told there."""
    homes = homes_of_entries() if qms.settings is None else {}
    return any(homes.get(kind) == "qms" for kind in mark.kinds)


def is_known(qms: Qms, link: Link) -> bool:
    """Whether a scale is meant that need not stand in the folder."""
    kinds = link.mark.kinds if isinstance(link.mark, RefersTo) else ()
    return "scale" in kinds and scale_of(qms, link.target) is not None
