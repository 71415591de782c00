"""SMM303 from-the-future."""

from __future__ import annotations

from smmkit.analyses.texts.past import days_of
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM303", "from-the-future", of=Information, source="ISO 9001, 7.5.3.2")
def from_the_future(document: Information, qms: Qms) -> Problems:
    """Days of what has happened are not later than today, or than `as_of` of qms.yaml."""
    for steps, day in days_of(document):
        if day > qms.today:
            yield problem(
                document,
                *steps,
                message=say(
                    "{day} is later than {today}, the day that counts as today",
                    day=day,
                    today=qms.today,
                ),
                hint=say("write the day on which it happened; until it has, leave the day out"),
            )
