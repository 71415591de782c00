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
        bool, Option("--yaml", help="The plan or the agenda as YAML, to be put into a file.")
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Plan internal audits: which units and clauses were covered, which audits would close the gaps
    and who may do them, and the agenda by the hour and the checklist of one audit.
    """
    match words or []:
        case ["checklist", id_, *rest] if len(rest) <= 1:
            found = opened(Path(*rest), as_of=as_of)
            report: Report = checklist(found, id_)
        case ["agenda", id_, *rest] if len(rest) <= 1:
            from smmkit.reports.audits.hours import HoursReport

            found = opened(Path(*rest), as_of=as_of)
            report = by_hour = HoursReport(found.qms, audit_named(found, id_))
            if as_yaml:
                show(by_hour.entries(), output)
                return 0
        case ["plan", *rest] if len(rest) <= 1:
            from smmkit.reports.audits.plan import PlanReport

            found = opened(Path(*rest), as_of=as_of)
            report = plan = PlanReport(found.qms)
            if as_yaml:
                show(plan.entries(), output)
                return 0
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
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)


def coverage(folder: Path, as_of: AsOf) -> tuple[Opened, Report]:
    """What was covered in a folder."""
    from smmkit.reports.audits.coverage import CoverageReport

    found = opened(folder, as_of=as_of)
    return found, CoverageReport(found.qms)


def checklist(found: Opened, id_: str) -> Report:
    """The checklist of an audit, or of one that is planned."""
    from smmkit.reports.audits.checklist import ChecklistReport

    return ChecklistReport(found.qms, audit_named(found, id_))


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
