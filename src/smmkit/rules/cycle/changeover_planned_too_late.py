"""SMM943 changeover-planned-too-late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from smmkit.analyses.cycle.editions import citations
from smmkit.analyses.cycle.transition import Changeover, changeovers
from smmkit.analyses.texts import texts_in
from smmkit.corrections.key_paths import value_at
from smmkit.documents.certification import Certificate
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

DUE, DONE = ("due", "since", "until"), ("done", "held")
"""The days by which something is to be done, the first that is there; and what says that it is."""


@rule(
    "SMM943",
    "changeover-planned-too-late",
    severity=Severity.WARNING,
    source="Global ACI-TECH-3-TR",
    whole=(Certificate,),
)
def changeover_planned_too_late(qms: Qms) -> Problems:
    """What is planned for the change to a new edition lies before the last day of the old one.

    Why: on the day after, the certificate holds no longer, whatever is printed on it; who changes then
    begins again with stage 1 and stage 2.
    """
    for change in {one.old: one for one in changeovers(qms)}.values():
        for document in qms.documents:
            values = document.source.values
            seen: set[Path] = set()
            for steps, text in texts_in(values):
                part = steps[:-1]
                if part and part not in seen and speaks_of(qms, text, change):
                    seen.add(part)
                    for field, day in planned(value_at(values, part)):
                        if day > change.until:
                            yield problem(
                                document,
                                *part,
                                field,
                                message=say(
                                    "this is planned for {day}; {old} ends on {end}",
                                    day=day,
                                    old=change.old,
                                    end=change.until,
                                ),
                                hint=say(
                                    "agree on a day before with the certification body, early enough for "
                                    "its audit and its decision"
                                ),
                            )


def speaks_of(qms: Qms, text: str, change: Changeover) -> bool:
    """Whether a text cites the edition that is changed to."""
    return any(edition and edition.standard == change.to for _, edition, _ in citations(qms, text))


def planned(part: Any) -> Iterator[tuple[str, date]]:
    """The day by which something is planned that is not done."""
    if isinstance(part, dict) and not any(part.get(name) for name in DONE):
        for name in DUE:
            try:
                yield name, date.fromisoformat(str(part[name]))
            except (KeyError, ValueError):
                continue
            return
