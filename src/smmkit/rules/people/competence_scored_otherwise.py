"""SMM698 competence-scored-otherwise."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.competence import Competences
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import number_behind
from smmkit.words import say


@rule(
    "SMM698",
    "competence-scored-otherwise",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
    filled=True,
)
def competence_scored_otherwise(register: Competences, qms: Qms) -> Problems:
    """The register says the score that the training has, where it names that training.

    Why: the auditor lays one beside the other, and asks which of the two was made up.
    """
    if is_gone(register, qms):
        return
    scored = number_behind(qms.fact(vocabulary).scores)
    for index, entry in enumerate(register.entries):
        shown = [qms.get(id_, Training) for id_ in entry.evidence]
        if None in shown:
            continue  # another paper may have another score
        scores = {
            score
            for training in shown
            for one in (training.attendance if training else ())
            if one.person and one.person == entry.person
            for score in (one.score_before, one.score_after)
            if score is not None
        }
        said = [one[1] for one in scored.finditer(entry.held or "")] if scores else []
        wrong = [number for number in said if only_number(number) not in scores]
        if wrong:
            yield problem(
                register,
                "entries",
                index,
                "held",
                message=say(
                    "{id} says a score of {said}; in the training it is {scores}",
                    id=entry.id,
                    said=wrong[0],
                    scores=sorted(scores),
                ),
                hint=say("write the score of the training, or correct it there"),
            )
