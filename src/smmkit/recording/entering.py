"""What is typed for a KPI becomes lines of its table; what a person should look at before saying yes."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

from smmkit.analyses.kpis.rates import is_between, possible
from smmkit.analyses.references.files import resolve
from smmkit.documents.objective import Kpi, Objective
from smmkit.errors import SmmError
from smmkit.qms import Qms
from smmkit.recording.table import FRESH, Table
from smmkit.recording.typed import Typed, typed
from smmkit.words import Message, say


def record(
    qms: Qms,
    objective: Objective,
    kpi: Kpi,
    values: list[str],
    parts: tuple[str | None, str | None],
) -> tuple[str, list[Typed]]:
    """The table of a KPI, and what is to stand in it.

    Raises:
        SmmError: there is none, or something typed cannot be.
    """
    if parts != (None, None) and len(values) > 1:
        raise SmmError(say("--numerator and --denominator are of one value; write 2026-03=9/10"))
    return table_of(objective, kpi), [typed(qms, kpi, text, *parts) for text in values]


def table_of(objective: Objective, kpi: Kpi) -> str:
    """The table of a KPI, which need not be there yet.

    Raises:
        SmmError: it names none.
    """
    if kpi.series is None:
        name = f"data/{kpi.id.lower()}.csv"
        raise SmmError(
            say(
                "{id} names no table for its values; write at it in {path}: series: {series}",
                id=kpi.id,
                path=objective.path,
                series=os.path.relpath(name, str(PurePosixPath(objective.path).parent)),
            )
        )
    return resolve(objective, kpi.series)


def changed(
    qms: Qms,
    path: str,
    new: list[Typed],
    beside: tuple[str | None, str | None],
    *,
    replace: bool,
) -> tuple[bytes | None, bytes]:
    """The table as it is, and as it becomes, with a remark and the path of a file beside what is new.

    Raises:
        SmmError: a value stands in the way, or the table cannot be changed for certain.
    """
    tree = qms.tree
    before = tree.read(path) if path in tree.paths() else None
    table = Table(path, FRESH if before is None else before)
    more = remarks(qms, path, *beside, table.heading)
    for one in new:
        table.put(one, more, replace=replace)
    return before, table.bytes()


def remarks(
    qms: Qms, path: str, note: str | None, evidence: str | None, heading: list[str]
) -> dict[str, str]:
    """What stands beside a value: the remark, the file that shows it, the day, where the table has it."""
    more = {"note": note} if note else {}
    if evidence is not None:
        beside = os.path.relpath(evidence, str(PurePosixPath(path).parent))
        more["evidence"] = beside.replace("\\", "/")
    if "recorded_on" in heading:
        more["recorded_on"] = qms.today.isoformat()
    return more


def doubts(kpi: Kpi, new: list[Typed]) -> list[Message]:
    """What a person should look at again before saying yes."""
    return [
        say("{period}: {value} does not seem possible", period=one.period, value=one.value)
        for one in new
        if one.value is not None and not is_between(possible(kpi), one.value)
    ]
