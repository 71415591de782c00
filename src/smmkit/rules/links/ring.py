"""SMM206 ring."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.references.links import Link, links
from smmkit.analyses.references.reach import rings
from smmkit.location import Path
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM206", "ring", source="ISO 9001, 5.3 and 7.5.3", clause="7.5.3.2")
def ring(qms: Qms) -> Problems:
    """Nothing supersedes, reports to, or is a part of itself, however long the way round.

    Why: in a ring nobody is the head, and no document is the one that holds.
    """
    upward: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for link in qms.fact(links):
        if isinstance(link.mark, RefersTo) and link.mark.upward:
            name = next(step for step in reversed(link.steps) if isinstance(step, str))
            upward[name].append((subject(link, qms), link))
    for name, found in upward.items():
        above: dict[str, list[str]] = defaultdict(list)
        for start, link in found:
            above[start].append(link.target)
        round_about = rings(above)
        for start, link in found:
            if round_about[start] == round_about[link.target]:
                yield problem(
                    link.document,
                    *link.steps,
                    message=say("{id} leads back to itself by {field}", id=start, field=name),
                    hint=say("name what really stands before or above it, or delete this"),
                )


def subject(link: Link, qms: Qms) -> str:
    """The id of what a link speaks of: the entry in which it stands, else its document."""
    within = qms.fact(entries_by_place)
    places = (link.steps[:n] for n in range(len(link.steps), 0, -1))
    ids = (within.get((link.document.id, place)) for place in places)
    return next((id_ for id_ in ids if id_), link.document.id)


def entries_by_place(qms: Qms) -> dict[tuple[str, Path], str]:
    """The id of each entry, by its document and its key path there."""
    return {(home.id, steps): id_ for id_, (home, steps) in qms.homes.items() if steps}
