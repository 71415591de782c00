"""Matrices of risk as data: the level that likelihood and impact make, and what it is called."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

from smmkit.model.part import Part, Text, Whole
from smmkit.standards import SHIPPED
from smmkit.standards.cited import Cited
from smmkit.words import Words
from smmkit.yaml_text.reading import read_ours


class Level(Part):
    """What levels are called from this one up."""

    at_least: Whole
    label: Words
    tone: Literal["good", "warn", "bad", "plain", "muted"] = "plain"


class MatrixOfRisks(Part):
    """A level for each likelihood and impact; where it is a word, its number is its place in `levels`."""

    kind: Literal["risk-matrix"]
    id: Text
    title: Words
    source: Cited
    version: Text
    rows: tuple[tuple[Whole, ...], ...] = ()
    """From likelihood 1 up; each from impact 1 up. Without rows, likelihood x impact."""
    levels: tuple[Level, ...] = ()
    """From the highest down."""
    likelihoods: tuple[Words, ...] = ()
    """What likelihood 1 and up are called."""
    impacts: tuple[Words, ...] = ()

    def at(self, likelihood: int, impact: int) -> int | None:
        """The level of a cell; None where there is no such cell."""
        if not self.rows:
            return likelihood * impact
        if not 1 <= likelihood <= len(self.rows):
            return None
        row = self.rows[likelihood - 1]
        return row[impact - 1] if 1 <= impact <= len(row) else None

    def name_of(self, level: Decimal) -> Level | None:
        """What a level is called; None where the matrix says nothing of it."""
        return next((one for one in self.levels if level >= one.at_least), None)


@cache
def shipped_risk_matrices() -> dict[str, MatrixOfRisks]:
    """The matrices that come with smmkit, by their ids."""
    files = sorted((SHIPPED / "risks").glob("*.yaml"))
    found = (MatrixOfRisks.model_validate(read_ours(file.read_text("utf-8"))) for file in files)
    return {one.id: one for one in found}
