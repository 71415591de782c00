"""Values that a kind accepts, made from its class: the least of them, or all there can be."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from smmkit.documents.base import Part
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import Trait
from smmkit.words import Words

TEXTS = ("Text", "2019-12-31", "2019", "sha256:" + "0" * 64)
"""One of these fits every field that is text."""

HOUSE = """\
kind: standard
id: house
title: {en: House, id: Rumah}
edition: "1"
version: "1"
disclaimer: {en: o, id: k}
"""
"""How a pack of a folder's own begins; its chapters and clauses follow."""

AT_HOUSE = """\
kind: qms
id: Q
title: Q
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Head}
standards: [house]
"""
"""How the qms.yaml of a folder begins that answers to that pack."""

PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
entries:
  - id: P-01
    title: Budi Santoso
    assignments: [{role: Head, unit: U-1, since: 2020-01-01}]
  - {id: P-02, title: Siti Aminah}
"""


def sample(type_: type[Part], full: bool) -> dict[str, Any]:
    """Values that a part accepts: of every field, or of those that are required."""
    return {
        field.name: [one_of(field, full)] if field.many else one_of(field, full)
        for field in fields_of(type_).values()
        if full or field.required
    }


def one_of(field: Field, full: bool) -> Any:
    """A value that a field accepts; one of a list."""
    if field.choices:
        return field.choices[-1]
    if field.has(Trait.BY_RULE):
        return {"SMM301": {"notice": 30}}
    if field.part:
        return sample(field.part, full)
    if field.type is str:
        return next(text for text in TEXTS if re.search(field.limits.get("pattern", ""), text))
    least = field.limits.get("ge", 1)
    simple = {date: "2019-12-31", Decimal: 82.5, bool: True, int: least}
    return {"en": "Good", "id": "Baik"} if field.type is Words else simple[field.type]
