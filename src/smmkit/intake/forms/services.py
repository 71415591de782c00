"""A list of services; where it says what each promises, their standards, too."""

from __future__ import annotations

from typing import Any, Final

from smmkit.documents.services import ServiceEntry, ServiceStandard
from smmkit.intake.forms import service_standards
from smmkit.intake.forms.base import Row, rows_of, titled
from smmkit.intake.forms.form_lines import Form
from smmkit.intake.named_services import service_named
from smmkit.intake.result import Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import comparable
from smmkit.words import say

PROMISES: Final = ("requirements", "procedure", "time_limit", "fee", "product")
FEWEST: Final = 2
"""A list with so many of these columns says what each service promises."""

OTHERS: Final = ("complaint_channels", "legal_basis")


def read(result: Result, tables: list[Table]) -> None:
    """The services of all tables, as entries of the register, and their standards."""
    entries: list[dict[str, Any]] = []
    standards: list[dict[str, Any]] = []
    for table in tables:
        is_promise = len(set(table.roles) & set(PROMISES)) >= FEWEST
        for row in rows_of(result, table):
            name = row.line("title")
            if not name:
                continue
            id_, owner = service(result, row, entries)
            if is_promise and not is_promised(result, id_, standards):
                standards.append(standard(result, row, (titled(name), id_, owner)))
            elif is_promise or has_promise(row):
                tell(result, row)
    title = result.speech.say(say("Register of services"))
    if entries:
        values = {"title": title, "clauses": ["4.3", "8.2"], "classification": result.class_}
        home = result.extend("services", "entries", entries, values)
        heads = (say("Id"), say("Title"), say("Unit"))
        shown = [(one["id"], one["title"], one["owner"]) for one in entries]
        result.show(say("{id}: {title}", id=home, title=title), heads, shown)
    for values in standards:
        result.add("service-standard", values)
    if standards:
        heads = (say("Id"), say("Title"), say("Time limit"))
        shown = [(one["id"], one["title"], one["time_limit"]) for one in standards]
        result.show(say("Service standards"), heads, shown)


def service(result: Result, row: Row, entries: list[dict[str, Any]]) -> tuple[str, str | None]:
    """The id and the unit of the service of a row, which is new, or there already."""
    name = row.line("title")
    id_ = service_named(result.qms, name)
    if id_ and (there := result.qms.get(id_, ServiceEntry)):
        row.result.known(row.at("title"), row.line("title"), id_)
        return id_, there.owner
    for one in entries:
        if comparable(one["title"]) == comparable(titled(name)):
            row.result.known(row.at("title"), row.line("title"), one["id"])
            return one["id"], one["owner"]
    new = result.fresh("LAY")
    owner = row.unit("owner")
    entries.append(
        {
            "id": new,
            "title": titled(name),
            "owner": owner or result.blank(new, say("unit")),
            "customers": items(row.text("customers")),
            "procedures": row.ids("procedures", say("there is no such procedure in the QMS yet")),
            "channel": row.line("channel") or None,
        }
    )
    return new, owner


def standard(result: Result, row: Row, of: tuple[str, str | None, str | None]) -> dict[str, Any]:
    """What a row promises of its service, as its standard."""
    said = {role: (row.text(role), row.at(role)) for role in (*PROMISES, *OTHERS)}
    lines = {role: one for role, one in said.items() if not is_blank(one[0])}
    return service_standards.components(result, Form(lines), result.fresh("SP"), of)


def is_promised(result: Result, service: str, new: list[dict[str, Any]]) -> bool:
    """Whether a service has its standard already, in the folder or by a row before."""
    there = (one.service for one in result.qms.of(ServiceStandard))
    return service in {*there, *(one["service"] for one in new)}


def has_promise(row: Row) -> bool:
    """Whether a row says anything of what it promises."""
    return any(row.line(role) for role in (*PROMISES, *OTHERS))


def tell(result: Result, row: Row) -> None:
    """Tell what a row promises, where its service has a standard, or the list too little for one."""
    why = say("a service standard takes it; it was not taken")
    result.unread += [(row.at(r), row.line(r), why) for r in (*PROMISES, *OTHERS) if row.line(r)]
