"""The values of a year as a list: a row for each KPI and period, to be filled in by who counts."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpis.periods import parts
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.organization.units import work_of
from smmkit.analyses.references.files import resolve
from smmkit.documents.objective import Frequency, Kpi, Objective
from smmkit.errors import SmmError
from smmkit.lists.listing import Change, Column, Listing, Refusal, Row
from smmkit.model.fields import fields_of
from smmkit.model.part import Number, Part, Text
from smmkit.qms import Qms
from smmkit.recording.table import FRESH, Table
from smmkit.recording.typed import typed
from smmkit.words import Message, say

KPI = "kpi"


class Measured(Part):
    """What is measured in a period."""

    value: Text | None = None
    """The value: a number, or a word of a scale."""
    numerator: Number | None = None
    """What it is a share of: the part."""
    denominator: Number | None = None
    """What it is a share of: the whole."""
    note: Text | None = None
    """A remark on it."""


HEADINGS: dict[str, Message] = {
    "value": say("Value"),
    "numerator": say("Numerator"),
    "denominator": say("Denominator"),
    "note": say("Note"),
}


def kpi_listing(qms: Qms, unit: str | None, year: int | None = None) -> Listing:
    """The KPIs that have a table for their values, each with the periods of a year.

    Raises:
        SmmError: there is none.
    """
    fields = fields_of(Measured)
    columns = [Column(fields[name], label) for name, label in HEADINGS.items()]
    told = (
        say("KPI"),
        say("Title"),
        say("Unit of measure"),
        say("Period"),
        say("Target"),
        say("Last value"),
    )
    year = year or qms.as_of.year
    title = say("Values of the KPIs, {year}", year=str(year))
    listing = Listing(f"{KPI}/{year}", title, Measured, columns, told=told, grows=False)
    theirs = work_of(qms, unit) if unit else set()
    for objective in qms.of(Objective):
        is_theirs = unit is None or bool(theirs & {objective.owner, *objective.units})
        for kpi in objective.kpis:
            if kpi.series and is_theirs:
                listing.rows += rows_of(qms, objective, kpi, year)
    if not listing.rows:
        raise SmmError(say("there is no KPI that has a table for its values"))
    return listing


def rows_of(qms: Qms, objective: Objective, kpi: Kpi, year: int) -> list[Row]:
    """The periods of a KPI in a year."""
    known = {one.period: one for one in qms.fact(series)[kpi.id].observations}
    late = [one for one in known.values() if one.period[:4] <= str(year)]
    last = say("{value} ({period})", value=spoken(late[-1]), period=late[-1].period) if late else ""
    found = []
    periods = [str(year)] if kpi.frequency is Frequency.YEARLY else parts(str(year), kpi.frequency)
    for period in periods:
        one = known.get(period)
        aim = target_of(qms, kpi, period)
        goal = aim.word or aim.value
        values = {}
        if one:
            values = {
                "value": one.word or one.written,
                "numerator": one.numerator,
                "denominator": one.denominator,
            }
        told = (kpi.id, kpi.title, kpi.measured_in, period, "" if goal is None else goal, last)
        found.append(Row(f"{kpi.id}@{period}", objective, (), values, told))
    return found


def spoken(one: object) -> object:
    """A value that was measured: its word, or its number."""
    word, value = getattr(one, "word", None), getattr(one, "value", Decimal())
    return word or round(value, 2)


def recorded(qms: Qms, changes: list[Change]) -> tuple[dict[str, bytes], list[Refusal]]:
    """The tables with what a list says; what cannot be, is told."""
    tables: dict[str, Table] = {}
    refused: list[Refusal] = []
    rows: dict[str, list[Change]] = {}
    kpis = {kpi.id: (one, kpi) for one in qms.of(Objective) for kpi in one.kpis}
    for change in changes:
        rows.setdefault(change.row.id, []).append(change)
    for id_, several in rows.items():
        now = {name: several[0].row.plain(name) for name in HEADINGS}
        now |= {change.column.name: change.text for change in several}
        name, _, period = id_.partition("@")
        objective, kpi = kpis[name]
        try:
            put_value(qms, tables, objective, kpi, period, now)
        except SmmError as error:
            refused.append(Refusal(several[0].place, several[0].said, error.message))
    return {path: table.bytes() for path, table in tables.items()}, refused


def put_value(
    qms: Qms,
    tables: dict[str, Table],
    objective: Objective,
    kpi: Kpi,
    period: str,
    now: dict[str, str],
) -> None:
    """Write what a row says into the table of its KPI.

    Raises:
        SmmError: it cannot be.
    """
    if not any(now[name] for name in ("value", "numerator", "denominator")):
        raise SmmError(say("a value is not taken away by a list; do it in the table of the KPI"))
    path = resolve(objective, kpi.series or "")
    if path not in tables:
        data = qms.tree.read(path) if path in qms.tree.paths() else FRESH
        tables[path] = Table(path, data)
    new = typed(
        qms, kpi, f"{period}={now['value']}", now["numerator"] or None, now["denominator"] or None
    )
    tables[path].put(new, {"note": now["note"]} if now["note"] else {}, replace=True)
