"""smm audit: what was covered, what is proposed, what is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.opening import Opened, opened
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm
from smmkit.console.output import form_of, show, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.audit import Audit, PlannedAudit
    from smmkit.reports import Report


@verb("audit", Purpose.AUDIT, order=1)
def command(
    words: Annotated[
        list[str] | None, Argument(metavar="[coverage|plan|agenda ID|checklist ID] [FOLDER]")
    ] = None,
    as_yaml: Annotated[
        bool,
        Option(
            "--yaml", help="The plan, the agenda or the checklist as YAML, to be put into a file."
        ),
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Plan internal audits: which units and clauses were covered, which audits would close the gaps
    and who may do them, and the agenda by the hour and the checklist of one audit.
    """
    report: Report
    match words or []:
        case ["checklist", id_, *rest] if len(rest) <= 1:
            from smmkit.reports.audits.checklist import ChecklistReport

            found = opened(Path(*rest), as_of=as_of)
            report = ChecklistReport(found.qms, audit_named(found, id_))
        case ["agenda", id_, *rest] if len(rest) <= 1:
            from smmkit.reports.audits.hours import HoursReport

            found = opened(Path(*rest), as_of=as_of)
            report = HoursReport(found.qms, audit_named(found, id_))
        case ["plan", *rest] if len(rest) <= 1:
            from smmkit.reports.audits.plan import PlanReport

            found = opened(Path(*rest), as_of=as_of)
            report = PlanReport(found.qms)
        case ["coverage", *rest] if len(rest) <= 1:
            found, report = coverage(Path(*rest), as_of)
        case [] | [_] as folder:
            found, report = coverage(Path(*folder), as_of)
        case _:
            raise SmmError(
                say(
                    "write `coverage`, `plan`, or `agenda` or `checklist` with an id; and the folder"
                )
            )
    if as_yaml:
        return as_lines(report, form, output)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)


def as_lines(report: Report, form: str | None, output: Path | None) -> int:
    """The lines of a file, instead of a page.

    Raises:
        SmmError: there are none, or a format is asked for, too.
    """
    if form:
        raise SmmError(say("--yaml is a format of its own; leave --format out"))
    entries = getattr(report, "entries", None)
    if entries is None:
        raise SmmError(say("--yaml is for a plan, an agenda or a checklist: smm audit plan --yaml"))
    show(entries(), output)
    return 0


def coverage(folder: Path, as_of: AsOf) -> tuple[Opened, Report]:
    """What was covered in a folder."""
    from smmkit.reports.audits.coverage import CoverageReport

    found = opened(folder, as_of=as_of)
    return found, CoverageReport(found.qms)


def audit_named(found: Opened, id_: str) -> Audit | PlannedAudit:
    """An audit, or one that is planned.

    Raises:
        SmmError: there is none of this id.
    """
    from smmkit.analyses.nearest import why_missing
    from smmkit.documents.audit import Audit, PlannedAudit

    thing = found.qms.get(id_, Audit) or found.qms.get(id_, PlannedAudit)
    if thing is None:
        raise SmmError(why_missing(id_, found.qms))
    return thing
