"""SMM945 evidence-of-another."""

from __future__ import annotations

import re
from collections import defaultdict
from posixpath import basename

from smmkit.documents import Record
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.services import NonconformingOutput
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

CASES = (AuditFinding, CorrectiveAction, Feedback, NonconformingOutput)
"""Records of one case each, which is shown by papers of its own."""

MONTH = re.compile(r"(?<![0-9])(20[0-9]{2})-?(0[1-9]|1[0-2])(?![0-9])")
"""A year and a month in the name of a file."""


@rule(
    "SMM945",
    "evidence-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def evidence_of_another(qms: Qms) -> Problems:
    """A finding, a complaint or a corrective action is not shown by a paper of an earlier case.

    Why: the answer to last year's complaint proves nothing of this one. A file is told that another case of
    the kind names, and whose name bears a month before this case began.
    """
    for kind in CASES:
        named: dict[str, list[Record]] = defaultdict(list)
        for record in qms.of(kind):
            for file in set(record.evidence):
                named[basename(file)].append(record)
        for file, records in named.items():
            month = MONTH.search(file)
            if month is None or len(records) == 1:
                continue
            said = f"{month[1]}-{month[2]}"
            late = [one for one in records if f"{one.date:%Y-%m}" > said]
            owner = next((one for one in records if one not in late), None)
            for record in late if owner else ():
                places = [n for n, one in enumerate(record.evidence) if basename(one) == file]
                yield problem(
                    record,
                    "evidence",
                    places[0],
                    message=say(
                        "{file} is of {month}, before {id} began; it shows {other}",
                        file=file,
                        month=said,
                        id=record.id,
                        other=owner.id if owner else "",
                    ),
                    hint=say("name the paper that shows this one"),
                )
