"""The report as a page."""

from __future__ import annotations

from smmkit.analyses.gap.comparison import gap
from smmkit.git import Commit
from smmkit.page import Block, Page, Prose, Tone
from smmkit.qms import Qms
from smmkit.reports import left_out, stamp
from smmkit.reports.gap.checklists import checklist_tables
from smmkit.reports.gap.overview import overview
from smmkit.reports.gap.tables import (
    action_table,
    blocking_table,
    clause_table,
    mandatory_table,
    requirement_table,
)
from smmkit.standards import Standard
from smmkit.words import say


def page(qms: Qms, standard: Standard, commit: Commit | None, detailed: bool = True) -> Page:
    """The report as a Page; `detailed` adds every requirement."""
    found = gap(qms, standard)
    blocks: list[Block] = [
        *overview(found),
        *left_out(qms),
        *blocking_table(found),
        *clause_table(found),
        *mandatory_table(found),
        *checklist_tables(qms, standard),
        *action_table(found, qms),
    ]
    if detailed:
        blocks += requirement_table(found)
    title = say("Gap report: {standard}", standard=standard.title)
    return Page(title, stamp(qms, commit), (*blocks, Prose(standard.disclaimer, Tone.MUTED)))
