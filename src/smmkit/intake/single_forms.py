"""Papers that are one form: a finding sheet, a SWOT in boxes, a job sheet, a hospital's SPO."""

from __future__ import annotations

from smmkit.intake.forms import findings, labelled, prose, spo, swot
from smmkit.intake.forms.base import Row
from smmkit.intake.leftover import is_broad, tell_tables
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.office.grid import Grid

FORM_ROWS = 120
"""A form for one thing, with a word at the left, has no more rows than this."""


def a_form(
    result: Result,
    grids: list[Grid],
    small: list[Grid],
    kind: str | None,
    name: str,
    found: dict[str, list[Table]],
) -> str | None:
    """Read a form with words at the left, or boxes; the kind that it is, where it is one."""
    lists = {id(t.grid) for k in found if k != "finding" for t in found[k] if is_broad(t)}
    forms = forms_among(result, [grid for grid in small if id(grid) not in lists])
    if kind in {None, "finding"} and forms:
        findings.read_forms(result, [row for _, row in forms])
        tell_tables(result, grids, [grid for grid, _ in forms].__contains__)
        return "finding"
    boxes = [box for g in small for box in swot.boxes_of(g)]
    if kind in {None, "swot"} and boxes and "swot" not in found:
        swot.read_boxes(result, small, boxes)
        return "swot"
    if not found and (sort := labelled_forms(result, grids, small, kind)):
        return sort
    if kind not in {None, "procedure"} or "procedure" in found:
        return None
    return "procedure" if spo_forms(result, grids, small, name) else None


def spo_forms(result: Result, grids: list[Grid], small: list[Grid], name: str) -> bool:
    """Read the SPO of a text, or that of each sheet; whether there is one."""
    forms = [(grid, form) for grid in small if (form := spo.form_of(grid))]
    used: set[int] = set()
    for grid, form in forms if small and small[0].is_sheet else forms[:1]:
        own = [grid] if grid.is_sheet else grids
        used |= {id(grid)} | spo.read(result, form, own, name)
    tell_tables(result, grids if forms else (), lambda one: id(one) in used)
    return bool(forms)


def forms_among(result: Result, grids: list[Grid]) -> list[tuple[Grid, Row]]:
    """The sheets of single findings, with a word at the left and what it says at the right."""
    trial = Result(result.qms, result.owner, result.class_)
    small = [grid for grid in grids if len(grid.rows) <= FORM_ROWS]
    found = [grid for grid in small if findings.form_of(trial, grid)]
    return [(grid, row) for grid in found if (row := findings.form_of(result, grid))]


def labelled_forms(
    result: Result, grids: list[Grid], small: list[Grid], kind: str | None
) -> str | None:
    """Read job descriptions or service standards, of a workbook one of each sheet; which they are."""
    for sort in labelled.NEEDED:
        if kind not in {None, sort}:
            continue
        whole = [[grid] for grid in small if labelled.form_of([grid], sort)]
        is_each = len(whole) > 1 or bool(grids and grids[0].is_sheet)
        groups = whole if is_each else [small]
        if not is_each and labelled.form_of(small, sort):
            groups = [[*small, *prose.parted(result.lines, sort)]]
        forms = [form for group in groups if (form := labelled.form_of(group, sort))]
        for form in forms:
            labelled.read(result, form, sort)
        if forms:
            used = [grid for form in forms for grid in form.grids]
            tell_tables(result, grids, used.__contains__)
            return sort
    return None
