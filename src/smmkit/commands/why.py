"""smm why: open, find the clause, tell all that counts for it and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError


@verb("why", Purpose.STANDARD, order=2)
def command(
    clause: Annotated[str, Argument(metavar="CLAUSE")],
    folder: Folder = Path(),
    standard: Annotated[
        str | None,
        Option(metavar="ID", help="The standard; without it, the first of qms.yaml."),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Tell of one clause all that counts, falls short or is missing, and what to do next.
    CLAUSE is a number such as 9.2.2, juknis/A4, 9.2.2-a (a requirement), 9.2.2:1 (a document asked
    for); 9 lists the clauses of a chapter.
    """
    from smmkit.analyses.gap.numbers import meant, meant_elsewhere, unknown
    from smmkit.console.lookup import standard_named
    from smmkit.reports.gap.why import WhyReport

    found = opened(folder, as_of=as_of)
    qms = found.qms
    named, slash, number = clause.rpartition("/")
    asked = named if slash else standard
    pack = standard_named(asked, qms)
    what = meant(pack, number) or (None if asked else meant_elsewhere(qms, number))
    if what is None:
        raise SmmError(unknown(qms, pack, number))
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, WhyReport(qms, what), drawn_as, output, lang)
