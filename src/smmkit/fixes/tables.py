"""Cells of tables of measured values, as their table takes them."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.kpis.series import series
from smmkit.fixes.change import Change, at_place
from smmkit.problem import Problem
from smmkit.qms import Qms


def of_tables(qms: Qms) -> Iterator[tuple[str, Change]]:
    """Each cell of which the fault says what to write instead, with its file."""
    for read in qms.fact(series).values():
        for fault in read.faults:
            if fault.at and (right := said_to_write(fault)):
                yield fault.path, at_place(fault.at, right, fault.message)


def said_to_write(fault: Problem) -> str:
    """What a fault says to write in place of what stands there; empty where it leaves a choice."""
    values = fault.message.values
    if fault.hint and fault.hint.text == "write {words}":
        values = {"right": fault.hint.values["words"]}
    right = values.get("right")
    return right.strip("`") if isinstance(right, str) else ""
