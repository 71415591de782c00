"""What a scale makes of a number, and a number of a word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from smmkit.documents.objective import Objective
from smmkit.documents.settings import Band, Scale, Word
from smmkit.qms import Qms
from smmkit.standards.measures import ScaleData, shipped_measures
from smmkit.words import rounded


def scale_of(qms: Qms, id_: str | None) -> Scale | None:
    """The scale of this id: one of qms.yaml, else of a pack of the folder, else of those that are known."""
    return (qms.get(id_, Scale) or qms.fact(known_scales).get(id_)) if id_ else None


def known_scales(qms: Qms) -> dict[str, Scale]:
    """The scales that need not stand in qms.yaml, by their ids."""
    packs = (shipped_measures(), *qms.measures.values())
    return {one.id: as_scale(one) for pack in packs for one in pack.scales}


def scale_data(qms: Qms) -> dict[str, ScaleData]:
    """The same with their validity."""
    packs = (shipped_measures(), *qms.measures.values())
    return {one.id: one for pack in packs for one in pack.scales}


def scales_named(objective: Objective, qms: Qms) -> Iterator[tuple[int, str, ScaleData]]:
    """The scales of packs that KPIs name: each with the place of its KPI, and the field that names it."""
    known = qms.fact(scale_data)
    for index, kpi in enumerate(objective.kpis):
        for field, name in (("scale", kpi.scale), ("value_scale", kpi.value_scale)):
            if name in known and qms.get(name, Scale) is None:
                yield index, field, known[name]


def as_scale(data: ScaleData) -> Scale:
    """A scale of a pack as one of qms.yaml."""
    bands = tuple(Band.model_construct(**dict(step)) for step in data.bands)
    words = tuple(Word.model_construct(**dict(one)) for one in data.words)
    return Scale.model_construct(
        id=data.id,
        title=data.title,
        source=data.source,
        bands=bands,
        words=words,
        places=data.places,
    )


def band_at(scale: Scale, value: Decimal) -> Band | None:
    """The first band of a scale that holds a number; None where it falls beside all of them."""
    value = value if scale.places is None else rounded(value, scale.places)
    return next((band for band in scale.bands if holds(band, value)), None)


def holds(band: Band, value: Decimal) -> bool:
    """Whether a band holds a number."""
    return (
        (band.at_least is None or value >= band.at_least)
        and (band.above is None or value > band.above)
        and (band.up_to is None or value <= band.up_to)
        and (band.below is None or value < band.below)
    )


def value_of(scale: Scale, word: str) -> Decimal | None:
    """What a word of a scale counts; the label of a band counts the lowest number of it."""
    wanted = word.casefold()
    for known in scale.words:
        if known.word.casefold() == wanted:
            return known.value
    for band in scale.bands:
        if wanted in {band.label.en.casefold(), band.label.id.casefold()}:
            return start(band)
    return None


def name_of(scale: Scale | None, value: Decimal | None, said: str) -> str | None:
    """What a scale calls a number: as it was said where that means the same, else the label of its band."""
    band = band_at(scale, value) if scale and value is not None else None
    if band is None:
        return None
    same = {name.casefold() for name in names(band)}
    return said if said.casefold() in same else band.label.id


def names(band: Band) -> Iterator[str]:
    """What a band is called: its label, and of "AA (sangat memuaskan)" also either part of it."""
    for label in (band.label.en, band.label.id):
        short, _, long = label.partition(" (")
        yield from (one for one in (label, short, long.removesuffix(")")) if one)


def start(band: Band) -> Decimal | None:
    """The number at which a band begins."""
    return band.at_least if band.at_least is not None else band.above


def end(band: Band) -> Decimal | None:
    """The number at which a band says that it ends."""
    return band.up_to if band.up_to is not None else band.below


def hidden(scale: Scale) -> Iterator[tuple[int, Band]]:
    """The bands, by their places, that no number reaches, each with the one before it that holds them all."""
    for n, band in enumerate(scale.bands):
        if above := next((one for one in scale.bands[:n] if covers(one, band)), None):
            yield n, above


def covers(one: Band, other: Band) -> bool:
    """Whether a band holds every number that another one holds."""
    low, start_of, top, end_of = start(one), start(other), end(one), end(other)
    from_below = low is None or (
        start_of is not None
        and (low < start_of or (low == start_of and (one.above is None or other.at_least is None)))
    )
    from_above = top is None or (
        end_of is not None
        and (top > end_of or (top == end_of and (one.below is None or other.up_to is None)))
    )
    return from_below and from_above


def holes(scale: Scale) -> Iterator[tuple[int, Decimal, Decimal]]:
    """The bands, by their places, above which numbers have no name, and between which numbers they lie."""
    placed = [(n, band) for n, band in enumerate(scale.bands) if start(band) is not None]
    placed.sort(key=lambda pair: start(pair[1]) or Decimal(0))
    for (n, low), (_, high) in pairwise(placed):
        top, bottom = end(low), start(high)
        if top is None or bottom is None:
            continue
        open_ = low.up_to is None and high.at_least is None
        if top < bottom or (top == bottom and open_):
            yield n, top, bottom
