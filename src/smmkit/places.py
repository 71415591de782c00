"""Where things stand in a YAML text, found exactly; and why a text is not accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from smmkit.location import KEY, Location, SourceError, Step
from smmkit.words import Message, say

MAX_DEPTH = 60
"""Lists and mappings may stand this deep in one another."""


def place(path: str, text: str, steps: tuple[Step, ...]) -> Location:
    """Where the value at a key path stands; for what is missing, where its nearest parent begins."""
    import yaml

    try:
        node = _composed(text)
    except yaml.YAMLError:
        node = None
    if node is None:
        return Location(path)
    for step in steps:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return _span(path, text, node)


def refuse(path: str, text: str) -> Any:
    """Look at a text exactly; what it is made of, if it is in the accepted language.

    Raises:
        SourceError: it is not, and where and why.
    """
    import yaml

    try:
        for mark, message, hint in _unaccepted_events(text):
            raise SourceError(_at(path, mark), message, hint)
        node = _composed(text)
    except yaml.MarkedYAMLError as error:
        raise _in_our_words(path, error) from None
    except yaml.YAMLError:
        raise SourceError(Location(path), say("this is not YAML that can be read")) from None
    for mark, message, hint in _unaccepted_nodes(node):
        raise SourceError(_at(path, mark), message, hint)
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
            _at(path, node.start_mark),
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


@lru_cache(maxsize=4)
def _composed(text: str) -> Any:
    import yaml

    return yaml.compose(text, Loader=_untyped())


@lru_cache(maxsize=1)
def _untyped() -> Any:
    """A reader that gives no value a type: places need none, and it is twice as fast."""
    import yaml

    def nothing(*_: object) -> str:
        return ""

    base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    silent = dict.fromkeys(("resolve", "descend_resolver", "ascend_resolver"), nothing)
    return type("Untyped", (base,), silent)


def _child(node: Any, step: Step) -> Any:
    if node.id == "mapping":
        for key, value in node.value:
            if key.value == str(step):
                return _Pair(key, value)
    if node.id == "pair":
        return node.key if step is KEY else _child(node.content, step)
    if node.id == "sequence" and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key with its value: it stands where the value stands, or, if that is empty, at the key."""

    key: Any
    content: Any
    id: str = "pair"

    @property
    def shown(self) -> Any:
        empty = (
            self.content.id == "scalar"
            and self.content.start_mark.index == self.content.end_mark.index
        )
        return self.key if empty else self.content


def _span(path: str, text: str, node: Any) -> Location:
    if node.id == "pair":
        node = node.shown
    start, end = node.start_mark, node.end_mark
    if end.line == start.line:
        return Location(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    line = text.split("\n", start.line + 1)[start.line]
    return Location(path, start.line + 1, start.column + 1, start.line + 1, len(line.rstrip()) + 1)


def _at(path: str, mark: Any) -> Location:
    line, column = mark.line + 1, mark.column + 1
    return Location(path, line, column, line, column)


Problem = tuple[Any, Message, Message | None]


def _unaccepted_events(text: str) -> Iterator[Problem]:
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


def _unaccepted_nodes(node: Any) -> Iterator[Problem]:
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


def _in_our_words(path: str, error: Any) -> SourceError:
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    opened = problem in {
        "found unexpected end of stream",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "did not find expected alphabetic or numeric character",
    }
    if opened and error.context_mark:
        mark = error.context_mark
    message, hint = PROBLEMS.get(problem, (say("this is not YAML that can be read"), None))
    return SourceError(_at(path, mark) if mark else Location(path), message, hint)


_QUOTE = say("put the whole value in quotes if it is text")
_INDENT = say("begin every field of one list or group in the same column, with spaces")

PROBLEMS: Final[dict[str, tuple[Message, Message | None]]] = {
    "mapping values are not allowed in this context": (
        say("a second `:` in one line, or a line that is indented too far"),
        _QUOTE,
    ),
    "block sequence entries are not allowed in this context": (
        say("a list cannot begin here"),
        say("put the first `- ` on a line of its own"),
    ),
    "block mapping keys are not allowed in this context": (
        say("a field cannot begin here"),
        _INDENT,
    ),
    "mapping keys are not allowed in this context": (say("a field cannot begin here"), _INDENT),
    "could not find expected ':'": (
        say("a field without `:`"),
        say("write `name: value`, with a space after the colon"),
    ),
    "found character that cannot start any token": (
        say("a value cannot begin with this character (a tab, `@`, `%` or a back quote)"),
        say("use spaces instead of tabs; put text in quotes"),
    ),
    "found a tab character that violates indentation": (
        say("a tab stands in the indentation"),
        say("use spaces"),
    ),
    "found a tab character where an indentation space is expected": (
        say("a tab stands in the indentation"),
        say("use spaces"),
    ),
    "found unexpected end of stream": (
        say("a quote is opened here and never closed"),
        say("close it at the end of the value"),
    ),
    "found unknown escape character": (
        say("a back slash in double quotes has a meaning of its own"),
        say("use single quotes, or write `\\\\`"),
    ),
    "did not find expected key": (
        say("the indentation does not fit, or a quote ends too early"),
        _INDENT,
    ),
    "did not find expected '-' indicator": (say("an item of the list without `- `"), _INDENT),
    "did not find expected ',' or ']'": (
        say("a `[` is opened here and never closed"),
        say("close it with `]`, or put the text in quotes"),
    ),
    "did not find expected ',' or '}'": (
        say("a `{{` is opened here and never closed"),
        say("close it with `}}`, or put the text in quotes"),
    ),
    "did not find expected node content": (say("a value is missing here"), _QUOTE),
    "did not find expected alphabetic or numeric character": (
        say("a value cannot begin with `*` or `&`"),
        say("put the value in quotes if it is text"),
    ),
    "found undefined alias": (
        say("a value cannot begin with `*`"),
        say("put the value in quotes if it is text"),
    ),
    "did not find expected <document start>": (
        say("the file is not made of fields"),
        say("begin with a line such as `kind: procedure`"),
    ),
}
"""What the exact reader says, and what a person who does not know YAML should be told."""
