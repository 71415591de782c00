"""SMM381 says-too-little."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.wanting import NATURES, label, seldom_said, wanting
from smmkit.documents import Document, Information
from smmkit.model.fields import fields_of, named
from smmkit.model.part import Part, Text
from smmkit.problem import Severity, dotted
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Silence(Part):
    """What need not be said."""

    leave_out: tuple[Text, ...] = ()
    """Fields not asked for here: `audit.location`, `objective.kpis.baseline`, `retention` of any kind."""


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
    What hardly a document says is told once, at qms.yaml.
    """
    habits = qms.fact(seldom_said)
    if document is qms.settings and habits:
        yield from told_once(document, sorted(habits), settings)
    if isinstance(document, Document) and not is_live(document, qms):
        return
    for steps, found in wanting(qms, document).items():
        way = ".".join((document.kind, *(str(step) for step in steps if isinstance(step, str))))
        left = {one.removeprefix(f"{way}.") for one in settings.leave_out}
        names = [
            name
            for name in found.fields
            if not left.intersection({name, *name.split("|")}) and (steps or name not in habits)
        ]
        if names:
            where = getattr(found.part, "id", None) or f"{document.id} {dotted(steps)}"
            labels = [label(found.part, name) for name in names]
            yield problem(
                document,
                *steps,
                message=say("{where} does not say: {fields}", where=where, fields=labels),
                hint=say(
                    "write each of them in a line of its own, it helps to show {clauses}; or leave out"
                    " what is not needed here, in qms.yaml: `{example}`",
                    clauses=list(dict.fromkeys(found.asked_by[name] for name in names)),
                    example=left_out(f"{way}.{names[0].partition('|')[0]}"),
                ),
            )


def told_once(document: Information, habits: list[str], settings: Silence) -> Problems:
    """What hardly a document of the folder says, though many are asked to."""
    known = {name: class_ for class_ in NATURES.values() for name in fields_of(class_)}
    if names := [name for name in habits if name not in settings.leave_out]:
        yield problem(
            document,
            message=say(
                "few documents, or none, say: {fields}",
                fields=[named(known[name], name) for name in names],
            ),
            hint=say(
                "write them in each document, or leave out what is not asked for here, in qms.yaml:"
                " `{example}`",
                example=left_out(names[0]),
            ),
        )


def left_out(field: str) -> str:
    """What stands in qms.yaml where a field is not asked for."""
    return f"rules: {{SMM381: {{leave_out: [{field}]}}}}"
