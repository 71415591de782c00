"""SMM489 step-that-is-not-there."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.said_ids import NUMBER
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document, Information
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import step_of
from smmkit.words import say


@rule(
    "SMM489",
    "step-that-is-not-there",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.1; own rule",
    clause="8.5.1",
    filled=True,
)
def step_that_is_not_there(document: Information, qms: Qms) -> Problems:
    """A step of a procedure that is named by its number is there.

    Why: "found at step 17" of a procedure of eight steps was found at another step, or by another procedure.
    """
    if isinstance(document, Document) and is_gone(document, qms):
        return
    named = step_of(qms.fact(vocabulary).steps)
    begin = qms.fact(beginnings_of_ids)
    texts = [said for said in own_words(document) if any(one in said[1] for one in begin)]
    found = ((steps, one) for steps, text in texts for one in named.finditer(text))
    for steps, one in found:
        number, id_ = int(one[1]), one[2]
        procedure = qms.get(id_, Procedure)
        if procedure and procedure.steps and not 1 <= number <= len(procedure.steps):
            yield problem(
                document,
                *steps,
                message=say(
                    "{id} has {n} steps; this names step {said}",
                    id=id_,
                    n=len(procedure.steps),
                    said=str(number),
                ),
                hint=say("write the step where it was, or the procedure that is meant"),
            )


def beginnings_of_ids(qms: Qms) -> frozenset[str]:
    """How the ids of the procedures begin: all before the first number."""
    return frozenset(NUMBER.split(one.id)[0] for one in qms.of(Procedure) if one.steps)
