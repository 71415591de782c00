"""The YAML that is accepted (docs/decisions/0002): what is refused, and what two readers must agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from smmkit.location import Location, SourceError
from smmkit.words import Message, say
from smmkit.yaml_text.complaints import in_our_words, point
from smmkit.yaml_text.positions import composed

MAX_DEPTH = 60
"""Lists and mappings may stand this deep in one another."""


def refuse(path: str, text: str) -> Any:
    """Look at a text exactly; what it is made of, if it is in the accepted language.

    Raises:
        SourceError: it is not, and where and why.
    """
    import yaml

    try:
        for mark, message, hint in _unaccepted_events(text):
            raise SourceError(point(path, mark), message, hint)
        node = composed(text)
    except yaml.MarkedYAMLError as error:
        raise in_our_words(path, error) from None
    except yaml.YAMLError:
        raise SourceError(Location(path), say("this is not YAML that can be read")) from None
    for mark, message, hint in _unaccepted_nodes(node):
        raise SourceError(point(path, mark), message, hint)
    return node


def compare(path: str, node: Any, value: Any) -> None:
    """Hold what the fast reader has read against the exact one.

    Raises:
        SourceError: the two differ, and where.
    """
    if node.id == "mapping" and isinstance(value, dict) and len(value) == len(node.value):
        for (key, inner), (name, item) in zip(node.value, value.items(), strict=True):
            compare(path, key, name)
            compare(path, inner, item)
    elif node.id == "sequence" and isinstance(value, list) and len(value) == len(node.value):
        for inner, item in zip(node.value, value, strict=True):
            compare(path, inner, item)
    elif node.id != "scalar" or not _is_spelled(node, value):
        raise SourceError(
            point(path, node.start_mark),
            say("this can be read in two ways"),
            say("put it in quotes if it is text, or write it more simply"),
        )


def _is_spelled(node: Any, value: Any) -> bool:
    """Whether a scalar is the text of a value, or a plain spelling of it."""
    if isinstance(value, str):
        return bool(node.value == value)
    spelled = SPELLED.get(type(value))
    return not node.style and spelled is not None and bool(spelled.fullmatch(node.value))


SPELLED: Final[dict[type, re.Pattern[str]]] = {
    type(None): re.compile("|~|null|Null|NULL"),
    bool: re.compile("true|True|TRUE|false|False|FALSE"),
    int: re.compile("[-+]?(?:[0-9][0-9_]*|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+)"),
    float: re.compile(
        r"[-+]?(?:[0-9][0-9_]*[.]?[0-9_]*|[.][0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?[.](?:inf|Inf|INF)|[.](?:nan|NaN|NAN)"
    ),
}


Refusal = tuple[Any, Message, Message | None]


def _unaccepted_events(text: str) -> Iterator[Refusal]:
    import yaml

    depth = documents = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        mark = event.start_mark
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield (
                    mark,
                    say("a second document begins here"),
                    say("write one document in a file"),
                )
            if event.version or event.tags:
                yield (
                    mark,
                    say("directives such as %YAML are not accepted"),
                    say("delete this line"),
                )
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield (
                mark,
                say("anchors and aliases (& and *) are not accepted"),
                say("write the value out, or put it in quotes if it is text"),
            )
        elif getattr(event, "tag", None):
            yield (
                mark,
                say("tags (!) are not accepted"),
                say("put the value in quotes if it is text"),
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield mark, say("lists stand deeper than {n} in one another", n=MAX_DEPTH), None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _unaccepted_nodes(node: Any) -> Iterator[Refusal]:
    if node is None:
        return
    if node.id == "scalar":
        if not node.style and node.value in {"<<", "="}:
            yield (
                node.start_mark,
                say("{text} has a meaning of its own in YAML", text=node.value),
                say("put it in quotes"),
            )
    elif node.id == "sequence":
        for item in node.value:
            yield from _unaccepted_nodes(item)
    else:
        seen: dict[str, Any] = {}
        for key, value in node.value:
            if key.id != "scalar":
                yield key.start_mark, say("a key must be one word"), None
                continue
            if key.value in seen:
                yield (
                    key.start_mark,
                    say(
                        "{key} stands here a second time; it is already in line {line}",
                        key=key.value,
                        line=str(seen[key.value].line + 1),
                    ),
                    say("delete one of the two"),
                )
            seen[key.value] = key.start_mark
            yield from _unaccepted_nodes(key)
            yield from _unaccepted_nodes(value)
