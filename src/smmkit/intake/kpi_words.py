"""An indicator whose targets and values are words of a scale: BB, A; Baik; WTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from smmkit.analyses.kpis.scales import known_scales
from smmkit.documents.settings import Scale
from smmkit.intake.kpi_columns import frequency_among, period_of
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import comparable
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted


class Ordinal(NamedTuple):
    """What a row says in words of one scale."""

    fields: dict[str, Any]
    """What its indicator has of it."""
    values: dict[str, str]
    """What was measured, by period."""


def ordinal(result: Result, table: Table, row: int, values: list[int], year: int) -> Ordinal | None:
    """A row that is told in the words of one scale; None where it has numbers, or words of none."""
    aims = table.columns("target")
    texts = {n: table.grid.cell(row, n).strip() for n in (*aims, *values)}
    said = [text for text in texts.values() if not is_blank(text)]
    if not said or any(number(text) is not None for text in said):
        return None
    scale = scale_of(result.qms, {comparable(text) for text in said})
    if scale is None:
        return None
    words = {comparable(one.word): one.word for one in scale.words}
    found: list[dict[str, str]] = []
    for columns in (aims, values):
        by_period: dict[str, str] = {}
        for column in columns:
            period = period_of(table.paths[column], year) or str(year)
            if is_blank(texts[column]):
                continue
            word = words[comparable(texts[column])]
            if by_period.setdefault(period, word) != word:
                why = say(
                    "{period} has {value} already; not taken",
                    period=period,
                    value=by_period[period],
                )
                result.unread.append((table.grid.place_of(row, column), texts[column], why))
        found.append(by_period)
    periods = [period_of(table.paths[column], year) or str(year) for column in values]
    targets = [{"period": Quoted(period), "word": word} for period, word in found[0].items()]
    fields = {
        "formula": "ordinal",
        "aggregation": "last",
        "frequency": str(frequency_among(periods, year).value),
        "targets": targets,
        "words": scale.id,
    }
    return Ordinal(fields, found[1])


def scale_of(qms: Qms, said: set[str]) -> Scale | None:
    """The only scale that has all these words: of those of qms.yaml, else of those that are known."""
    own = {thing.id: thing for thing in qms.things.values() if isinstance(thing, Scale)}
    for scales in (own, qms.fact(known_scales)):
        found = [one for one in scales.values() if said <= words_of(one)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def words_of(scale: Scale) -> set[str]:
    """The words of a scale, as they are compared."""
    return {comparable(one.word) for one in scale.words}


def as_words(values: Mapping[str, str], *, comma: bool) -> str:
    """Measured words as the text of their table."""
    part = ";" if comma else ","
    return (
        "\n".join([f"period{part}value", *(f"{p}{part}{v}" for p, v in sorted(values.items()))])
        + "\n"
    )
