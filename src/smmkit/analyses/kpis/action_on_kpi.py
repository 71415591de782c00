"""Whether anybody has done something about a KPI: what names it, and since when."""

from __future__ import annotations

import re
from datetime import date

from smmkit.analyses.texts import texts_in
from smmkit.documents import Document, Record
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport, StrategicPlan
from smmkit.documents.objective import Objective
from smmkit.documents.process import Process
from smmkit.documents.settings import Settings
from smmkit.period_days import first_day
from smmkit.qms import Qms

TELLING = (PerformanceAgreement, PerformanceReport, StrategicPlan, Objective, Process, Settings)
"""What names a KPI without doing anything about it."""


def acted_upon(qms: Qms, id_: str, period: str) -> bool:
    """Whether a record, or the version of a document, from the time of a period on names a KPI."""
    since = first_day(period)
    name = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    for document in qms.documents:
        if isinstance(document, TELLING) or not document.source.holds(id_):
            continue
        texts = (*(text for _, text in texts_in(document.source.values)), document.source.prose)
        if is_since(document, since, qms.as_of) and any(map(name.search, texts)):
            return True
    return False


def is_since(document: object, since: date, until: date) -> bool:
    """Whether a paper is of a day from then on, and not of the future."""
    if isinstance(document, Record):
        return since <= document.date <= until
    if isinstance(document, Document):
        last = max((one.on for one in document.approvals), default=None)
        return last is None or since <= last
    return False
