"""Writing into a document that a person keeps: by inserting lines, so that every other byte stays."""

from __future__ import annotations

from typing import Any

from smmkit.errors import SmmError
from smmkit.location import KEY
from smmkit.source import Source
from smmkit.words import say


def appended(path: str, data: bytes, key: str, item: dict[str, str]) -> bytes:
    """The file with one more item in a list at its top level; the list is begun if there is none.

    Why: comments, order, quotes, indentation and line endings are the person's; a reader that
    writes the whole file anew would change them.

    Raises:
        SmmError: the list is written in one line, `[...]`.
        SourceError: the file cannot be read.
    """
    old = Source.parse(path, data)
    crlf = b"\r\n" in data
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    known = old.values.get(key) or []
    if known:
        last = old.at(key, len(known) - 1)
        first = lines[last.line - 1]
        indent = first[: len(first) - len(first.lstrip())]
        if not first.lstrip().startswith("-"):
            raise SmmError(
                say(
                    "{path}: write each item of {key} on lines of its own, after `- `",
                    path=path,
                    key=key,
                )
            )
        at = end_of_block(lines, last.line, len(indent))
        new = block(item, indent)
    else:
        if key in old.values:  # the list is there, and empty
            del lines[old.at(key, KEY).line - 1]
        at = end_of_fields(path, lines)
        new = [f"{key}:", *block(item, "  ")]
    text = "\n".join([*lines[:at], *new, *lines[at:]])
    written = (text.replace("\n", "\r\n") if crlf else text).encode()
    check(path, written, old.values, key, [*known, item])
    return b"\xef\xbb\xbf" + written if data.startswith(b"\xef\xbb\xbf") else written


def block(item: dict[str, str], indent: str) -> list[str]:
    """An item of a list as lines, its values in double quotes where they need them."""
    fields = [f"{name}: {quoted(value)}" for name, value in item.items()]
    return [f"{indent}- {fields[0]}", *(f"{indent}  {field}" for field in fields[1:])]


def quoted(value: str) -> str:
    """A value that reads as the text that it is."""
    plain = value[:1].isalpha() and all(c.isalnum() or c in " ._/-" for c in value)
    is_day = len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit()
    is_hash = value.startswith("sha256:")
    if is_day or is_hash or (plain and value.lower() not in {"true", "false", "null", "yes", "no"}):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def end_of_block(lines: list[str], first: int, indent: int) -> int:
    """The index of the line below an item that begins in line `first` (from 1) at an indentation."""
    at = first
    while at < len(lines):
        line = lines[at]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        at += 1
    while at > first and not lines[at - 1].strip():
        at -= 1
    return at


def end_of_fields(path: str, lines: list[str]) -> int:
    """The index of the line where a new field may begin: the closing fence, or the end of the file."""
    end = lines.index("---", 1) if path.endswith(".md") else len(lines)
    while end > 0 and not lines[end - 1].strip():
        end -= 1
    return end


def check(path: str, data: bytes, before: dict[str, Any], key: str, items: list[Any]) -> None:
    """Make sure that the new text says what the old one said, and the new item, and nothing else.

    Raises:
        SmmError: it does not; nothing has been written.
    """
    if Source.parse(path, data).values != {**before, key: items}:
        raise SmmError(
            say(
                "{path} is written in a way that cannot be extended; add to {key} by hand",
                path=path,
                key=key,
            )
        )
