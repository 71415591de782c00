"""SMM896 words-against-numbers."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.consistency.words_of_change import from_one_to_another, of_measured
from smmkit.documents import Information
from smmkit.documents.customers import Survey
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.review import ManagementReview
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

Text = tuple[Information, Path, str, Kpi | None, str]
"""A sentence with its place, the KPI that it is about, and the year."""


@rule(
    "SMM896",
    "words-against-numbers",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3",
    clause="9.1.3",
    whole=(Objective,),
    filled=True,
)
def words_against_numbers(qms: Qms) -> Problems:
    """A sentence says which way a number went, and when it was lowest, as the numbers do.

    Why: "it fell from 24 to 25.88" is read aloud as it stands; who has both before him believes neither.
    """
    for document, steps, text, kpi, year in claims_of_numbers(qms):
        found = [*from_one_to_another(qms, text, kpi)]
        found += of_measured(qms, kpi, year, text) if kpi else []
        for message in found:
            hint = say("put the word or the number right, whichever is wrong")
            yield problem(document, *steps, message=message, hint=hint)


def claims_of_numbers(qms: Qms) -> Iterator[Text]:
    """What reports, reviews and surveys say of numbers."""
    for report in qms.of(PerformanceReport):
        for index, one in enumerate(report.achievements):
            kpi = qms.get(one.kpi, Kpi)
            steps = ("achievements", index, "analysis")
            yield report, steps, one.analysis or "", kpi, str(report.year)
        yield report, ("conclusion",), report.conclusion or "", None, ""
    for review in qms.of(ManagementReview):
        for index, item in enumerate(review.inputs):
            yield review, ("inputs", index, "what"), item.what, None, ""
    for survey in qms.of(Survey):
        for index, text in enumerate(survey.findings):
            yield survey, ("findings", index), text, None, ""
