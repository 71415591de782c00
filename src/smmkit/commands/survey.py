"""smm survey: open, count, draw; without an id, every survey in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from smmkit.console.lookup import none_of
from smmkit.console.opening import is_folder, opened
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say


@verb("survey", Purpose.NUMBERS, order=2)
def command(
    names: Annotated[list[str] | None, Argument(metavar="[ID] [FOLDER]")] = None,
    public: Annotated[
        bool, Option("--public", help="Only what has to be published: result, elements, period.")
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Count a survey: index, grade, each element, service, unit and group; without ID, the latest."""
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.analyses.surveys.surveys import outcomes
    from smmkit.documents.customers import Survey
    from smmkit.reports.survey import SurveyReport

    id_, folder = id_and_folder(names or [])
    found = opened(folder, as_of=as_of)
    qms = found.qms
    if id_ is not None and qms.get(id_, Survey) is None:
        raise SmmError(why_missing(id_, qms))
    counted = qms.fact(outcomes)
    if id_ is None and not counted:
        none = say("there is no survey in {folder} that can be counted", folder=str(folder))
        raise none_of("survey", qms, none)
    if id_ is not None and id_ not in counted:
        raise SmmError(say("{id} cannot be counted; first: smm validate", id=id_))
    outcome = counted[id_] if id_ else list(counted.values())[-1]
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, SurveyReport(qms, outcome, public), drawn_as, output, lang)


def id_and_folder(names: list[str]) -> tuple[str | None, Path]:
    """The id, if one is named, and the folder, if one is."""
    if not names:
        return None, Path()
    if len(names) > 1:
        return names[0], Path(names[1])
    return (None, Path(names[0])) if is_folder(Path(names[0])) else (names[0], Path())
