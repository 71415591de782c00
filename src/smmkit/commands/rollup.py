"""smm rollup: gather a row of each agency, rank, draw; 1 where one could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm, Workers
from smmkit.console.output import drawn, form_of, show
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

LINKED = ("html", "xlsx")
"""The formats in which the line of an agency leads to what is told of it, however many they are."""


@verb("rollup", Purpose.SENDING, order=6)
def command(
    places: Annotated[list[Path], Argument(metavar="FOLDER|BUNDLE|STATUS...")],
    detail: Annotated[
        bool | None,
        Option(
            "--detail/--no-detail",
            help="Also each agency by itself, with its open findings; in HTML and XLSX without asking.",
            show_default=False,
        ),
    ] = None,
    workers: Workers = None,
    scheduler: Annotated[
        str | None,
        Option(metavar="ADDRESS", help="The Dask scheduler of a cluster: tcp://host:8786."),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare many agencies: folders, bundles or their status files, ranked by facts. A folder that
    is no QMS stands for all that lie in it.
    """
    import os

    from smmkit.console.opening import today_in
    from smmkit.reports.rollup import RollupReport
    from smmkit.rollup.gather import Way, gathered
    from smmkit.rollup.places import places_in
    from smmkit.serialized import serialized
    from smmkit.words.json_text import json_text

    drawn_as = form_of(form, output, PAGE_FORMS)
    for place in places:
        if not place.exists():
            raise SmmError(say("{path} is not there", path=str(place)))
    if detail is None:
        detail = drawn_as in LINKED
    way = Way(workers or os.cpu_count() or 1, scheduler)
    report = RollupReport(gathered(places_in(places), as_of, today_in, way), detail)
    if drawn_as == "json":
        show(json_text(serialized(report, reader(lang or "en"))), output)
    else:
        speech = reader(lang)
        day = max((row.as_of for row in report.ranked_rows), default=as_of or today_in("UTC"))
        show(drawn(report.page(), drawn_as, speech, day, output), output)
    return int(bool(report.broken))
