"""The status that a bundle carries: its agency in numbers, so that an inspectorate needs no folder."""

from __future__ import annotations

from dataclasses import replace

from smmkit.analyses.audits import open_findings
from smmkit.analyses.leaving.selection import Selection
from smmkit.qms import Qms
from smmkit.rollup.row import row_of
from smmkit.rollup.status_file import NAME, written
from smmkit.words import language

__all__ = ["NAME", "status"]


def status(qms: Qms, selection: Selection) -> bytes:
    """The status file of a submission, in English; the same for the same folder and day.

    Why: only what was screened may leave, so an open finding that is not sent is named by its id alone.

    Raises:
        SmmError: qms.yaml has faults, or names no standard that is there.
    """
    sent = {chosen.document.id for chosen in selection.chosen}
    named = tuple(
        f"{one.id}: {one.title}" if one.id in sent else one.id for one in qms.fact(open_findings)
    )
    row = replace(row_of(qms, selection.submission.id), findings=named)
    return written(row, language("en")).encode()
