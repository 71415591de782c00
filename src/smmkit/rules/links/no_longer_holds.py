"""SMM207 no-longer-holds."""

from __future__ import annotations

from smmkit.analyses.lifecycle.state import GONE, Standing, standings
from smmkit.analyses.references.links import links
from smmkit.documents import Record
from smmkit.model.marks import RefersTo
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM207",
    "no-longer-holds",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def no_longer_holds(qms: Qms) -> Problems:
    """What holds does not lean on what was withdrawn or superseded.

    Why: who follows the reference works by a text that no longer holds. A record may name what held
    in its time, a new document what it supersedes.
    """
    over = qms.fact(gone)
    for link in qms.fact(links) if over else ():
        past = isinstance(link.document, Record) or "supersedes" in link.steps
        if past or not isinstance(link.mark, RefersTo) or link.document.id in over:
            continue
        standing = over.get(home_of(link.target, qms))
        if standing:
            yield problem(
                link.document,
                *link.steps,
                message=say(
                    "{id} was {state} on {day}",
                    id=link.target,
                    state=standing.state.label,
                    day=standing.since,
                ),
                hint=say("name what holds instead, or take the reference out"),
            )


def gone(qms: Qms) -> dict[str, Standing]:
    """The documents that no longer hold, and how they stand."""
    return {id_: one for id_, one in qms.fact(standings).items() if one.state in GONE}


def home_of(id: str, qms: Qms) -> str:
    """The id of the document that a thing is part of."""
    return qms.homes[id][0].id if id in qms.homes else ""
