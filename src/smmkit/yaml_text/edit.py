"""Adding to a list, or answering a field, in a file that a person keeps; nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from smmkit.errors import SmmError
from smmkit.location import KEY
from smmkit.words import say
from smmkit.yaml_text.fences import CLOSING, FENCE
from smmkit.yaml_text.scalars import item_lines, scalar
from smmkit.yaml_text.source import Source

Item = Mapping[str, str]

BOM = b"\xef\xbb\xbf"


def appended(path: str, data: bytes, key: str, *items: Item) -> bytes:
    """The file with more items in a list at its top level; the list is begun if there is none.

    ruamel.yaml writes it where it gives the untouched file back to the byte; where the file is in
    another style, lines are inserted. Whichever way, the result is read again: only the items may be
    new, and only their lines.

    Raises:
        SmmError: the list is written in one line, `[...]`, or in a way that cannot be extended.
        SourceError: the file cannot be read.
    """
    old = Source.parse(path, data)
    known = old.values.get(key) or []
    wished = {**old.values, key: [*known, *map(dict, items)]}
    for way in (by_ruamel, by_lines):
        new = way(path, data, key, items)
        if new is not None and says(path, new, wished) and only_added(data, new, key):
            return new
    raise SmmError(
        say(
            "{path} is written in a way that cannot be extended; add to {key} by hand",
            path=path,
            key=key,
        )
    )


def says(path: str, data: bytes, wished: Mapping[str, Any]) -> bool:
    """Whether a file says just this."""
    return Source.parse(path, data).values == wished


def only_added(before: bytes, after: bytes, key: str) -> bool:
    """Whether the lines are those of before, to the byte, with new ones in one place among them.

    An empty list, `key: []`, gives way to the one that is begun.
    """
    old, new = before.split(b"\n"), after.split(b"\n")
    same = 0
    while same < len(old) and same < len(new) and old[same] == new[same]:
        same += 1
    left = old[same:]
    if left and left[0].split(b"#")[0].strip() in {f"{key}: []".encode(), f"{key}:".encode()}:
        left = left[1:]
    return not left or new[len(new) - len(left) :] == left or left == [b""]


def by_ruamel(path: str, data: bytes, key: str, items: Sequence[Item]) -> bytes | None:
    """The file as ruamel.yaml writes it; None where it would write the untouched file otherwise.

    Also where comments follow the list: ruamel.yaml takes them for a part of its last item, and a
    new one would stand behind them.
    """
    from ruamel.yaml.error import YAMLError

    from smmkit.yaml_text.emit import dumped, mapping, node, round_trip

    if b"\r" in data or data.startswith(BOM):
        return None
    start, front, rest = parted(path, data.decode())
    yaml = round_trip()
    try:
        values = yaml.load(front)
    except YAMLError:
        return None
    if dumped(yaml, values) != front:
        return None
    if values.get(key):
        last = Source.parse(path, data).at(key, len(values[key]) - 1).line
        lines = data.decode().split("\n")
        behind = lines[end_of_block(lines, last, indent_of(lines[last - 1])) :]
        if next((line for line in behind if line.strip()), "").lstrip().startswith("#"):
            return None
        values[key].extend(map(mapping, items))
    else:
        values[key] = node(items)
    return (start + dumped(yaml, values) + rest).encode()


def parted(path: str, text: str) -> tuple[str, str, str]:
    """What stands before the fields, the fields, and what stands behind them."""
    if not path.endswith(".md"):
        return "", text, ""
    closing = CLOSING.search(text, len(FENCE))
    end = closing.start() + 1 if closing else len(text)
    start = len(FENCE) + 1
    return text[:start], text[start:end], text[end:]


def written_like(data: bytes, text: str) -> bytes:
    """A text as bytes, with the mark at the beginning and the ends of lines that a file had."""
    new = text.replace("\n", "\r\n") if b"\r\n" in data else text
    return (BOM if data.startswith(BOM) else b"") + new.encode()


def by_lines(path: str, data: bytes, key: str, items: Sequence[Item]) -> bytes:
    """The file with lines inserted, each ending as the line above it.

    Raises:
        SmmError: the list is written in one line, `[...]`.
    """
    old = Source.parse(path, data)
    lines = data.removeprefix(BOM).decode().split("\n")
    texts = [line.removesuffix("\r") for line in lines]
    known = old.values.get(key) or []
    if known:
        last = old.at(key, len(known) - 1)
        first = texts[last.line - 1]
        indent = first[: indent_of(first)]
        if not first.lstrip().startswith("-"):
            raise SmmError(
                say(
                    "{path}: write each item of {key} on lines of its own, after `- `",
                    path=path,
                    key=key,
                )
            )
        at = end_of_block(texts, last.line, len(indent))
        new = [line for item in items for line in item_lines(item, indent)]
    else:
        if key in old.values:  # the list is there, and empty
            gone = old.at(key, KEY).line - 1
            del lines[gone], texts[gone]
        at = end_of_fields(path, texts)
        new = [f"{key}:", *(line for item in items for line in item_lines(item, "  "))]
    ending = "\r" if any(line.endswith("\r") for line in lines[max(at - 1, 0) : at]) else ""
    text = "\n".join([*lines[:at], *(line + ending for line in new), *lines[at:]])
    return (BOM if data.startswith(BOM) else b"") + text.encode()


def with_field(text: str, name: str, value: str) -> str | None:
    """A form in which a field at its top level has a value, whether it was used there or not.

    None where it has no line for it.
    """
    line = f"{name}: {scalar(value)}"
    new, found = re.subn(
        rf"(?m)^(?:{name}:[^\n]*(?:\n  [^\n]*)*|# {name}:[^\n]*(?:\n#   [^\n]*)*)$",
        lambda _: line,
        text,
        count=1,
    )
    return new if found else None


def indent_of(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())


def end_of_block(lines: list[str], first: int, indent: int) -> int:
    """The index of the line below an item that begins in line `first` (from 1) at an indentation."""
    at = first
    while at < len(lines):
        line = lines[at]
        if line.strip() and indent_of(line) <= indent:
            break
        at += 1
    while at > first and not lines[at - 1].strip():
        at -= 1
    return at


def end_of_fields(path: str, lines: list[str]) -> int:
    """The index of the line where a new field may begin: the closing fence, or the end of the file."""
    end = len(lines)
    if path.endswith(".md"):
        end = [line.rstrip() for line in lines].index(FENCE, 1)
    while end > 0 and not lines[end - 1].strip():
        end -= 1
    return end
