"""What changes in files, line by line, as `diff -u` shows it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

import typer

from smmkit.console.output import coloured
from smmkit.words import harmless

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The lines that go and come in each file of `after`; one that `before` lacks is new."""
    colour = coloured()
    for path, text in after.items():
        old, new = before.get(path, "").splitlines(), text.splitlines()
        name = path if path in before else "/dev/null"
        for line in difflib.unified_diff(old, new, name, path, lineterm=""):
            said = harmless(line.removeprefix("\ufeff"))
            yield typer.style(said, COLOURS.get(said[:1])) if colour else said
