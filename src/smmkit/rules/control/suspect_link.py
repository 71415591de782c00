"""SMM331 suspect-link."""

from __future__ import annotations

from smmkit.analyses.lifecycle.reviews import LAST, held
from smmkit.documents import Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM331",
    "suspect-link",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
)
def suspect_link(document: Information, qms: Qms) -> Problems:
    """What a document was held against has not changed since.

    Why: an objective that follows from a mission, or a work instruction that follows from a procedure,
    may no longer fit once that says something else, and nobody sees it where they stand in two files.
    """
    for target, last in held(document, qms).items():
        if last.suspect:
            yield problem(
                document,
                LAST,
                last.index,
                "target",
                message=say(
                    "{target} has changed since {by} held {id} against it on {day}",
                    target=target,
                    by=last.given.by,
                    id=document.id,
                    day=last.given.on,
                ),
                hint=say(
                    "read both; mend {id} if it no longer fits; then: smm review {id} {target} --by PERSON "
                    "--why WHY",
                    id=document.id,
                    target=target,
                ),
            )
