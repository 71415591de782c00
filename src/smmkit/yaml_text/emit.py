"""Values as a new YAML document, written by ruamel.yaml; imported only when something is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache
from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from smmkit.words.numbers import certain
from smmkit.yaml_text.nodes import Path
from smmkit.yaml_text.scalars import clean, is_plain

if TYPE_CHECKING:
    from ruamel.yaml import YAML

NOTHING: tuple[()] = ()
"""An empty list where a field must stand."""

DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
"""A day as people write it, without quotes."""

WIDTH = 2**31
"""No line is broken: what a person wrote in one line stays in one line."""


class Quoted(str):
    """A text that stands in quotes although it need not, as versions and clauses do."""

    __slots__ = ()


@cache
def representer() -> Any:
    """How values become text: numbers as they are said, 82.5, never 8.25E+1; each anew, without a mark."""
    from ruamel.yaml.representer import RoundTripRepresenter

    def number(self: Any, value: Decimal) -> Any:
        text = certain(digits(value))
        return self.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)

    def is_written_out(self: Any, value: Any) -> bool:
        return isinstance(value, Decimal) or bool(RoundTripRepresenter.ignore_aliases(self, value))

    made: Any = type("Representer", (RoundTripRepresenter,), {"ignore_aliases": is_written_out})
    made.add_representer(Decimal, number)
    return made


def digits(number: Decimal) -> str:
    """A number without an exponent, and without noughts that say nothing."""
    return f"{number.normalize():f}"


def round_trip() -> YAML:
    """A reader and writer that gives a file in our style back to the byte."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt", pure=True)
    yaml.Representer = representer()
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def dumped(yaml: YAML, values: Any) -> str:
    """Values as text."""
    stream = StringIO()
    yaml.dump(values, stream)
    return stream.getvalue()


def document_text(
    values: Mapping[str, Any], comments: Mapping[Path, Iterable[str]] = MappingProxyType({})
) -> str:
    """A document: its fields in their order; what is None, or an empty list, is left out.

    `comments` are lines, each with its `#`, above what stands at a key path.
    """
    made = mapping(values)
    for path, lines in comments.items():
        set_above(made, path, lines)
    return dumped(round_trip(), made)


def set_above(values: Any, path: Path, lines: Iterable[str]) -> None:
    """Comments above what stands at a key path, as far to the right as it stands."""
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    *parents, last = path
    for step in parents:
        values = values[step]
    column = CommentMark(2 * len(parents))
    tokens = [CommentToken(f"{line}\n", column, None) for line in lines]
    if tokens:
        values.ca.items[last] = [None, tokens, None, None]


def mapping(values: Mapping[str, Any]) -> Any:
    """A group of fields, without those that say nothing."""
    from ruamel.yaml.comments import CommentedMap

    kept = {n: v for n, v in values.items() if v is not None and v not in ({}, [])}
    return CommentedMap({name: node(value) for name, value in kept.items()})


def node(value: Any) -> Any:
    """A value as it is to be written."""
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    match value:
        case Mapping():
            return mapping(value)
        case list() | tuple():
            items = CommentedSeq(map(node, value))
            if not items:
                items.fa.set_flow_style()
            return items
        case Quoted():
            return DoubleQuotedScalarString(value)
        case float():
            return Decimal(repr(value))
        case date():
            return value.replace()  # of one object that stands twice, YAML would make an anchor
        case bool() | int() | Decimal():
            return value
    text = clean(str(value))
    if DAY.fullmatch(text):
        with suppress(ValueError):  # 31 February is text, and stays so
            return date.fromisoformat(text)
    return text if is_plain(text) else DoubleQuotedScalarString(text)
