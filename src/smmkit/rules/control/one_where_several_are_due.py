"""SMM344 one-where-several-are-due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents import Document, Information, Record
from smmkit.model.fields import named
from smmkit.model.part import Part, Text, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import by_kind
from smmkit.words import say

BETWEEN = re.compile(r"[,;] (?:(?:dan|serta|and) )?| (?:dan|serta|and|&) ")


class Fewest(Part):
    """How many are enough."""

    people: Annotated[Whole, Field(ge=0)] = 10
    """Where fewer people work, one is often all there is: they are not asked."""
    lists: tuple[Text, ...] = (
        "audit-programme.methods:2",
        "change-plan.steps:2",
        "communication-plan.entries:2",
        "competences.entries:2",
        "glossary.entries:2",
        "interested-parties.entries:2",
        "interview.items:2",
        "issues.entries:2",
        "job-description.duties:2",
        "knowledge.entries:2",
        "management-review.participants:2",
        "procedure.steps:3",
        "regulations.entries:2",
        "resources.entries:2",
        "risk-register.entries:2",
        "roles.entries:2",
        "service-standard.procedure:2",
        "survey.questions:2",
        "swot.items:4",
        "swot.strategies:2",
        "team.members:2",
    )
    """The list, and how many entries it has at least: `procedure.steps:3`."""


@rule(
    "SMM344",
    "one-where-several-are-due",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Fewest,
)
def one_where_several_are_due(document: Information, qms: Qms, settings: Fewest) -> Problems:
    """A list that is of use only with several entries has several.

    Why: a procedure of one step, a team of one and a plan of one line were written to be there.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    if isinstance(document, Record) and not document.closed:
        return
    home = qms.settings
    if home and home.headcount is not None and home.headcount < settings.people:
        return
    for each in by_kind(settings.lists).get(document.kind, ()):
        name, _, number = each.partition(":")
        held = getattr(document, name, None)
        if held and number.isdigit() and how_many(held) < int(number):
            yield problem(
                document,
                name,
                message=say(
                    "{field} of {id}: only {n}",
                    id=document.id,
                    n=len(held),
                    field=named(type(document), name),
                ),
                hint=say(
                    "write all that there are; fewer than {n} are seldom enough", n=int(number)
                ),
            )


def how_many(held: Iterable[object]) -> int:
    """How many things a list has; a text that lists several has so many."""
    return sum(len(BETWEEN.split(one)) if isinstance(one, str) else 1 for one in held)
