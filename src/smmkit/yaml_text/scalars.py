"""Values as YAML writes them: a single one, the fields of an item, a text in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from textwrap import wrap

PLAIN = re.compile(r"\d{4}-\d\d-\d\d|sha256:[0-9a-f]{64}|[^\W\d_][\w ()./-]*(?<! -)")
"""Texts that need no quotes: days, fingerprints, words; a hyphen alone at their end breaks off a list."""

MEANT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some reader takes for something else."""


class Yaml(str):
    """A value that is written as YAML already."""

    __slots__ = ()


def scalar(value: object) -> str:
    """A value as YAML writes it in one line; a text in quotes where it would read as something else."""
    if isinstance(value, Mapping):
        return flow(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(scalar, value))}]"
    if isinstance(value, Yaml) or not isinstance(value, str):
        return str(value)
    text = clean(value)
    return text if is_plain(text) else json.dumps(text, ensure_ascii=False)


def pairs(values: Mapping[str, object]) -> list[str]:
    """Fields as YAML writes each of them: `name: value`."""
    return [f"{name}: {scalar(value)}" for name, value in values.items()]


def flow(values: Mapping[str, object]) -> str:
    """Fields in one line: `{id: SEK, title: Sekretariat}`."""
    return f"{{{', '.join(pairs(values))}}}"


def item_lines(values: Mapping[str, object], indent: str = "") -> list[str]:
    """An item of a list, a field on each line."""
    first, *rest = pairs(values)
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]


def folded(text: str) -> str:
    """A long text as the value of a field at the top of a document, over several lines."""
    indent = "  "
    lines = wrap(text, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    return "\n".join([">-", *lines])


def escaped(text: str, style: str) -> str:
    """A text as it stands between quotes of a style: none, `'` or `"`."""
    if style == "'":
        return text.replace("'", "''")
    return json.dumps(text, ensure_ascii=False)[1:-1] if style == '"' else text


def is_plain(text: str) -> bool:
    """Whether a text reads as the text that it is without quotes."""
    return PLAIN.fullmatch(text) is not None and text.lower() not in MEANT


def clean(text: str) -> str:
    """A text in one line, without what no editor shows."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
