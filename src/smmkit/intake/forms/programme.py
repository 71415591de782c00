"""A programme of internal audits: rows of units or processes, with a day, a month, or marks below months."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from smmkit.corrections.spoken_values import UP_TO, period_meant
from smmkit.documents.process import Process
from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import CLAUSE, Row, rows_of, titled
from smmkit.intake.kpi_columns import period_of
from smmkit.intake.persons import person_of
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.units import unit_of
from smmkit.intake.words import begins, comparable, data, meaning
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

YEAR = re.compile(r"\b(20\d\d)\b")
BETWEEN = re.compile(rf"\s*{UP_TO}\s*", re.IGNORECASE)
"""What stands between the ends of a range of clauses."""
WEEKS = frozenset({"I", "II", "III", "IV", "V", "1", "2", "3", "4", "5"})
"""What stands over the weeks of a month."""


def read(result: Result, tables: list[Table]) -> None:
    """One programme from all tables."""
    id_ = result.fresh("PRG")
    lines = [line for table in tables for line in above(table)]
    years = [found[1] for line in lines if (found := YEAR.search(line))]
    year = years[0] if years else str(result.qms.as_of.year)
    if not years:
        result.assumed.append((id_, say("the year: {year}", year=year)))
    entries = [e for table in tables for e in planned(result, table, year)]
    if not entries:
        result.unread.append((tables[0].grid.about(), "", say("no row of it is an audit")))
        return
    title = result.speech.say(say("Programme of internal audits {year}", year=year))
    result.add(
        "audit-programme",
        {
            "kind": "audit-programme",
            "id": id_,
            "title": title,
            "version": Quoted("1"),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": [Quoted("9.2.2")],
            "since": f"{year}-01-01",
            "until": f"{year}-12-31",
            "entries": entries,
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    heads = (say("Id"), say("Title"), say("Period"))
    rows = [(e["id"], e["title"], e.get("period") or e.get("since") or "-") for e in entries]
    result.show(say("{id}: {title}", id=id_, title=title), heads, rows)


def planned(result: Result, table: Table, year: str) -> list[dict[str, Any]]:
    """The audits of a table: one for each time that a row names."""
    months = {
        n: period
        for n in table.columns("month")
        if (period := period_of(("bulan", *table.paths[n]), int(year))) and period != year
    }
    found = []
    for row in rows_of(result, table):
        name = row.line("unit")
        if not name:
            continue
        cells = dict.fromkeys(filter(None, table.grid.rows[row.number]))
        if other := next((text for text in cells if begins(text, data()["no_audits"])), ""):
            result.told.append((row.place, " | ".join(cells), say("{text}: no audit", text=other)))
            continue
        marked = planned_marks(row, table, months)
        times: list[dict[str, Any]] = [
            {"period": period} for period in dict.fromkeys(months[n] for n in marked)
        ]
        weeks = [" ".join(table.paths[n]) for n in marked if is_week(table.paths[n], year)]
        times = times or said_time(row, table, year)
        if not times:
            result.unread.append(
                (row.at("unit"), name, say("no time is said; the row was left out"))
            )
        entries = [entry(result, row, name, time, table) for time in times]
        if entries and weeks:
            what = say("the month alone is taken of {text}", text=", ".join(weeks))
            result.assumed.append((entries[0]["id"], what))
        found += entries
    return found


def is_week(path: tuple[str, ...], year: str) -> bool:
    """Whether a column is a week of the month that stands above it."""
    return path[-1] in WEEKS and period_of(path[:-1], int(year)) not in {None, year}


def planned_marks(row: Row, table: Table, months: dict[int, str]) -> list[int]:
    """The months below which a row has a mark; those of what was done, beside what is planned, are told."""
    marks = {n: text for n in months if not is_blank(text := table.grid.cell(row.number, n))}
    sorts = {n: meaning(text, "plan_or_done") for n, text in marks.items()}
    if {*sorts.values()} == {"planned", "done"}:
        why = say("it says when it was carried out, and not what is planned; not taken")
        done = [n for n, sort in sorts.items() if sort == "done"]
        row.result.told += [(table.grid.place_of(row.number, n), marks[n], why) for n in done]
        return [n for n in marks if n not in done]
    return [*marks]


def said_time(row: Row, table: Table, year: str) -> list[dict[str, Any]]:
    """The time that a row says in words."""
    texts = [" ".join(table.grid.cell(row.number, n).split()) for n in table.columns("due")]
    text = next((one for one in texts if days.first(one)), row.line("due"))
    if not text:
        return []
    spans = [known.isoformat() for _, _, known in sorted(days.spans(text))]
    if spans:
        return [{"since": spans[0], "until": spans[-1]}]
    period = period_meant(text) or period_meant(f"{text} {year}")
    if period is None:
        row.unread("due", say("this is no day"))
        return []
    return [{"period": period}]


def entry(
    result: Result, row: Row, name: str, time: dict[str, Any], table: Table
) -> dict[str, Any]:
    """One planned audit: of a unit, of a process, or of what the row says in its own words."""
    unit = unit_of(result.qms, name)
    processes = [
        one.id
        for one in result.qms.of(Process)
        if comparable(name) in {comparable(one.id), comparable(one.title)}
    ]
    if unit is None and not processes:
        row.unread("unit", say("this is no unit of qms.yaml, and no process"))
    title = result.speech.say(say("Internal audit of {name}", name=titled(name)))
    return {
        "id": result.fresh("RA"),
        "title": title,
        "audit_type": "internal",
        **time,
        "units": [unit] if unit else [],
        "processes": processes,
        "audited_clauses": [Quoted(one) for one in clauses_of(row)],
        "auditors": auditors(row, table),
    }


def clauses_of(row: Row) -> list[str]:
    """The clauses of a row, and those between the ends of a range; across chapters or backwards is told."""
    text = row.line("clauses")
    marks = list(CLAUSE.finditer(text))
    found = [mark.group() for mark in marks[:1]]
    for before, mark in pairwise(marks):
        if BETWEEN.fullmatch(text[before.end() : mark.start()]):
            (above_first, _, first), (above_last, _, last) = (
                one.group().rpartition(".") for one in (before, mark)
            )
            if above_first == above_last and int(first) < int(last):
                head = f"{above_last}." if above_last else ""
                found += [f"{head}{n}" for n in range(int(first) + 1, int(last))]
            else:
                row.unread(
                    "clauses",
                    say("write each clause between the two ends; only the ends are taken"),
                )
        found.append(mark.group())
    return list(dict.fromkeys(found))


def auditors(row: Row, table: Table) -> list[str]:
    """The auditors of the register whom a row names, who leads first; who is not there, is told."""
    found: list[str] = []
    said = "\n".join(table.grid.cell(row.number, n) for n in table.columns("auditor"))
    for name in re.split(r"[\n;/]|,\s(?=[A-Z][a-z]+ )", said):
        if not name.strip(" -"):
            continue
        if person := person_of(row.result.qms, name):
            found += [person] if person not in found else []
        else:
            why = say("nobody, or more than one, has this name in the register of people")
            row.result.unread.append((row.at("auditor"), name.strip(), why))
    return found
