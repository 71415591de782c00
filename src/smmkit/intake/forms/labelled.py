"""Forms of words at the left and what they say at the right: job descriptions and service standards."""

from __future__ import annotations

from typing import Any, Final

from smmkit.intake.forms.base import rows_of, titled
from smmkit.intake.forms.form_lines import BEFORE, Form
from smmkit.intake.forms.service_standards import service_standard
from smmkit.intake.headings import NUMBERING
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.table import Table
from smmkit.intake.units import headed_by, unit_of
from smmkit.intake.words import comparable, meaning
from smmkit.office.grid import Grid
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

NEEDED: Final = {
    "service-standard": ("requirements", "procedure", "time_limit", "fee", "product"),
    "job-description": ("title", "purpose", "duties"),
}
FEWEST: Final = {"service-standard": 4, "job-description": 2}
"""So many of these words make a form of its sort."""

MOST_HEADS: Final = len(("no", "component", "text"))
"""A form has no more columns with a heading than this, beside one for notes."""


def form_of(grids: list[Grid], kind: str) -> Form | None:
    """A form of a kind among the tables of a file; None where there is none."""
    found = Form()
    for grid in grids:
        before = len(found.lines)
        if not is_list(grid, kind):
            take(found, grid, kind)
        if len(found.lines) > before:
            found.grids.append(grid)
    known = set(NEEDED[kind]) & set(found.lines)
    return found if len(known) >= FEWEST[kind] and NEEDED[kind][0] in found.lines else None


def is_list(grid: Grid, kind: str) -> bool:
    """Whether a heading of many columns says that a table is a list, where a form has one text for a word."""
    heads = grid.rows[0] if grid.rows else ()
    said = {text for text in heads if text and meaning(text, "register") != "note"}
    return kind == "service-standard" and is_number(heads[0]) and len(said) > MOST_HEADS


def take(found: Form, grid: Grid, kind: str) -> None:
    """The lines of one table: those of a form, or a list below the heading that names it."""
    column = next((c for row in grid.rows[:2] if (c := listed(row)) is not None), None)
    if kind == "job-description" and column is not None:
        rows_below(found, grid, "duties", column)
        return
    role = meaning(grid.above[-1], kind) if grid.above else None
    if role and len(grid.rows[0]) == len(("no", "text")) and is_number(grid.rows[0][0]):
        rows_below(found, grid, role, 1)
        return
    block, within = "", -1
    for n, cells in enumerate(grid.rows):
        said = [text for text in dict.fromkeys(cells) if text.strip(" :")]
        if len(said) > 1 and NUMBERING.fullmatch(said[0].strip()):
            said = said[1:]
        if not said:
            continue
        head, colon, rest = said[0].partition(":")
        label = BEFORE.sub("", (head if colon else said[0]).strip())
        role = meaning(label, kind)
        value = "\n".join(filter(None, (rest.strip(), *(t.lstrip(": ") for t in said[1:]))))
        place = grid.place_of(n, min(1, len(cells) - 1))
        if role and role not in found.lines:
            block, within = "" if value else role, -1
            if value:
                found.lines[role] = (value, place)
        elif block and not cells[0].strip():
            within = goes_on(found, grid, n, block, within)
        elif len(said) > 1 and n:
            found.others.append((place, " | ".join(said)))


def goes_on(found: Form, grid: Grid, row: int, role: str, within: int) -> int:
    """Take a row below a word that stands alone: what it says; in a list, what its column of duties says.

    The column of the list, if the rows are those of one.
    """
    cells = grid.rows[row]
    first = next(n for n, text in enumerate(cells) if text.strip())
    if (column := listed(cells[first:])) is not None:
        return first + column
    said = [text.strip() for text in dict.fromkeys(cells) if text.strip(" :")]
    text, rest = " : ".join(said), []
    if within >= 0:
        is_item = NUMBERING.fullmatch(cells[first].strip()) is not None
        text = cells[within] if is_item else ""
        rest = [one for n, one in enumerate(cells) if one.strip(" :") and n not in {first, within}]
        rest += [] if is_item else [cells[first]]
    if text:
        before, place = found.lines.get(role, ("", grid.place_of(row, first)))
        found.lines[role] = (f"{before}\n{text}".strip(), place)
    if rest:
        found.others.append((grid.place_of(row, first), " | ".join(rest)))
    return within


def rows_below(found: Form, grid: Grid, role: str, column: int) -> None:
    """The items of a table with a heading: its numbered rows; all else that stands in it is told."""
    texts = [row[column] for row in grid.rows if NUMBERING.fullmatch(row[0].strip())]
    if texts:
        found.lines.setdefault(role, ("\n".join(texts), grid.place_of(0, column)))
    for n, row in enumerate(grid.rows):
        rest = [text for m, text in enumerate(row) if m not in {0, column} and text]
        if n and not NUMBERING.fullmatch(row[0].strip()):
            rest = [text for text in row if text]
        if n and rest:
            found.others.append((grid.place_of(n, column), " | ".join(dict.fromkeys(rest))))


def is_number(text: str) -> bool:
    """Whether a heading is that of the numbers of the rows."""
    return comparable(text) in {"no", "nomor"}


def listed(cells: tuple[str, ...]) -> int | None:
    """The column of duties in a heading of several columns: No, Uraian Tugas, Hasil Kerja."""
    said = [text for text in cells if text.strip()]
    known = [n for n, text in enumerate(cells) if meaning(text, "job-description") == "duties"]
    is_heading = len(set(said)) > len(("no", "tugas")) and is_number(cells[0])
    return known[0] if known and is_heading else None


def read(result: Result, form: Form, kind: str) -> None:
    """One document from a form; the lines that no word heads are told."""
    above = [line for grid in form.grids for line in (*grid.above, *grid.rows[0][:1], grid.name)]
    reader = service_standard if kind == "service-standard" else job_description
    values = reader(result, form, above)
    result.add(kind, values)
    for place, text in form.others:
        result.unread.append((place, text, say("this line of the form was not taken")))
    if values["owner"] is None:
        result.blanks.append((values["id"], NO_OWNER))
    heads = (say("Where"), say("Text"))
    rows = [(place, " ".join(text.split())) for text, place in form.lines.values()]
    result.show(say("{id}: {title}", id=values["id"], title=values["title"]), heads, rows)


def read_rows(result: Result, tables: list[Table]) -> None:
    """A job description from each row of a table of posts."""
    for table in tables:
        for row in rows_of(result, table):
            lines = {role: (row.text(role), row.at(role)) for role in row.texts if row.text(role)}
            if row.line("title"):
                read(
                    result,
                    Form({n: one for n, one in lines.items() if n != "row"}),
                    "job-description",
                )


def job_description(result: Result, form: Form, _: list[str]) -> dict[str, Any]:
    """A post with its duties."""
    id_ = result.fresh("UT")
    place = form.lines.get("unit", ("", say("unit")))[1]
    post = headed_by(form.line("title")) if not form.line("unit") else ""
    unit = unit_of(result.qms, post) if post else None
    if unit:
        why = say("it is taken for the unit {id}", id=unit)
        result.told.append((form.lines["title"][1], form.line("title"), why))
    unit = unit or result.unit(place, form.line("unit"))
    if text := form.line("responsibility"):
        why = say("no field takes it; write it among the duties")
        result.unread.append((form.lines["responsibility"][1], text, why))
    return {
        "kind": "job-description",
        "id": id_,
        "title": titled(form.line("title")),
        "version": Quoted("1"),
        "owner": unit,
        "clauses": [Quoted("5.3"), Quoted("7.2")],
        "classification": result.class_,
        "unit": unit or result.blank(id_, say("unit")),
        "purpose": form.line("purpose") or None,
        "duties": form.many("duties") or [result.blank(id_, say("duties"))],
        "authority": form.many("authority"),
        "qualifications": form.many("qualifications"),
    }
