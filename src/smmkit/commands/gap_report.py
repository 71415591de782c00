"""smm gap-report: open, compare, draw; 1 if files could not be read, or a step is blocked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from click import Choice
from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.analyses.gap.belonging import View
    from smmkit.console.opening import Opened
    from smmkit.standards import Standard as Pack
    from smmkit.words import Language

MOST_DAYS = 60
"""So many days a series may have: each is judged anew."""


Standard = Annotated[
    str | None, Option(metavar="ID", help="The standard; without it, the first of qms.yaml.")
]
Unit = Annotated[
    str | None,
    Option(metavar="UNIT", help="The page of one unit, with all that is part of it."),
]
By = Annotated[
    list[str] | None,
    Option(
        metavar="WORD",
        help="Also by unit, owner, process, service or dimension; may be given again. Without it, "
        "by all of them where there is room (html, pdf, xlsx).",
    ),
]
Ready = Annotated[
    str | None,
    Option(
        click_type=Choice(("registration", "stage-1", "stage-2", "surveillance")),
        help="Only whether all is ready for this step; 1 while something blocks.",
    ),
]
Since = Annotated[
    str | None,
    Option(
        metavar="REVISION|DAY",
        help="Also what has changed since a revision of git or a day (2019-12-31), and why.",
    ),
]
Series = Annotated[
    str | None,
    Option(
        metavar="WORD|DAYS",
        help="Also the course: monthly, quarterly, yearly, or days with commas between.",
    ),
]
Brief = Annotated[
    bool,
    Option(
        "--brief",
        help="Only the numbers, the readiness, and all documents in groups: two pages.",
    ),
]

ToFill = Annotated[
    bool,
    Option(
        "--form",
        help="With --ready registration: the form for the inspectorate, to be filled and imported.",
    ),
]


@verb("gap-report", Purpose.STANDARD, order=1)
def command(
    folder: Folder = Path(),
    standard: Standard = None,
    unit: Unit = None,
    by: By = None,
    ready: Ready = None,
    since: Since = None,
    series: Series = None,
    brief: Brief = False,
    to_fill: ToFill = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare with a standard: what is claimed, what is proved."""
    from smmkit.console.lookup import standard_named, unit_named
    from smmkit.reports.gap.crossing import report_on

    if ready and (unit or by or since or series or brief):
        raise SmmError(say("--ready speaks of one step alone; leave the other choices out"))
    day = day_named(since)
    found = opened(folder, as_of=as_of, since=None if day else since)
    qms = found.qms
    pack, drawn_as = standard_named(standard, qms), form_of(form, output, PAGE_FORMS)
    if ready or to_fill:
        return on_one_step(found, pack, (ready, to_fill), drawn_as, output, lang)
    if unit:
        unit = unit_named(unit, qms)
    if day and day > qms.as_of:
        raise SmmError(
            say("{day} lies after the day of judgement, {as_of}", day=day, as_of=qms.as_of)
        )
    roomy = drawn_as not in {"text", "json"} and not unit and not brief
    report = report_on(qms, pack)(
        qms,
        pack,
        detailed=drawn_as != "text" and not unit,
        brief=brief,
        views=views_named(by or [], reader(lang, qms), roomy),
        unit=unit,
        since=day or since,
        days=tuple(days_named(series, qms.as_of)) if series else (),
    )
    return show_report(found, report, drawn_as, output, lang)


def on_one_step(
    found: Opened,
    pack: Pack,
    asked: tuple[str | None, bool],
    drawn_as: str,
    output: Path | None,
    lang: Lang,
) -> int:
    """Whether all is ready for one step; or the form with which that is verified.

    Raises:
        SmmError: the step has no form.
    """
    from smmkit.reports.gap.ready import ReadyReport
    from smmkit.reports.gap.verification_form import VerificationForm
    from smmkit.standards.readiness import Milestone

    ready, to_fill = asked
    if to_fill:
        if ready != Milestone.REGISTRATION:
            raise SmmError(say("the form is that of the registration: --ready registration --form"))
        return show_report(found, VerificationForm(found.qms, pack), drawn_as, output, lang)
    told = ReadyReport(found.qms, pack, Milestone(str(ready)))
    return show_report(found, told, drawn_as, output, lang) or int(not told.found.is_ready)


def views_named(words: list[str], speech: Language, roomy: bool) -> tuple[View, ...]:
    """The views that are asked for; where none is and there is room, all of them.

    Raises:
        SmmError: there is no such view.
    """
    from smmkit.analyses.gap.belonging import View
    from smmkit.console.lookup import word_named

    known = {view.value: view.label for view in View}
    wanted = [View(word_named(one, known, say("view"), speech)) for one in words]
    return tuple(dict.fromkeys(wanted)) or (tuple(View) if roomy else ())


def day_named(text: str | None) -> date | None:
    """The day that a text names; None where it is a revision, or nothing."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def days_named(text: str, as_of: date) -> list[date]:
    """The days of a series: the ends of periods, or those that are named.

    Raises:
        SmmError: a word names no period, or there are too many days.
    """
    from smmkit.analyses.gap.course import STEPS, days_of

    if text in STEPS:
        return days_of(text, as_of)
    named = [(word.strip(), day_named(word.strip())) for word in text.split(",")]
    for word, day in named:
        if day is None:
            raise SmmError(
                say(
                    "{word} is no day and no period; write {words}, or days such as 2019-12-31,2020-06-30",
                    word=word,
                    words=list(STEPS),
                )
            )
    if len(named) > MOST_DAYS:
        raise SmmError(say("a series has at most {n} days", n=MOST_DAYS))
    return [day for _, day in named if day]
