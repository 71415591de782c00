"""The language of a call: of its answer, of its help, of what typer says."""

from __future__ import annotations

import gettext
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smmkit.layout import HOME
from smmkit.words import LANGUAGES, LOCALES, SENTENCES, Language, language, spoken_here

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from smmkit.qms import Qms


def language_of(arguments: list[str]) -> str:
    """The language that this call is answered in: `--lang`, SMM_LANG, that of the folder, of the machine."""
    asked = ""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked in LANGUAGES:
        return asked
    if os.environ.get("SMM_LANG"):
        return spoken_here()
    return language_of_folder(arguments) or spoken_here()


def language_of_folder(arguments: Iterable[str]) -> str | None:
    """The language of the QMS that is meant, before it is read: what is wrong with a call is said in it.

    A folder that is named and is no QMS speaks like the first that lies in it.
    """
    named = (Path(argument) for argument in arguments if argument and not argument.startswith("-"))
    for place, inside in (*((one, f"*/{HOME}") for one in named), (Path(), HOME)):
        try:
            here = place.resolve(strict=True)
            above = (h for f in (here, *here.parents) if (h := f / HOME).is_file())
            home = next(above, None) or next(iter(sorted(here.glob(inside))), None)
            if home:
                with home.open("rb") as file:
                    found = SPOKEN.search(file.read(LOOKED_THROUGH))
                return found[1].decode() if found else DEFAULT
        except (OSError, ValueError, RuntimeError):
            continue
    return None


SPOKEN: Final = re.compile(rb"""^[^#\n]{0,300}\blanguage:[ \t]{0,3}["']?(id|en)\b""", re.MULTILINE)
LOOKED_THROUGH: Final = 100_000
DEFAULT: Final = "id"
"""What is spoken where qms.yaml does not say it."""


def with_language_behind(arguments: list[str], verbs: Collection[str]) -> list[str]:
    """The arguments, a `--lang` before the verb put behind it; without a verb it holds for this call."""
    first = arguments[0] if arguments else ""
    count = 1 if first.startswith("--lang=") else 2
    asked, rest = arguments[:count], arguments[count:]
    if not first.startswith("--lang=") and (first != "--lang" or len(asked) < count):
        return arguments
    if rest and rest[0] in verbs:
        return [rest[0], *asked, *rest[1:]]
    code = language_of(asked)
    if code != asked[-1].removeprefix("--lang="):
        return arguments
    os.environ["SMM_LANG"] = code
    return rest


def speak_like(code: str) -> None:
    """Let typer and click speak this language too; their sentences stand in our catalogue."""
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(SENTENCES, LOCALES)
    gettext.textdomain(SENTENCES)


def here(text: str) -> str:
    """A help text in the language of this call. Catalogues are extracted from its calls, too."""
    return speech_here().word(text)


def speech_here() -> Language:
    """The language of this call, as its help speaks it."""
    return language(os.environ.get("LANGUAGE") or spoken_here())


def reader(lang: str | None, qms: Qms | None = None) -> Language:
    """The language of an answer: as asked; as SMM_LANG; that of the QMS; that of the machine."""
    if lang or os.environ.get("SMM_LANG"):
        return language(lang or spoken_here())
    if qms and qms.settings:
        return language(qms.settings.organization.language)
    return speech_here()
