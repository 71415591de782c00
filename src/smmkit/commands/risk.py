"""smm risk: open, count, draw."""

from __future__ import annotations

from pathlib import Path

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say


@verb("risk", Purpose.NUMBERS, order=3)
def command(
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show risks and opportunities: the map, levels before, now and after, what is late, SWOT."""
    from smmkit.analyses.risks import matrix_of
    from smmkit.reports.risk import RiskReport

    found = opened(folder, as_of=as_of)
    criteria = found.settings.risk
    if criteria is None:
        raise SmmError(say("qms.yaml has no `risk:`; write it there first, with `appetite:`"))
    if matrix_of(found.qms, criteria) is None:
        raise SmmError(say("there is no matrix of risks {id}", id=criteria.matrix))
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, RiskReport(found.qms, criteria), drawn_as, output, lang)
