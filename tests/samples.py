"""Values that a kind accepts, made from its class: the least of them, or all there can be."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from smmkit.documents.base import Part
from smmkit.editor.schema import flat
from smmkit.words import Words

TEXTS = ("Text", "2019-12-31", "2019", "sha256:" + "0" * 64)
"""One of these fits every field that is text."""

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
        name: value_of(info.annotation, info.metadata, full)
        for name, info in type_.model_fields.items()
        if full or info.is_required()
    }


def value_of(annotation: Any, metadata: Any, full: bool) -> Any:
    """A value that a type accepts."""
    metadata = [*flat(metadata)]
    origin, options = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return value_of(options[0], [*options[1:], *metadata], full)
    if origin is tuple:
        return [value_of(options[0], (), full)]
    if origin is Literal:
        return options[-1]
    if options:
        return value_of(options[0], metadata, full)
    if issubclass(annotation, StrEnum):
        return [*annotation][-1].value
    if issubclass(annotation, Part):
        return sample(annotation, full)
    if annotation is str:
        pattern = next((p for m in metadata if (p := getattr(m, "pattern", None))), "")
        return next(t for t in TEXTS if re.search(pattern, t))
    least = max((m.ge for m in metadata if hasattr(m, "ge")), default=1)
    simple = {date: "2019-12-31", Decimal: 82.5, bool: True, int: least}
    return {"en": "Good", "id": "Baik"} if annotation is Words else simple[annotation]
