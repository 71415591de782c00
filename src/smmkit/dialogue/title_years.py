"""The years, or the days, that a new document is about, where its title says them: `Renstra 2024-2028`."""

from __future__ import annotations

import re
from typing import Final

from smmkit.analyses.texts.laws import CITED
from smmkit.documents import class_of
from smmkit.model.fields import fields_of
from smmkit.model.marks import Trait
from smmkit.new.form_fields import is_of_a_time

YEAR: Final = re.compile(r"(?<![\d./:-])(?:19|20)\d\d(?!\d)|(?<=[12]\d\d\d[-/])(?:19|20)\d\d(?!\d)")
"""A year, or the second of two; not that of a law or of an edition (9001:2015)."""


def years_in_title(kind: str, title: str) -> dict[str, str]:
    """The fields for years of a kind, each with its year, or for its first and last day; none where the title
    says more or fewer.
    """
    names = [name for name, field in fields_of(class_of(kind)).items() if field.has(Trait.YEAR)]
    years = YEAR.findall(CITED.sub("", title))
    if not names and len(years) == 1 and is_of_a_time(kind):
        return {"since": f"{years[0]}-01-01", "until": f"{years[0]}-12-31"}
    return dict(zip(names, years, strict=True)) if len(names) == len(years) else {}
