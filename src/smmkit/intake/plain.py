"""Values as plain YAML: block by block, quoted only where they would read as something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from smmkit.placeholders import Yaml, scalar

NOTHING = Yaml("[]")
"""An empty list where a field must stand."""


class Quoted(str):
    """A text that stands in quotes although it need not, as versions and clauses do."""

    __slots__ = ()


def yaml(values: Mapping[str, Any]) -> str:
    """A document: its fields in their order; what is None, or an empty list, is left out."""
    return "\n".join(fields(values, "")) + "\n"


def fields(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The lines of a mapping."""
    for name, value in values.items():
        if value is None or value in ({}, []):
            continue
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from fields(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            for item in value:
                yield from listed(item, indent + "  ")
        else:
            yield f"{indent}{name}: {said(value)}"


def listed(item: Any, indent: str) -> Iterator[str]:
    """The lines of an item of a list."""
    if isinstance(item, Mapping):
        first, *rest = fields(item, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{indent}- {said(item)}"


def said(value: Any) -> str:
    """A value that is no list."""
    match value:
        case Yaml():
            return value
        case Quoted():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
    return scalar(str(value))
