"""SMM509 two-in-one-office."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from smmkit.analyses.head import head_of
from smmkit.documents.people import People, Standing
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM509", "two-in-one-office", of=People, source="own rule", clause="5.3")
def two_in_one_office(people: People, qms: Qms) -> Problems:
    """There is one definitive head on each day.

    Why: where two hold the office, nobody can tell whose signature approves. The day on which one hands
    over to the other may belong to both.
    """
    head = head_of(qms)
    terms = sorted(
        (one.since, index, n, one.until or date.max)
        for index, person in enumerate(people.entries)
        for n, one in enumerate(person.assignments)
        if one.role == head and one.standing is Standing.DEFINITIVE
    )
    for (_, before, _, until), (since, index, n, _) in pairwise(terms):
        if since < until and before != index:
            yield problem(
                people,
                "entries",
                index,
                "assignments",
                n,
                "since",
                message=say(
                    "on {day} both {one} and {other} are {role}",
                    day=since,
                    one=people.entries[before].id,
                    other=people.entries[index].id,
                    role=head,
                ),
                hint=say("write the last day of the first under `until:`"),
            )
