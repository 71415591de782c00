"""Fields of items in a list of a person's file: other values, and new ones; nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smmkit.errors import SmmError
from smmkit.words import say
from smmkit.yaml_text.cuts import New, file_edited
from smmkit.yaml_text.nodes import CannotCutError, Path
from smmkit.yaml_text.scalars import scalar
from smmkit.yaml_text.source import Source


def with_fields(
    path: str, data: bytes, key: str, anchor: str, changes: Mapping[int, Mapping[str, Any]]
) -> bytes:
    """The file in which items of a list at its top level say something else.

    `anchor` is a field that every item has, in one line; a field that is new stands behind it.

    Raises:
        SmmError: it is written in a way that cannot be changed.
    """
    news = news_of(Source.parse(path, data), key, anchor, changes)
    try:
        return file_edited(path, data, (), news)
    except CannotCutError as error:
        why = say("{path} is written in a way that cannot be changed; do it by hand", path=path)
        raise SmmError(why) from error


def news_of(
    source: Source, key: str, anchor: str, changes: Mapping[int, Mapping[str, Any]]
) -> dict[Path, New]:
    """What is written in place of values, and beside them."""
    news: dict[Path, New] = {}
    for index, fields in changes.items():
        item = source.values[key][index]
        fresh = {name: value for name, value in fields.items() if name not in item}
        for name, value in fields.items():
            if name in item:
                news[key, index, name] = New(value, scalar(value))
        if fresh:
            here = (key, index, anchor)
            known = news.get(here)
            text = known.text if known else source.written(*here)
            news[here] = New(known.value if known else item[anchor], text, beside=fresh)
    return news
