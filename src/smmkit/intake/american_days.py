"""Columns whose days have the month before the day, as programs of another land write them: 1/13/2026."""

from __future__ import annotations

from dataclasses import replace

from smmkit.intake.days import NUMBERS
from smmkit.office.grid import Grid
from smmkit.words import Message, say

MONTHS = 12


def day_first(grid: Grid) -> tuple[Grid, list[tuple[Message, str, Message]]]:
    """A grid in whose columns of such days the year goes first; which columns they are.

    Only a column is meant in which a number says so that is no month, and none says the other.
    """
    told: list[tuple[Message, str, Message]] = []
    rows = [list(row) for row in grid.rows]
    for column in range(len(rows[0]) if rows else 0):
        found = {n: at for n, row in enumerate(rows) if (at := NUMBERS.match(row[column]))}
        days = {n: (at[4], int(at[1]), int(at[3])) for n, at in found.items()}
        proof = next((n for n, (_, _, day) in days.items() if day > MONTHS), None)
        if proof is None or any(month > MONTHS for _, month, _ in days.values()):
            continue
        why = say("the month stands before the day in this column; read so")
        told.append((grid.place_of(proof, column), found[proof][0], why))
        for n, (year, month, day) in days.items():
            behind = rows[n][column][found[n].end() :]
            rows[n][column] = f"{year}-{month:02}-{day:02}{behind}"
    return (replace(grid, rows=tuple(map(tuple, rows))), told) if told else (grid, told)
