"""Takes all that can be said into the Indonesian catalogues, and compiles them: `make words`.

What has no Indonesian is asked for on a terminal; elsewhere it is named, and the call fails.

    catalogue.py [FILE.po ...]    what these files have in Indonesian is taken where ours has none
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from difflib import get_close_matches
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages

import click
import typer
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Translation
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from pydantic import BaseModel

import smmkit
from smmkit.cli import COMMANDS, app
from smmkit.console.language import speak_like
from smmkit.dialogue.answers_file import AnswersFile
from smmkit.documents import KINDS, Entry, class_of, kind_label
from smmkit.model.docstrings import summary
from smmkit.model.fields import fields_of, parts_of
from smmkit.problem import Severity
from smmkit.rules import rules, rules_with_settings
from smmkit.words import LABELS, LOCALES, MONTHS, SENTENCES, ClosedList, Message

SOURCES = Path(__file__).parent.parent / "src" / "smmkit"
FOLDER = LOCALES / "id" / "LC_MESSAGES"
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

WORDS = re.compile(r"(?<![\w/])(?!juknis\b)[a-z]{2,}(?![\w/])")
"""Words in the source of a rule, other than the name of a work, a number or a path."""

DAY_ONE = datetime(2026, 1, 1, tzinfo=UTC)
"""A day that never changes, so that the same sentences make the same bytes."""

NEAR = 0.7
"""How alike two sentences are, 0 to 1, before one is taken for the other in new words."""

Id = str | tuple[str, str]
"""A sentence as it stands in a catalogue, with its plural if it has one."""


def said() -> dict[str, list[Id]]:
    """All that can be said, by the catalogue in which it stands."""
    return {SENTENCES: sentences(), LABELS: labels()}


def sentences() -> list[Id]:
    """What our code, our rules, our help, typer and click say."""
    found: dict[Id, None] = {}
    for folder, files, keywords in (
        (SOURCES, "**.py", SPOKEN),
        (Path(click.__file__).parent, "**.py", GETTEXT),
        (Path(typer.__file__).parent, "core.py", GETTEXT),
    ):
        for _, _, message, _, _ in extract_from_dir(folder, [(files, "python")], keywords=keywords):
            found[message] = None
    for word in (*MONTHS, *(severity.value for severity in Severity), "yes", "no"):
        found[word] = None
    return sorted(found | dict.fromkeys((*of_rules(), *of_help())), key=key)


def labels() -> list[Id]:
    """How kinds, fields and words are called, and what they mean."""
    parts = (*(part for _, part in rules_with_settings()), AnswersFile, *parts_of(AnswersFile))
    found = (
        *of_kinds(),
        *of_lists(),
        *(label for part in parts for label in of_part(part)),
    )
    return sorted({message.text for message in found})


def of_rules() -> Iterator[str]:
    """What every rule promises, why, and where that comes from if it is said in words."""
    for rule in rules():
        yield rule.summary
        if rule.why:
            yield rule.why
        if WORDS.search(rule.source):
            yield rule.source


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


def of_lists() -> Iterator[Message]:
    """What is said of the words of every closed list."""
    for module in walk_packages(smmkit.__path__, "smmkit."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for list_ in ClosedList.__subclasses__():
        yield from (word.label for word in list_)


def of_kinds() -> Iterator[Message]:
    """What is said of kinds, their parts and their fields."""
    for kind in KINDS:
        yield kind_label(kind)
        for part in (class_of(kind), *parts_of(class_of(kind))):
            yield from of_part(part)
            if issubclass(part, Entry) and part.kind_of_entry:
                yield kind_label(part.kind_of_entry)


def key(message: Id | list[str]) -> str:
    """A sentence by its singular form."""
    return message if isinstance(message, str) else message[0]


def spoken(translation: Translation) -> str:
    """The one Indonesian form of a sentence."""
    text = translation.string
    return text[0] if isinstance(text, (tuple, list)) else text


def read(file: Path) -> dict[str, Translation]:
    """What stands in a .po file in Indonesian, by its English."""
    if not file.exists():
        return {}
    with file.open("rb") as stream:
        return {key(m.id): m for m in read_po(stream, locale="id") if m.id and spoken(m)}


def of_part(part: type[BaseModel]) -> Iterator[Message]:
    """What is said of a class, its fields, and the words of its closed lists."""
    yield summary(part)
    for field in fields_of(part).values():
        yield field.label
        if field.meaning:
            yield field.meaning


def catalogues(others: Iterable[Path] = ()) -> dict[str, Catalog]:
    """Both catalogues as they stand, with all that is new and nothing that is gone.

    A sentence that moves from one to the other keeps its Indonesian. One whose English changes
    keeps it too, marked fuzzy: it is not spoken until somebody has looked at it.
    """
    wanted = said()
    own = {name: read(FOLDER / f"{name}.po") for name in wanted}
    known = {text: m for po in (*map(read, others), *own.values()) for text, m in po.items()}
    every = {key(message) for messages in wanted.values() for message in messages}
    gone = {text: m for po in own.values() for text, m in po.items() if text not in every}
    return {name: catalogue(messages, known | own[name], gone) for name, messages in wanted.items()}


def catalogue(
    messages: list[Id], known: dict[str, Translation], gone: dict[str, Translation]
) -> Catalog:
    """These sentences in the Indonesian that is known, or in that of the nearest that is gone."""
    catalog = read_po(BytesIO(HEADER.encode()), locale="id")
    for message in messages:
        text, flags, remarks = "", set(), ()
        if found := known.get(key(message)):
            text = spoken(found)
            if found.fuzzy:
                flags, remarks = {"fuzzy"}, found.user_comments
        elif near := get_close_matches(key(message), gone, 1, NEAR):
            text, flags, remarks = spoken(gone[near[0]]), {"fuzzy"}, [f"was: {near[0]}"]
        string = (text,) if isinstance(message, tuple) else text
        catalog.add(message, string, flags=flags, user_comments=remarks)
    return catalog


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """The catalogue to be edited (.po) and to be read by the program (.mo)."""
    text, binary = BytesIO(), BytesIO()
    write_po(text, catalog, omit_header=True, sort_output=True, width=100, no_location=True)
    po = HEADER.encode() + text.getvalue()
    compiled = read_po(BytesIO(po), locale="id")
    compiled.creation_date = compiled.revision_date = DAY_ONE
    write_mo(binary, compiled)
    return po, binary.getvalue()


def unfinished(catalog: Catalog) -> list[Translation]:
    """Every sentence that has no Indonesian yet, or one that nobody has looked at."""
    return [m for m in catalog if m.id and (m.fuzzy or not spoken(m))]


def ask(translation: Translation) -> None:
    """Ask whoever sits there for the Indonesian; an empty line takes the one that is proposed."""
    print(f"\n{key(translation.id)}")  # noqa: T201
    if text := input(f"[{spoken(translation)}] ").strip() or spoken(translation):
        translation.string = (text,) if isinstance(translation.id, tuple) else text
        translation.flags.discard("fuzzy")
        translation.user_comments = []


def main(others: list[Path]) -> int:
    """Write both catalogues; 1 if there is something left to be put into Indonesian."""
    left = 0
    for name, catalog in catalogues(others).items():
        if sys.stdin.isatty():
            for translation in unfinished(catalog):
                ask(translation)
        file = FOLDER / f"{name}.po"
        po, mo = written(catalog)
        file.write_bytes(po)
        file.with_suffix(".mo").write_bytes(mo)
        todo = unfinished(catalog)
        print(f"{file.name}: {len(catalog)} sentences, {len(todo)} to be translated")  # noqa: T201
        for translation in todo:
            doubt = f"  (fuzzy: {spoken(translation)})" if translation.fuzzy else ""
            print(f"  {key(translation.id)}{doubt}")  # noqa: T201
        left += len(todo)
    if left:
        print("fill each empty msgstr, take `#, fuzzy` away where it is right; again")  # noqa: T201
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main([Path(file) for file in sys.argv[1:]]))
