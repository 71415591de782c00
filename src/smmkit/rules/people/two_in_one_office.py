"""SMM509 two-in-one-office."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from smmkit.analyses.organization.head import head_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import People, Standing
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

Term = tuple[date, int, int, date]
"""A time in office: its first day, the entry of the person, the assignment, its last day."""


@rule("SMM509", "two-in-one-office", of=People, source="own rule", clause="5.3")
def two_in_one_office(people: People, qms: Qms) -> Problems:
    """There is one definitive head on each day, of the organization and of each unit; who acted ends then.

    Why: where two hold the office, nobody can tell whose signature approves. The day on which one hands
    over to the other may belong to both.
    """
    for role, terms, acting in offices(people, qms):
        follow = [(one, terms[at]) for one in acting if (at := bisect(terms, one)) < len(terms)]
        for (_, before, _, until), (since, index, n, _) in (*pairwise(terms), *follow):
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
                        role=role,
                    ),
                    hint=say("write the last day of the first under `until:`"),
                )


def offices(people: People, qms: Qms) -> Iterator[tuple[str, list[Term], list[Term]]]:
    """The office of the head, and those at the head of a unit: who held it, in order, and who acted."""
    head = head_of(qms)
    heads = tuple(f"{one} " for one in qms.fact(vocabulary).offices.of_one)
    found: dict[tuple[str, str], dict[Standing, list[Term]]] = {}
    for index, person in enumerate(people.entries):
        for n, one in enumerate(person.assignments):
            if one.role == head or one.role.casefold().startswith(heads):
                unit = "" if one.role == head else one.unit
                term = (one.since, index, n, one.until or date.max)
                office = found.setdefault((one.role, unit), {each: [] for each in Standing})
                office[one.standing].append(term)
    for (role, _), terms in found.items():
        yield role, sorted(terms[Standing.DEFINITIVE]), terms[Standing.ACTING]
