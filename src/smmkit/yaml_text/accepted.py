"""The YAML that is accepted (docs/decisions/0002): what is refused, and what two readers must agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from smmkit.location import Location, SourceError
from smmkit.words import Message, say
from smmkit.yaml_text.complaints import in_our_words, point

MAX_DEPTH = 60
"""Lists and mappings may stand this deep in one another."""


def refuse(path: str, text: str) -> None:
    """Look at a text exactly.

    Why event by event: what it is made of would take three hundred times the memory of the text.

    Raises:
        SourceError: it is not in the accepted language, and where and why.
    """
    import yaml

    try:
        for mark, message, hint in _Unaccepted(text).of():
            raise SourceError(point(path, mark), message, hint)
    except yaml.MarkedYAMLError as error:
        raise in_our_words(path, error) from None
    except yaml.YAMLError:
        raise SourceError(Location(path), say("this is not YAML that can be read")) from None


def compare(path: str, text: str, value: Any) -> None:
    """Hold what the fast reader has read against the exact one.

    Raises:
        SourceError: the two differ, and where.
    """
    import yaml

    nodes = (e for e in events(text) if isinstance(e, yaml.NodeEvent | yaml.CollectionEndEvent))
    if (first := next(nodes, None)) and (differs := _first_difference(nodes, first, value)):
        raise SourceError(
            point(path, differs.start_mark),
            say("this can be read in two ways"),
            say("put it in quotes if it is text, or write it more simply"),
        )


def _first_difference(nodes: Iterator[Any], event: Any, value: Any) -> Any:
    """The event where a value begins that the fast reader has read otherwise; None if it has not."""
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        return None if _is_spelled(event, value) else event
    if not isinstance(value, dict if isinstance(event, yaml.MappingStartEvent) else list):
        return event
    pairs = value.items() if isinstance(value, dict) else ()
    parts = (part for pair in pairs for part in pair) if pairs else iter(value)
    while not isinstance(inner := next(nodes), yaml.CollectionEndEvent):
        part = next(parts, MISSING)
        if part is MISSING:
            return event
        if differs := _first_difference(nodes, inner, part):
            return differs
    return None if next(parts, MISSING) is MISSING else event


MISSING: Final = object()
"""What the fast reader has not read at all."""


def events(text: str) -> Iterator[Any]:
    """What the exact reader meets in a text, one after the other."""
    import yaml

    return iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


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
        r"[-+]?(?:[0-9][0-9_]*(?:[.][0-9_]*)?|[.][0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?[.](?:inf|Inf|INF)|[.](?:nan|NaN|NAN)"
    ),
}


Refusal = tuple[Any, Message, Message | None]


class _Unaccepted:
    """One way through a text, in search of what is not accepted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.documents = 0
        self.open: list[dict[Any, Any] | None] = []
        """For each mapping that is open, its keys; None for a list."""
        self.is_key: list[bool] = []
        """For each of them, whether a key comes next."""

    def of(self) -> Iterator[Refusal]:
        """What is not accepted, where and why."""
        import yaml

        for event in events(self.text):
            if isinstance(event, yaml.DocumentStartEvent):
                yield from self.document(event)
            elif isinstance(event, yaml.NodeEvent):
                yield from _marked(event)
                yield from self.node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.is_key.pop()

    def document(self, event: Any) -> Iterator[Refusal]:
        """A second document, and what stands before one."""
        self.documents += 1
        if self.documents > 1:
            hint = say("write one document in a file; if all of this is one, delete this line")
            yield event.start_mark, say("a second document begins here"), hint
        if event.version or event.tags:
            hint = say("delete this line")
            yield event.start_mark, say("directives such as %YAML are not accepted"), hint

    def node(self, event: Any) -> Iterator[Refusal]:
        """A key that is none or stands there already, a word with a meaning, too many lists."""
        import yaml

        is_scalar = isinstance(event, yaml.ScalarEvent)
        if self.open and (seen := self.open[-1]) is not None:
            is_key = self.is_key[-1]
            self.is_key[-1] = not is_key
            if is_key and not is_scalar:
                yield event.start_mark, say("a key must be one word"), None
            elif is_key:
                yield from _again(seen, event, self.text)
        if is_scalar:
            if not event.style and event.value in {"<<", "="}:
                message = say("{text} has a meaning of its own in YAML", text=event.value)
                yield event.start_mark, message, say("put it in quotes")
            return
        self.open.append({} if isinstance(event, yaml.MappingStartEvent) else None)
        self.is_key.append(True)
        if len(self.open) > MAX_DEPTH:
            message = say("lists stand deeper than {n} in one another", n=MAX_DEPTH)
            yield event.start_mark, message, None


def _again(seen: dict[Any, Any], key: Any, text: str) -> Iterator[Refusal]:
    """A key that stands in its mapping a second time, as it is written or as YAML reads it."""
    meaning = key.value if key.style else key_value(key.value)
    if before := seen.get(key.value):
        message = say(
            "{key} stands here a second time; it is already in line {line}",
            key=key.value,
            line=str(before.start_mark.line + 1),
        )
        yield key.start_mark, message, _one_of_two(before, key, text)
    elif before := seen.get(meaning):
        message = say(
            "{key} is the same to YAML as {other} in line {line}",
            key=key.value,
            other=before.value,
            line=str(before.start_mark.line + 1),
        )
        yield key.start_mark, message, BOTH_IN_QUOTES
    seen[key.value] = seen[meaning] = key


def _one_of_two(before: Any, key: Any, text: str) -> Message:
    """What to do with a key that stands twice: what hangs below the second may belong below the first."""
    lines = text.splitlines()
    rests = [lines[one.end_mark.line][one.end_mark.column :].strip() for one in (before, key)]
    if rests == [":", ":"]:
        return say(
            "delete one of the two; if both count, put what stands below this line below line {line}, "
            "at its end, and delete this line",
            line=str(before.start_mark.line + 1),
        )
    return say("delete one of the two")


BOTH_IN_QUOTES: Final = say("put both in quotes if they are names")
"""What helps against two keys that are one to YAML; no slip of the hand has made them."""


def key_value(text: str) -> Any:
    """What YAML reads where a text without quotes is a key: 16 of `0x10`, None of `~`; mostly the text."""
    if not LIKE_A_VALUE.match(text):
        return text
    import yaml_rs

    try:
        (key,) = yaml_rs.loads(f"{text}: 1", parse_datetime=False)
    except (ValueError, TypeError, RecursionError):
        return text
    return key


LIKE_A_VALUE: Final = re.compile(r"[-+.~0-9]|(?:null|true|false)\Z", re.IGNORECASE)
"""How a key begins that may be no text to YAML."""


def _marked(event: Any) -> Iterator[Refusal]:
    """An anchor, an alias, a tag."""
    import yaml

    if isinstance(event, yaml.AliasEvent) or event.anchor:
        yield (
            event.start_mark,
            say("anchors and aliases (& and *) are not accepted"),
            say("write the value out, or put it in quotes if it is text"),
        )
    elif getattr(event, "tag", None):
        yield (
            event.start_mark,
            say("tags (!) are not accepted"),
            say("put the value in quotes if it is text"),
        )
