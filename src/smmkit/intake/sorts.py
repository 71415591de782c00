"""Which sort of paper a table belongs to, of all that are read by their headings."""

from __future__ import annotations

from smmkit.intake.needed import NEEDED, UNTOLD
from smmkit.intake.table import DEEPEST, Table, headed, stands_in
from smmkit.office.grid import Grid

APART = frozenset({"register", "management-review"})
"""The kinds that are looked for by themselves, whatever else a table could be."""

QUADRANTS = ("swot", "ifas", "efas", "kekuatan", "strength", "kelemahan", "peluang", "opportunit")
MUST_SAY = {
    "audit-programme": ("audit",),
    "audit": ("audit",),
    "competences": ("kompetensi", "competenc", "skill"),
    "swot": QUADRANTS,
    "issues": ("internal", "eksternal", "external"),
}
"""What must stand in a table of a sort, whose headings alone could be those of another."""


def fits(table: Table) -> bool:
    """Whether a table says what its sort must."""
    if not (words := MUST_SAY.get(table.kind)):
        return True
    if stands_in(table) and not {"clause", "verdict"} <= {*table.roles}:
        return False
    lines = table.grid.above if table.kind in {"issues", "audit", "competences"} else ()
    texts = (table.grid.name, *lines, *(text for row in table.grid.rows[:DEEPEST] for text in row))
    return any(word in text.lower() for text in texts for word in words)


def kinds_of(grids: list[Grid]) -> dict[str, list[Table]]:
    """The tables of each kind that can be imported, the most certain kind of each grid only."""
    found: dict[str, list[Table]] = {}
    for grid in grids:
        known = [
            t for kind in NEEDED if kind not in APART and (t := headed(grid, kind)) and fits(t)
        ]
        if known:
            best = max(known, key=lambda table: len(set(table.roles) - UNTOLD))
            found.setdefault(best.kind, []).append(best)
    return found
