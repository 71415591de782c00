"""Writes the pages of docs/ that follow from the code: `make docs`. A test compares them."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

from juknis_page import juknis_page
from pydantic import BaseModel

from smmkit.cli import Verbs
from smmkit.documents import KINDS, Document, Record, Register, class_of
from smmkit.fields import Field, fields_of, parts_of
from smmkit.marks import RefersTo, Trait
from smmkit.rules import rules, rules_with_settings

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
    settings = dict(rules_with_settings())
    for rule in rules():
        lines += [f"## {rule.code} {rule.name}", ""]
        facts = [rule.severity.value, *([rule.source] if rule.source else [])]
        lines += [f"*{', '.join(facts)}*", "", inspect.cleandoc(rule.doc), ""]
        if rule in settings:
            example = ", ".join(
                f"{f.name}: {f.default}" for f in fields_of(settings[rule]).values()
            )
            lines += [
                f"In `qms.yaml`, unless you write it otherwise: `rules: {{{rule.code}: {{{example}}}}}`",
                "",
            ]
            lines += table(settings[rule])
    return "\n".join(lines)


def kinds_page() -> str:
    """Every kind with its fields."""
    lines = ["# Kinds of documents", "", "Generated from the kinds themselves (`make docs`).", ""]
    for kind in KINDS:
        type_ = class_of(kind)
        lines += [f"## {kind}", "", f"{first_line(type_)} *{nature(type_)}, .{type_.shape}*", ""]
        lines += table(type_)
        for part in parts_of(type_):
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
    rows = ["| field | type | required | meaning |", "|---|---|---|---|"]
    for field in fields_of(type_).values():
        needed = "yes" if field.required else ""
        meaning = field.meaning.text if field.meaning else ""
        rows.append(f"| `{field.name}` | {described(field)} | {needed} | {meaning} |")
    return [*rows, ""]


def described(field: Field) -> str:
    """What a field takes, in words."""
    return f"list of {single(field)}" if field.many else single(field)


def single(field: Field) -> str:
    """One value of a field, in words."""
    if isinstance(field.reference, RefersTo):
        return "id of " + (" or ".join(field.reference.kinds) or "anything")
    if field.reference:
        return field.reference.what
    if field.has(Trait.BY_RULE):
        return "settings by code of rule, see [rules](rules.md)"
    if field.enum and field.is_open:
        return ", ".join(f"`{word.value}`" for word in field.enum) + ", or own words"
    if field.choices:
        between = ", " if field.enum else " or "
        return between.join(f"`{choice}`" for choice in field.choices)
    names = {
        "str": "text",
        "int": "whole number",
        "Decimal": "number",
        "date": "day",
        "bool": "true or false",
    }
    return names.get(field.type.__name__, field.type.__name__)


def first_line(type_: type) -> str:
    """The first line of a docstring."""
    return inspect.cleandoc(type_.__doc__ or "").partition("\n")[0]


def cli_page() -> str:
    """What every command says of itself."""
    lines = ["# Commands", "", "Generated from the commands themselves (`make docs`).", ""]
    for arguments in ([], *([command] for command in Verbs(name="smm").list_commands(None))):
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
