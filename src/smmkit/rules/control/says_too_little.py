"""SMM381 says-too-little."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.wanting import label, wanting
from smmkit.documents import Document, Information
from smmkit.model.part import Part, Text
from smmkit.problem import Severity, dotted
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Silence(Part):
    """What need not be said."""

    leave_out: tuple[Text, ...] = ()
    """Fields that are not asked for here: `audit.location`, `objective.kpis.baseline`, or `retention` of any kind."""


@rule(
    "SMM381",
    "says-too-little",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2; what is asked of each kind stands in standards/contents.yaml",
    clause="7.5.2",
    settings=Silence,
    filled=True,
)
def says_too_little(document: Information, qms: Qms, settings: Silence) -> Problems:
    """A document that holds, and a record, say all that those of their kind are asked to say.

    Why: a field left empty is a question that the auditor asks, and by then nobody remembers the answer.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    for steps, found in wanting(qms, document).items():
        way = ".".join((document.kind, *(str(step) for step in steps if isinstance(step, str))))
        names = [
            name
            for name in found.fields
            if not {name, f"{way}.{name}"}.intersection(settings.leave_out)
        ]
        if names:
            where = getattr(found.part, "id", None) or f"{document.id} {dotted(steps)}"
            labels = [label(found.part, name) for name in names]
            yield problem(
                document,
                *steps,
                message=say("{where} does not say: {fields}", where=where, fields=labels),
                hint=say(
                    "write each of them in a line of its own; asked for by {clauses}",
                    clauses=list(found.clauses),
                ),
            )
