"""What is put right in a text before its values are looked at: quotes of print, and its kind."""

from __future__ import annotations

import json
from collections.abc import Iterator

from smmkit.corrections.officials import nearest
from smmkit.documents import KINDS
from smmkit.fixes.change import Change, at_place
from smmkit.loading.kind_meant import key_of_kind, kind_named, kinds_called, unknown_kind
from smmkit.location import KEY, Location
from smmkit.standards.packs import PACKS
from smmkit.words import say
from smmkit.yaml_text.fences import CLOSING, FENCE, closing_fault, opening_fault
from smmkit.yaml_text.misread import quoted_in_print
from smmkit.yaml_text.source import Source


def of_fences(path: str, text: str) -> Iterator[Change]:
    """The lines `---` around the fields of a Markdown document, where they are missing or others."""
    is_open = text.startswith(f"{FENCE}\n")
    if not path.endswith(".md") or (is_open and CLOSING.search(text)):
        return
    fault, lines = (closing_fault if is_open else opening_fault)(text), text.split("\n")
    for line, right in fault.right:
        yield Change(line, 1, len(lines[line - 1]) + 1, right, fault.message, fault.is_certain)


def of_quotes(source: Source) -> Iterator[Change]:
    """Straight quotes for values that stand in those of print."""
    for at, value in quoted_in_print(source.path, source.yaml):
        if at.line == at.end_line:
            said = say("the quotes are those of print")
            yield at_place(at, json.dumps(value[1:-1], ensure_ascii=False), said)


def of_kind(source: Source) -> Iterator[Change]:
    """The kind that another word means: never certain, since all else follows from it."""
    kind = source.values.get("kind")
    if kind is None and isinstance(source.values, dict) and source.values:
        message = unknown_kind(source)[0]
        if key := key_of_kind(source.values):
            yield at_place(source.at(key, KEY), "kind", message, sure=False)
        elif meant_ := kind_named(source):
            first = source.at(next(iter(source.values)), KEY)
            at = Location(source.path, first.line, 1, first.line, 1)
            yield at_place(at, f"kind: {meant_}\n", message, sure=False)
    if not isinstance(kind, str) or kind in KINDS or kind in PACKS:
        return
    named = kinds_called(kind)
    found = named[0] if len(named) == 1 else None if named else nearest(kind, list(KINDS))
    if found:
        yield at_place(source.at("kind"), found, unknown_kind(source)[0], sure=False)
