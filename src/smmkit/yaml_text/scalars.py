"""A single value as YAML writes it, in one line."""

from __future__ import annotations

import json
import re

PLAIN = re.compile(r"\d{4}-\d\d-\d\d|sha256:[0-9a-f]{64}|[^\W\d_][\w ()./-]*")
"""Texts that need no quotes: days, fingerprints, words."""

MEANT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some reader takes for something else."""


class Yaml(str):
    """A value that is written as YAML already."""

    __slots__ = ()


def scalar(value: str) -> str:
    """A text as YAML writes it: in quotes where it would read as something else."""
    if isinstance(value, Yaml):
        return value
    text = clean(value)
    return text if is_plain(text) else json.dumps(text, ensure_ascii=False)


def is_plain(text: str) -> bool:
    """Whether a text reads as the text that it is without quotes."""
    return PLAIN.fullmatch(text) is not None and text.lower() not in MEANT


def clean(text: str) -> str:
    """A text in one line, without what no editor shows."""
    return "".join(filter(str.isprintable, " ".join(text.split())))
