"""SMM945 evidence-of-another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from posixpath import basename

from smmkit.documents import Record
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.review import ManagementReview
from smmkit.documents.services import NonconformingOutput
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

CASES = (AuditFinding, CorrectiveAction, Feedback, NonconformingOutput)
"""Records of one case each, which is shown by papers of its own."""

MONTH = re.compile(r"(?<![0-9])(20[0-9]{2})-?(0[1-9]|1[0-2])(?![0-9])")
"""A year and a month in the name of a file."""

EVENTS = (ManagementReview, Training)
"""Records of one event each, shown by papers of its own, whose names mostly bear no more than its year."""

HINT = say("name the paper that shows this one")

YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


@rule(
    "SMM945",
    "evidence-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def evidence_of_another(qms: Qms) -> Problems:
    """A case, a review or a training is not shown by a paper of an earlier one, nor by a later one's.

    Why: the answer to last year's complaint proves nothing of this one. A file is told that another finding,
    complaint or corrective action names, and whose name bears a month before this one began, or after it
    was closed; of a review or a training, a year.
    """
    named: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in (one for kind in (*CASES, *EVENTS) for one in qms.of(kind)):
        for file in set(record.evidence):
            named[basename(file), record.kind if isinstance(record, EVENTS) else ""].append(record)
    for (file, event), records in named.items():
        found = MONTH.search(file) or (YEAR.search(file) if event else None)
        said = "-".join(found.groups()) if found else ""
        if said:
            yield from early_papers(file, said, records)
            yield from late_papers(file, said, records)


def early_papers(file: str, said: str, records: list[Record]) -> Problems:
    """The records that began after the month of a paper which shows another."""
    late = [one for one in records if one.date.isoformat()[: len(said)] > said]
    for record, owner in shown_beside(late, records):
        if owner.id not in getattr(record, "about", ()):  # what shows that shows this
            message = say(
                "{file} is of {month}, before {id} began; it shows {other}",
                file=file,
                month=said,
                id=record.id,
                other=owner.id,
            )
            yield problem(
                record, "evidence", first_named_at(record, file), message=message, hint=HINT
            )


def late_papers(file: str, said: str, records: list[Record]) -> Problems:
    """The records that were closed before the month of a paper which shows another."""
    over = [one for one in records if one.closed and one.closed.isoformat()[: len(said)] < said]
    for record, owner in shown_beside(over, records):
        message = say(
            "{file} is of {month}, when {id} was closed; it shows {other}",
            file=file,
            month=said,
            id=record.id,
            other=owner.id,
        )
        yield problem(record, "evidence", first_named_at(record, file), message=message, hint=HINT)


def shown_beside(wrong: list[Record], records: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Each record that a paper cannot show, with the first of those that it can."""
    owner = next((one for one in records if one not in wrong), None)
    if owner is not None:
        yield from ((record, owner) for record in wrong)


def first_named_at(record: Record, file: str) -> int:
    """Where a record names a paper first."""
    return next(n for n, one in enumerate(record.evidence) if basename(one) == file)
