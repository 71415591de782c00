"""SMM680 survey-rule-unknown."""

from __future__ import annotations

from smmkit.analyses.surveys.surveys import known_rules, rule_of
from smmkit.documents.customers import Survey
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM680", "survey-rule-unknown", of=Survey, source="PermenPANRB 14/2017", clause="9.1.2")
def survey_rule_unknown(survey: Survey, qms: Qms) -> Problems:
    """A survey is counted by a rule that there is, on a day on which it holds.

    Why: the same answers make 61.55 by one rule and 61.89 by another, and the grade depends on it.
    """
    if survey.counted_by is None:
        return
    found = rule_of(qms, survey)
    if found is None:
        yield problem(
            survey,
            "counted_by",
            message=say("there is no rule {id} by which surveys are counted", id=survey.counted_by),
            hint=say(
                "write one of {known}, or put your own into standards/",
                known=sorted(known_rules(qms)),
            ),
        )
    elif (found.since and survey.until < found.since) or (
        found.until and found.until < survey.until
    ):
        yield problem(
            survey,
            "counted_by",
            message=say("{rule} does not hold on {day}", rule=found.id, day=survey.until),
            hint=say("count it by the rule of its time"),
        )
