"""The register of a service, or of several: a log of each, with its cases; never who asked for it.

What is remarked of a case is not taken: it may name somebody.
"""

from __future__ import annotations

from typing import Any

from smmkit.documents.services import ServiceEntry, ServiceLog
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import Row, rows_of
from smmkit.intake.named_services import service_named
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.table import Table
from smmkit.intake.words import comparable
from smmkit.words import say


def read(result: Result, tables: list[Table]) -> None:
    """A log of each service with the cases of all tables; a case that a log has already is told."""
    known = {
        (log.service, one.number, one.received.isoformat()): log.id
        for log in result.qms.of(ServiceLog)
        for one in log.cases
    }
    logs: dict[str, list[dict[str, Any]]] = {}
    for table in tables:
        whole = service_around(result, table)
        for row in rows_of(result, table):
            number = row.line("number") or row.line("row")
            service = row.line("about") or whole
            named, one = service_named(result.qms, service) or service, case(row, number)
            if same := known.get((named, number, str(one["received"]))):
                result.known(row.at("number"), number, same)
            elif one["received"]:
                logs.setdefault(named, []).append(one)
            elif not row.line("received"):
                row.unread("received", say("no time is said; the row was left out"))
    for service, cases in logs.items():
        log(result, service, cases)


def service_around(result: Result, table: Table) -> str:
    """The only service of the register whose name stands above a table, or is that of its sheet."""
    lines = [comparable(line) for line in (*above(table), table.grid.name)]
    found = [
        id_
        for id_, one in result.qms.things.items()
        if isinstance(one, ServiceEntry)
        and any(f" {comparable(one.title)} " in f" {line} " for line in lines)
    ]
    return found[0] if len(found) == 1 else ""


def case(row: Row, number: str) -> dict[str, Any]:
    """What a row says of its case."""
    return {
        "number": number or row.result.blank("LOG", say("the number of a case")),
        "received": row.day("received", number),
        "due": row.day("due", number),
        "released": row.day("released", number),
        "released_by": row.person("released_by"),
    }


def log(result: Result, service: str, cases: list[dict[str, Any]]) -> None:
    """One log, from the first day of its cases to the last."""
    id_ = result.fresh("LOG")
    entry = result.qms.get(service, ServiceEntry)
    days = sorted(day for one in cases for day in (one["received"], one["released"]) if day)
    what = say("the log goes from {day} to {other}, as its cases say", day=days[0], other=days[-1])
    result.assumed.append((id_, what))
    owner = entry.owner if entry else result.owner
    name = entry.title if entry else service
    title = result.speech.say(say("Service log: {service}", service=name or "-"))
    result.add(
        "service-log",
        {
            "kind": "service-log",
            "id": id_,
            "title": title,
            "date": days[0],
            "until": days[-1],
            "owner": owner,
            "classification": result.class_,
            "clauses": ["8.5.2", "8.6"],
            "service": service
            if entry
            else result.blank(id_, say("the service: {name}", name=name)),
            "received": len(cases),
            "cases": [{n: v for n, v in one.items() if v is not None} for one in cases],
        },
    )
    if owner is None:
        result.blanks.append((id_, NO_OWNER))
    heads = (say("Number"), say("Received"), say("Due"), say("Released on"))
    rows = [
        tuple(one[n] or "-" for n in ("number", "received", "due", "released")) for one in cases
    ]
    result.show(say("{id}: {title}", id=id_, title=title), heads, rows)
