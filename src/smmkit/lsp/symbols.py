"""What a text is made of, for the outline of an editor: the document, its entries, its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types as t

from smmkit.location import Path
from smmkit.lsp.texts import Text
from smmkit.yaml_text.spans import Span, stretch, value_of

HEADING = re.compile(r"(#{1,6})[ \t]++(.+)")


def symbols(text: Text) -> list[t.DocumentSymbol]:
    """The outline of a text; empty where it is no document."""
    found = [one for steps in sorted(groups(text), key=len) if (one := symbol_of(text, steps))]
    nested: list[tuple[Path, t.DocumentSymbol]] = []
    roots: list[t.DocumentSymbol] = []
    for steps, symbol in found:
        above = [s for path, s in nested if steps[: len(path)] == path]
        (children_of(above[-1]) if above else roots).append(symbol)
        nested.append((steps, symbol))
    return [*roots, *headings(text)]


def children_of(symbol: t.DocumentSymbol) -> list[t.DocumentSymbol]:
    """What stands in a symbol; a list that may be added to."""
    if not isinstance(symbol.children, list):
        symbol.children = []
    return symbol.children


def groups(text: Text) -> Iterator[Path]:
    """The key path of each group of fields that has an id."""
    for span in text.spans:
        if not span.is_key and span.steps[-1:] == ("id",) and span.text:
            yield span.steps[:-1]


def symbol_of(text: Text, steps: Path) -> tuple[Path, t.DocumentSymbol] | None:
    """A group of fields by its id and its title."""
    id_ = next((one for one in text.spans if one.steps == (*steps, "id")), None)
    around = stretch(text.spans, steps)
    if id_ is None or around is None:
        return None
    first, last = around
    whole = text.range(first.line, first.column, *end_of(first, last))
    here = text.range_of(id_)
    if not steps:
        whole.start = t.Position(0, 0)
    kind = t.SymbolKind.Field if steps else t.SymbolKind.File
    title = value_of(text.spans, *steps, "title")
    return steps, t.DocumentSymbol(id_.text, kind, covering(whole, here), here, title or None)


def end_of(first: Span, last: Span) -> tuple[int, int]:
    """Where a stretch ends: that of its first span, where nothing is behind it."""
    return max((first.end_line, first.end_column), (last.end_line, last.end_column))


def covering(whole: t.Range, part: t.Range) -> t.Range:
    """A stretch that has the other in it, as editors demand."""
    start = min((whole.start, part.start), key=lambda p: (p.line, p.character))
    end = max((whole.end, part.end), key=lambda p: (p.line, p.character))
    return t.Range(start, end)


def headings(text: Text) -> Iterator[t.DocumentSymbol]:
    """The headings of the prose of Markdown; what stands between fences is none."""
    if not text.path.endswith(".md") or not text.front:
        return
    fence = ""
    for number in range(text.front.count("\n") + 2, len(text.lines) + 1):
        line = text.line(number)
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and (found := HEADING.match(line)) and (title := found[2].rstrip(" \t#\r")):
            here = text.range(number, 1, number, len(line) + 1)
            yield t.DocumentSymbol(title, t.SymbolKind.String, here, here)
