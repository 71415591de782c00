"""SMM681 survey-element-missing."""

from __future__ import annotations

from smmkit.analyses.surveys.surveys import rule_of
from smmkit.documents.customers import Survey
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM681",
    "survey-element-missing",
    of=Survey,
    severity=Severity.WARNING,
    source="PermenPANRB 14/2017",
    clause="9.1.2",
)
def survey_element_missing(survey: Survey, qms: Qms) -> Problems:
    """A survey asks about every element of the rule that it is counted by, and about each once.

    Why: without the element that everybody complains of the index rises, and cannot be compared.
    """
    found = rule_of(qms, survey)
    if found is None or not found.elements:
        return
    known = {one.key: one.title for one in found.elements}
    asked = [question.element for question in survey.questions]
    for index, element in enumerate(asked):
        if element is not None and element not in known:
            yield problem(
                survey,
                "questions",
                index,
                "element",
                message=say("{rule} has no element {key}", rule=found.id, key=element),
                hint=say("write one of {known}", known=list(known)),
            )
        elif element is not None and element in asked[:index]:
            yield problem(
                survey,
                "questions",
                index,
                "element",
                message=say("the element {key} is asked about a second time", key=element),
                hint=say("write the element that this question is really about"),
            )
    named = [element for element in asked if element in known]
    missing = [known[key] for key in known if key not in named]
    if len(asked) < len(known) or (named and len(named) == len(asked) and missing):
        count = say("asks {n} questions of {m}", n=len(asked), m=len(known))
        yield problem(
            survey,
            "questions",
            message=say(
                "{id} does not ask all that {rule} wants: {missing}",
                id=survey.id,
                rule=found.id,
                missing=missing if named else count,
            ),
            hint=say("ask all of them, or say by `counted_by:` which rule it follows"),
        )
