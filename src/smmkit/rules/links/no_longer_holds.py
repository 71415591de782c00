"""SMM207 no-longer-holds."""

from __future__ import annotations

from smmkit.analyses.links import links
from smmkit.analyses.state import GONE, Standing, standings
from smmkit.documents import Document, Record
from smmkit.marks import RefersTo
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
    for link in qms.fact(links):
        past = isinstance(link.document, Record) or "supersedes" in link.steps
        if past or not isinstance(link.mark, RefersTo) or gone(link.document.id, qms):
            continue
        standing = gone(link.target, qms)
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


def gone(id: str, qms: Qms) -> Standing | None:
    """How the document stands that a thing is part of, if it no longer holds."""
    home = qms.homes[id][0] if id in qms.homes else None
    standing = qms.fact(standings)[home.id] if isinstance(home, Document) else None
    return standing if standing and standing.state in GONE else None
