"""Writes the pages of docs/ that follow from the code: `make docs`. A test compares them."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args, get_origin

from juknis_page import juknis_page
from pydantic import BaseModel

from smmkit.cli import COMMANDS
from smmkit.docstrings import meanings, parts
from smmkit.documents import KINDS, Document, Record, Register, class_of
from smmkit.documents.base import Names, RefersTo
from smmkit.rules import rules

DOCS = Path(__file__).parent


def pages() -> dict[str, str]:
    """Every generated page, by its name."""
    return {
        "rules.md": rules_page(),
        "kinds.md": kinds_page(),
        "cli.md": cli_page(),
        "juknis.md": juknis_page(),
    }


def rules_page() -> str:
    """Every rule with its code, its weight, its source and why it is there."""
    lines = ["# Rules", "", "Generated from the rules themselves (`make docs`).", ""]
    for rule in rules():
        lines += [f"## {rule.code} {rule.name}", ""]
        facts = [rule.severity.value, *([rule.source] if rule.source else [])]
        lines += [f"*{', '.join(facts)}*", "", inspect.cleandoc(rule.doc), ""]
    return "\n".join(lines)


def kinds_page() -> str:
    """Every kind with its fields."""
    lines = ["# Kinds of documents", "", "Generated from the kinds themselves (`make docs`).", ""]
    for kind in KINDS:
        type_ = class_of(kind)
        lines += [f"## {kind}", "", f"{first_line(type_)} *{nature(type_)}, .{type_.shape}*", ""]
        lines += table(type_)
        for part in parts(type_):
            lines += [f"### {kind}: {part.__name__}", "", first_line(part), "", *table(part)]
    return "\n".join(lines)


def nature(type_: type) -> str:
    """Which of the three natures a kind has."""
    for base, name in ((Register, "register"), (Document, "document"), (Record, "record")):
        if issubclass(type_, base):
            return name
    return "information"


def table(type_: type[BaseModel]) -> list[str]:
    """The fields of a part."""
    docs = {name: message.text for name, message in meanings(type_).items()}
    rows = ["| field | type | required | meaning |", "|---|---|---|---|"]
    for name, field in type_.model_fields.items():
        marks = [m for m in field.metadata if isinstance(m, RefersTo | Names)]
        needed = "yes" if field.is_required() else ""
        rows.append(
            f"| `{name}` | {described(field.annotation, marks)} | {needed} | {docs.get(name, '')} |"
        )
    return [*rows, ""]


def described(annotation: Any, marks: list[Any]) -> str:
    """A type in words."""
    for mark in marks:
        if isinstance(mark, RefersTo):
            return "id of " + (" or ".join(mark.kinds) if mark.kinds else "anything")
        return mark.what
    if hasattr(annotation, "__metadata__"):
        inner, *extra = get_args(annotation)
        return described(inner, [m for m in extra if isinstance(m, RefersTo | Names)])
    origin, options = (
        get_origin(annotation),
        [a for a in get_args(annotation) if a not in (type(None), ...)],
    )
    if origin is tuple:
        return "list of " + described(options[0], [])
    if origin is not None and "Literal" in str(origin):
        return " or ".join(f"`{option}`" for option in options)
    if options:
        return " or ".join(described(option, []) for option in options)
    if hasattr(annotation, "__members__"):
        return ", ".join(f"`{member.value}`" for member in annotation)
    names = {
        "str": "text",
        "int": "whole number",
        "Decimal": "number",
        "date": "day",
        "bool": "true or false",
    }
    return names.get(annotation.__name__, annotation.__name__)


def first_line(type_: type) -> str:
    """The first line of a docstring."""
    return inspect.cleandoc(type_.__doc__ or "").partition("\n")[0]


def cli_page() -> str:
    """What every command says of itself."""
    lines = ["# Commands", "", "Generated from the commands themselves (`make docs`).", ""]
    for arguments in ([], *([command] for command in COMMANDS)):
        name = " ".join(["smm", *arguments])
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "smmkit", *arguments, "--help"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "SMM_LANG": "en", "COLUMNS": "100", "NO_COLOR": "1"},
        )
        lines += [f"## {name}", "", "```text", done.stdout.rstrip(), "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8", newline="\n")
