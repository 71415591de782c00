"""smm audit: what was covered, what is proposed, what is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.meant import check_act
from smmkit.console.opening import Opened, opened
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm
from smmkit.console.output import form_of, show, show_report
from smmkit.console.verb import Purpose, check_word, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.audit import Audit, PlannedAudit
    from smmkit.reports import Report


@verb("audit", Purpose.AUDIT, order=1)
def command(
    words: Annotated[
        list[str] | None,
        Argument(metavar="[coverage|plan|agenda ID|checklist ID|flow [ID]] [FOLDER]"),
    ] = None,
    as_yaml: Annotated[
        bool,
        Option(
            "--yaml", help="The plan, agenda, checklist or flow as YAML, to be put into a file."
        ),
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Plan internal audits: which units and clauses were covered, which audits would close the gaps
    and who may do them, the agenda by the hour and the checklist of one audit, and how an audit flows
    from programme to review, and where one stands in it.
    """
    found, report = asked(words or [], as_of)
    if as_yaml:
        return as_lines(report, form, output)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)


def asked(words: list[str], as_of: AsOf) -> tuple[Opened, Report]:
    """The page that is asked for, and the folder that it is about.

    Raises:
        SmmError: it is asked for in words that nobody knows.
    """
    report: Report
    check_act("audit", words, ("coverage", "plan", "agenda ID", "checklist ID", "flow"))
    if len(words) == 2 and words[0] in {"agenda", "checklist"}:
        check_word(words[1], f"smm audit {words[0]}", "ID")
    match words:
        case ["checklist", id_, *rest] if len(rest) <= 1:
            from smmkit.reports.audits.checklist import ChecklistReport

            found = opened(Path(*rest), as_of=as_of)
            report = ChecklistReport(found.qms, held(found, id_))
        case ["agenda", id_, *rest] if len(rest) <= 1:
            from smmkit.reports.audits.hours import HoursReport

            found = opened(Path(*rest), as_of=as_of)
            report = HoursReport(found.qms, held(found, id_))
        case ["plan", *rest] if len(rest) <= 1:
            from smmkit.reports.audits.plan import PlanReport

            found = opened(Path(*rest), as_of=as_of)
            report = PlanReport(found.qms)
        case ["flow", *rest] if len(rest) <= 2:
            found, report = flow(rest, as_of)
        case ["coverage", *rest] if len(rest) <= 1:
            found, report = coverage(Path(*rest), as_of)
        case [] | [_] as folder:
            found, report = coverage(Path(*folder), as_of)
        case _:
            raise SmmError(
                say(
                    "write `coverage`, `plan`, `flow`, or one of `agenda`, `checklist`, `flow` with an "
                    "id; and the folder"
                )
            )
    return found, report


def as_lines(report: Report, form: str | None, output: Path | None) -> int:
    """The lines of a file, instead of a page.

    Raises:
        SmmError: there are none, or a format is asked for, too.
    """
    if form:
        raise SmmError(say("--yaml is a format of its own; leave --format out"))
    entries = getattr(report, "entries", None)
    if entries is None:
        raise SmmError(
            say("--yaml is for a plan, an agenda, a checklist or a flow: smm audit plan --yaml")
        )
    show(entries(), output)
    return 0


def coverage(folder: Path, as_of: AsOf) -> tuple[Opened, Report]:
    """What was covered in a folder."""
    from smmkit.reports.audits.coverage import CoverageReport

    found = opened(folder, as_of=as_of)
    return found, CoverageReport(found.qms)


def flow(words: list[str], as_of: AsOf) -> tuple[Opened, Report]:
    """The flow of internal audits, or where one audit stands in its own.

    Raises:
        SmmError: there is no such audit, no flow for its type, or a step of it leads nowhere.
    """
    from smmkit.analyses.auditing.flow import flow_of
    from smmkit.analyses.audits.case import case_of
    from smmkit.documents.audit import AuditType
    from smmkit.reports.audits.flow import FlowReport

    is_folder = len(words) == 1 and Path(words[0]).is_dir()
    id_, folder = (None, words) if is_folder else (next(iter(words), None), words[1:])
    found = opened(Path(*folder), as_of=as_of)
    case = case_of(found.qms, audit_named(found, id_)) if id_ else None
    type_ = case.audit.audit_type if case else AuditType.INTERNAL
    own = flow_of(found.qms, type_)
    if own is None:
        raise SmmError(
            say(
                "{id} is of the type {type}, of which there is no flow; write one into standards/ "
                "with `id: {word}`, as smm audit flow --yaml shows that of internal audits",
                id=id_,
                type=type_.label,
                word=type_.value,
            )
        )
    if own.astray:
        ways = [f"{step}: {to}" for step, to in own.astray]
        raise SmmError(say("the flow leads to steps that it does not have: {ways}", ways=ways))
    return found, FlowReport(found.qms, own, case)


def held(found: Opened, id_: str) -> Audit | PlannedAudit:
    """An audit; of an entry of a programme that has a record, the record: it says who, where and when.

    Raises:
        SmmError: there is none of this id.
    """
    from smmkit.analyses.audits.case import case_of

    return case_of(found.qms, audit_named(found, id_)).audit


def audit_named(found: Opened, id_: str) -> Audit | PlannedAudit:
    """An audit, or one that is planned.

    Raises:
        SmmError: there is none of this id.
    """
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.documents.audit import Audit, PlannedAudit

    thing = found.qms.get(id_, Audit) or found.qms.get(id_, PlannedAudit)
    if thing is None:
        raise SmmError(why_missing(id_, found.qms))
    return thing
