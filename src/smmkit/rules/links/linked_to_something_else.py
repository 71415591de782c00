"""SMM689 linked-to-something-else."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.references.exchanged import exchanged
from smmkit.analyses.references.links import Link, links
from smmkit.analyses.references.speaking import Speaking
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FOLLOWS = frozenset(
    {
        "change-plan.about",
        "communication-plan.entries.records",
        "competences.entries.evidence",
        "corrective-action.about",
        "customer-property.entries.service",
        "external-providers.entries.about",
        "feedback.about",
        "interested-parties.entries.expectations.met_by",
        "interview.items.about",
        "issues.entries.leads_to",
        "knowledge.entries.documents",
        "management-review.inputs.about",
        "nonconforming-output.service",
        "process.kpis",
        "process.procedures",
        "process.risks",
        "spot-check.about",
        "strategic-plan.goals.objectives",
        "swot.strategies.leads_to",
    }
)
"""Fields that name what is about the same matter as the words beside them."""

MOSTLY_FOLLOWS = frozenset(
    {
        "process.inputs.process",
        "process.outputs.process",
        "process.services",
        "qms.outsourced.provider",
        "risk-register.entries.about",
        "services.entries.procedures",
        "swot.items.issue",
        "swot.strategies.items",
    }
)
"""Fields of which that is to be told only where another has far more to do with these words."""

LOOSE = frozenset(
    {
        "feedback.about",
        "interested-parties.entries.expectations.met_by",
        "process.kpis",
        "process.risks",
    }
)
"""Of these those in which a single word in common is enough."""


SAYS = 4
"""So many words are needed beside a link."""


@rule(
    "SMM689",
    "linked-to-something-else",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    whole=(Information,),
)
def linked_to_something_else(qms: Qms) -> Problems:
    """What is named as answer, proof or source speaks of the same matter, and not another one of its sort.

    Why: an id beside a requirement looks like an answer. The auditor opens it, and it is about something
    else. Told only where none of those that are named together shares a word with those beside them, or
    hardly one, and one that is not named shares several.
    """
    speaking = qms.fact(Speaking)
    together: dict[tuple[str, Path, str], list[Link]] = defaultdict(list)
    for link in qms.fact(links):
        names = [step for step in link.steps if isinstance(step, str)]
        way = ".".join((link.document.kind, *names))
        if way in FOLLOWS | MOSTLY_FOLLOWS and link.target in qms.homes:
            steps = link.steps if isinstance(link.steps[-1], str) else link.steps[:-1]
            together[link.document.path, steps, way].append(link)
    swapped = {
        (one.document.path, (*one.steps, each.field)): other.names.get(each.field, [""])[0]
        for each in qms.fact(exchanged)
        for one, other in (each.both, each.both[::-1])
        if not each.is_text
    }
    for (path, steps, way), found in together.items():
        document = found[0].document
        if isinstance(document, Document) and is_gone(document, qms):
            continue
        said = speaking.beside(document, steps)
        if way in FOLLOWS and (path, steps) in swapped:
            other: str | None = swapped[path, steps]
        elif len(said) < SAYS:
            continue
        elif way in FOLLOWS and all(speaking.of_something_else(said, one) for one in found):
            other = speaking.of_this(said, found)
        else:
            other = None if way in LOOSE else speaking.far_better(said, found)
        if other:
            yield problem(
                document,
                *steps,
                message=say(
                    "the words beside it have little or nothing in common with {ids}, but with {other}",
                    ids=[one.target for one in found],
                    other=other,
                ),
                hint=say(
                    "name what is about the same matter, or write here what it has to do with it"
                ),
            )
