"""Takes every sentence of the code into the Indonesian catalogue, and compiles it: `make words`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path

import click
import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from smmkit import standards
from smmkit.cli import COMMANDS, app
from smmkit.console.language import speak_like
from smmkit.docstrings import summary
from smmkit.documents import KINDS, Entry, class_of, kind_label
from smmkit.fields import fields_of, parts_of
from smmkit.problem import Severity
from smmkit.rules import rules
from smmkit.words import DOMAIN, LOCALES, MONTHS, ClosedList, Message

SOURCES = Path(__file__).parent.parent / "src" / "smmkit"
ANALYSES = SOURCES / "analyses"
PO = LOCALES / "id" / "LC_MESSAGES" / f"{DOMAIN}.po"
SPOKEN = {"say": None, "say_n": (1, 2), "here": None}
"""The functions whose first arguments are sentences."""

GETTEXT = {"_": None, "gettext": None, "ngettext": (1, 2)}
"""The same, where typer and click ask for them."""

HEADER = """msgid ""
msgstr ""
"Language: id\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
"""Indonesian has one form for every number; Babel would say two."""

DAY_ONE = datetime(2026, 1, 1, tzinfo=UTC)
"""A day that never changes, so that the same sentences make the same bytes."""


def sentences() -> list[str | tuple[str, str]]:
    """Everything that can be said: by our code, by data of ours, by typer and click."""
    found: dict[str | tuple[str, str], None] = {}
    for folder, files, keywords in (
        (SOURCES, "**.py", SPOKEN),
        (Path(click.__file__).parent, "**.py", GETTEXT),
        (Path(typer.__file__).parent, "core.py", GETTEXT),
    ):
        for _, _, message, _, _ in extract_from_dir(folder, [(files, "python")], keywords=keywords):
            found[message] = None
    for word in (*MONTHS, *(severity.value for severity in Severity), "yes", "no"):
        found[word] = None
    for rule in rules():
        found[rule.summary] = None
    found |= dict.fromkeys(message.text for message in (*of_kinds(), *of_analyses()))
    found |= dict.fromkeys(of_help())
    return sorted(found, key=lambda message: message if isinstance(message, str) else message[0])


def of_help() -> Iterator[str]:
    """What `smm` and its verbs say of themselves and of their options."""
    speak_like("en")
    group = typer.main.get_command(app)
    for command in (group, *(group.get_command(None, verb) for verb in COMMANDS)):
        texts = (command.help, command.epilog, *(option.help for option in options_of(command)))
        yield from filter(None, texts)


def options_of(command: click.Command) -> list[click.Option]:
    """The options of a command."""
    return [param for param in command.params if isinstance(param, click.Option)]


def of_analyses() -> Iterator[Message]:
    """What is said of the words of closed lists that analyses and standards have."""
    modules = [import_module(f"smmkit.analyses.{file.stem}") for file in ANALYSES.glob("*.py")]
    for module in (*modules, standards):
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, ClosedList):
                yield from (word.label for word in thing)


def of_kinds() -> Iterator[Message]:
    """What is said of kinds, their parts, their fields, and the words of closed lists."""
    for kind in KINDS:
        yield kind_label(kind)
        for part in (class_of(kind), *parts_of(class_of(kind))):
            yield summary(part)
            for field in fields_of(part).values():
                yield field.label
                if field.meaning:
                    yield field.meaning
                yield from (word.label for word in field.enum or ())
            if issubclass(part, Entry) and part.kind_of_entry:
                yield kind_label(part.kind_of_entry)


def catalogue() -> Catalog:
    """The catalogue as it stands, with every sentence that is new and none that is gone."""
    catalog = read_po(BytesIO(HEADER.encode()), locale="id")
    known = {}
    if PO.exists():
        with PO.open("rb") as stream:
            known = {key(m.id): m.string for m in read_po(stream, locale="id") if m.id}
    for message in sentences():
        said = known.get(key(message), "")
        text = said[0] if isinstance(said, (tuple, list)) else said
        catalog.add(message, (text,) if isinstance(message, tuple) else text)
    return catalog


def key(message: str | tuple[str, ...] | list[str]) -> str:
    """A sentence by its singular form."""
    return message if isinstance(message, str) else message[0]


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """The catalogue to be edited (.po) and to be read by the program (.mo)."""
    text, binary = BytesIO(), BytesIO()
    write_po(text, catalog, omit_header=True, sort_output=True, width=100, no_location=True)
    po = HEADER.encode() + text.getvalue()
    compiled = read_po(BytesIO(po), locale="id")
    compiled.creation_date = compiled.revision_date = DAY_ONE
    write_mo(binary, compiled)
    return po, binary.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Every sentence that has no Indonesian yet."""
    return [
        key(m.id)
        for m in catalog
        if m.id and not (m.string[0] if isinstance(m.string, tuple) else m.string)
    ]


if __name__ == "__main__":
    now = catalogue()
    po, mo = written(now)
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(mo)
    missing = untranslated(now)
    print(f"{len(now)} sentences, {len(missing)} without Indonesian")  # noqa: T201
    print(*(f"  {sentence}" for sentence in missing), sep="\n", end="")  # noqa: T201
    sys.exit("\ntranslate these in " + PO.name + ", then run it again" if missing else 0)
