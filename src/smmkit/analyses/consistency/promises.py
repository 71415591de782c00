"""Whether what a paper promises for a year is the target that the KPI has."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from smmkit.analyses.kpis.scales import scale_of
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.objective import Formula, Kpi
from smmkit.documents.settings import Scale
from smmkit.qms import Qms


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
    is_other = said is not None and wanted is not None and said != wanted
    if is_other and said is not None and wanted is not None and up_to is not None:
        is_other = not wanted <= said <= up_to
    return (
        Contradiction(said, wanted)
        if is_other and said is not None and wanted is not None
        else None
    )


def word_in(text: str, scale: Scale | None) -> str | None:
    """The one word of a scale that stands in a text; None where it is none, or not the only one."""
    words = {word.word for word in scale.words} if scale else set()
    found = words.intersection(text.replace(",", " ").replace(".", " ").split())
    return found.pop() if len(found) == 1 else None
