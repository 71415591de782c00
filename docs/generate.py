"""Writes the pages of docs/ that follow from the code: `make docs`. A test compares them."""

from __future__ import annotations

import gc
import inspect
import os
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from juknis_page import juknis_page
from pydantic import BaseModel

from smmkit.cli import Verbs, run
from smmkit.documents import KINDS, Document, Record, Register, class_of
from smmkit.editor.hover import written
from smmkit.model.fields import Field, fields_of, parts_of
from smmkit.model.marks import RefersTo, Trait
from smmkit.problem import Rule
from smmkit.rules import rules, rules_with_settings
from smmkit.words import Language, Words, language

DOCS = Path(__file__).parent
ENGLISH = language("en")

RULES = Words("Rules", "Aturan")
FROM_RULES = Words(
    "Generated from the rules themselves (`make docs`). In Indonesian: [aturan.md](aturan.md).",
    "Dihasilkan dari aturan itu sendiri (`make docs`). Dalam bahasa Inggris: [rules.md](rules.md).",
)
UNLESS = Words(
    "In `qms.yaml`, unless you write it otherwise:", "Dalam `qms.yaml`, bila tidak ditulis lain:"
)
HEADINGS = Words("| field | type | required | meaning |", "| isian | bentuk | wajib diisi | arti |")
LIST_OF, OR = Words("list of", "daftar"), Words("or", "atau")
TYPES = {
    "str": Words("text", "teks"),
    "int": Words("whole number", "bilangan bulat"),
    "Decimal": Words("number", "bilangan"),
    "date": Words("day", "tanggal"),
    "bool": Words("true or false", "true atau false"),
}
"""What is said on the pages that are in both languages."""


def pages() -> dict[str, str]:
    """Every generated page, by its name."""
    return {
        "rules.md": rules_page(ENGLISH),
        "aturan.md": rules_page(language("id")),
        "kinds.md": kinds_page(),
        "cli.md": cli_page(),
        "juknis.md": juknis_page(),
    }


def rules_page(speech: Language) -> str:
    """Every rule with its code, its weight, its source and why it is there."""
    say, settings = speech.say, dict(rules_with_settings())
    lines = [f"# {say(RULES)}", "", say(FROM_RULES), ""]
    for rule in rules():
        facts = [speech.word(fact) for fact in (rule.severity.value, rule.source) if fact]
        lines += [f"## {rule.code} {rule.name}", "", f"*{', '.join(facts)}*", ""]
        for text in filter(None, (rule.summary, rule.why)):
            lines += [speech.word(text), ""]
        if rule in settings:
            lines += [f"{say(UNLESS)} `{as_it_is(rule, settings[rule])}`", ""]
            lines += table(settings[rule], speech)
    return "\n".join(lines)


def as_it_is(rule: Rule, settings: type[BaseModel]) -> str:
    """The settings of a rule as they would be written, were they written."""
    fields = fields_of(settings).values()
    own = ", ".join(f"{field.name}: {in_yaml(field.default)}" for field in fields)
    return f"rules: {{{rule.code}: {{{own}}}}}"


def in_yaml(default: Any) -> str:
    """A default as it stands in a file."""
    if isinstance(default, tuple):
        return f"[{', '.join(map(written, default))}]"
    return written(default)


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


def table(type_: type[BaseModel], speech: Language = ENGLISH) -> list[str]:
    """The fields of a part."""
    rows = [speech.say(HEADINGS), "|---|---|---|---|"]
    for field in fields_of(type_).values():
        needed = speech.say(True) if field.required else ""
        meaning = speech.say(field.meaning)
        rows.append(f"| `{field.name}` | {described(field, speech)} | {needed} | {meaning} |")
    return [*rows, ""]


def described(field: Field, speech: Language) -> str:
    """What a field takes, in words."""
    one = single(field, speech)
    return f"{speech.say(LIST_OF)} {one}" if field.many else one


def single(field: Field, speech: Language) -> str:
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
        between = ", " if field.enum else f" {speech.say(OR)} "
        return between.join(f"`{choice}`" for choice in field.choices)
    return speech.say(TYPES.get(field.type.__name__, field.type.__name__))


def first_line(type_: type) -> str:
    """The first line of a docstring."""
    return inspect.cleandoc(type_.__doc__ or "").partition("\n")[0]


def cli_page() -> str:
    """What every command says of itself."""
    lines = ["# Commands", "", "Generated from the commands themselves (`make docs`).", ""]
    for arguments in ([], *([command] for command in Verbs(name="smm").list_commands(None))):
        name = " ".join(["smm", *arguments])
        lines += [f"## {name}", "", "```text", help_on(arguments), "```", ""]
    return "\n".join(lines)


def help_on(arguments: list[str]) -> str:
    """What `smm` or one of its verbs answers to `--help`, in English, a hundred signs wide."""
    env = {"SMM_LANG": "en", "COLUMNS": "100", "NO_COLOR": "1"}
    with patch.dict(os.environ, env), redirect_stdout(StringIO()) as shown:
        code = run([*arguments, "--help"])
    gc.enable()
    if code:
        raise SystemExit(f"smm {' '.join(arguments)} --help leaves with {code}")
    return shown.getvalue().rstrip()


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8", newline="\n")
