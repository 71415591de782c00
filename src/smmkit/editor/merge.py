"""Adding to a settings file that a person keeps: what stands there stays as it is."""

from __future__ import annotations

import json
import re
from typing import Any

NAMES = ("label", "id")
"""By these an item of a list is known; an item without one is known by itself."""


class ByHandError(Exception):
    """A file to which only a person can add `missing`: it has comments, or is not read at all."""

    def __init__(self, missing: dict[str, Any]) -> None:
        super().__init__()
        self.missing = missing


def merged(old: str, wish: dict[str, Any]) -> str:
    """The text with all that is wished for and not yet there; the same text if all of it is.

    Raises:
        ByHandError: something is missing, and to write the file anew would lose something.
    """
    if not old.strip():
        return dumped(wish, "  ")
    plain = without_comments(old)
    try:
        values = json.loads(plain)
    except (ValueError, RecursionError):
        raise ByHandError(wish) from None
    if not isinstance(values, dict):
        raise ByHandError(wish)
    missing = lacking(values, wish)
    if not missing:
        return old
    if plain != old or has_twins(old):
        raise ByHandError(missing)
    return dumped(added(values, missing), indentation(old))


def lacking(have: Any, wish: Any) -> Any:
    """What is wished for and not there. A key that is there keeps its value, whatever that is."""
    if isinstance(have, dict) and isinstance(wish, dict):
        pairs = ((k, lacking(have[k], v) if k in have else v) for k, v in wish.items())
        return {key: value for key, value in pairs if value not in ({}, [], None)}
    if isinstance(have, list) and isinstance(wish, list):
        known = [name_of(item) for item in have]
        return [item for item in wish if name_of(item) not in known]
    return None


def added(have: Any, missing: Any) -> Any:
    """What is there, and behind it what is missing."""
    if isinstance(have, dict):
        new = {k: added(have[k], v) if k in have else v for k, v in missing.items()}
        return {**have, **new}
    return [*have, *missing]


def name_of(item: Any) -> Any:
    """What an item of a list is known by."""
    if isinstance(item, dict):
        return next((item[name] for name in NAMES if name in item), item)
    return item


def without_comments(text: str) -> str:
    """JSON as VS Code reads it, without comments and without commas before a closing bracket."""
    text = TOKEN.sub(lambda found: found[1] or found[2] or " ", text)
    return COMMA.sub(lambda found: found[1] or "", text)


STRING = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
"""A string, also one that is never closed: it goes on to the end and is looked at once."""
TOKEN = re.compile(rf"({STRING})|//[^\n]*|/\*.*?\*/|(/\*.*)", re.S)
COMMA = re.compile(rf"({STRING})|,(?=\s*[\]}}])", re.S)


def has_twins(text: str) -> bool:
    """Whether a key stands twice in one object: the first would be lost."""
    twins = []

    def seen(pairs: list[tuple[str, Any]]) -> None:
        twins.append(len({key for key, _ in pairs}) < len(pairs))

    json.loads(text, object_pairs_hook=seen)
    return any(twins)


def indentation(text: str) -> str:
    """What the first indented line begins with."""
    found = re.search(r"\n([ \t]+)\S", text)
    return found[1] if found else "  "


def dumped(values: Any, indent: str) -> str:
    """JSON as a person would write it."""
    return json.dumps(values, ensure_ascii=False, indent=indent) + "\n"
