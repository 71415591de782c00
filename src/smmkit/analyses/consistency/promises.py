"""Whether what a paper promises for a year is the target that the KPI has."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from smmkit.analyses.kpis.scales import name_of, names, scale_of
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.objective import Formula, Kpi
from smmkit.documents.settings import Scale
from smmkit.qms import Qms

SHORT = 2
MARKS = str.maketrans(dict.fromkeys(",.;:()\"'", " "))


class Contradiction(NamedTuple):
    """What a paper promises, and what the KPI has as its target."""

    said: Decimal | str
    wanted: Decimal | str


def contradiction(qms: Qms, kpi: Kpi, year: int, text: str) -> Contradiction | None:
    """Where the two differ; None where they do not, or where the text cannot be told for sure."""
    wanted, word, up_to = target_of(qms, kpi, str(year))
    said: Decimal | str | None
    if kpi.formula is Formula.ORDINAL:
        said, asked = word_in(text, scale_of(qms, kpi.words)), word
        return Contradiction(said, asked) if said and asked and said != asked else None
    said = only_number(text)
    if said is None and up_to is None:
        return of_value(qms, kpi, wanted, text)
    if said is None or wanted is None:
        return None
    nearest = min(max(said, wanted), wanted if up_to is None else up_to)
    return Contradiction(said, nearest) if said != nearest else None


def of_value(qms: Qms, kpi: Kpi, wanted: Decimal | None, text: str) -> Contradiction | None:
    """Where a paper names a step of the scale of the value itself, and the target lies on another one."""
    scale = scale_of(qms, kpi.value_scale)
    said = (
        the_one({name: band for band in scale.bands for name in names(band)}, text)
        if scale
        else None
    )
    asked = name_of(scale, wanted, said) if said else None
    return Contradiction(said, asked) if said and asked and said != asked else None


def word_in(text: str, scale: Scale | None) -> str | None:
    """The one word of a scale that stands in a text; None where it is none, or not the only one."""
    return the_one({one.word: one for one in scale.words} if scale else {}, text)


def the_one(meant: Mapping[str, object], text: str) -> str | None:
    """The one of some names that a text says; None where it says none, or several that mean different things.

    A name within a longer one that is said ("baik" in "sangat baik") is not said; short ones (`A`) are
    told by their case.
    """
    bare = plain(text)
    said = {
        name
        for name in meant
        if plain(name) in bare
        or (len(name) > SHORT and plain(name.casefold()) in plain(text.casefold()))
    }
    said -= {one for one in said for other in said if one != other and plain(one) in plain(other)}
    found = {id(meant[name]): name for name in sorted(said)}
    return next(iter(found.values())) if len(found) == 1 else None


def plain(text: str) -> str:
    """The words of a text alone, each with a space before and after it."""
    return f" {' '.join(text.translate(MARKS).split())} "
