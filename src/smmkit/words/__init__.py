"""Messages as data: what is said is decided anywhere, in which language at the very end."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final, Self

SENTENCES = "smmkit"
"""The catalogue of what smmkit says."""

LABELS = "labels"
"""The catalogue of how fields, words and kinds are called, what they mean, and why rules are there."""

LOCALES = Path(__file__).parent.parent / "locale"
LANGUAGES = ("en", "id")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in any language: its English form, and the values in it.

    `text` is the key in its catalogue. A Message with a `plural` has a value `n` that chooses.
    """

    text: str
    values: Mapping[str, Any]
    plural: str = ""
    catalogue: str = SENTENCES


@dataclass(frozen=True, slots=True)
class Words:
    """What data (a pack, qms.yaml) says in each language itself."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    en: str
    id: str


class ClosedList(StrEnum):
    """The words that a field may have: `MAJOR = "major", "major nonconformity"`.

    What stands behind a word is its label for readers; without it, the word is its own.
    """

    _value_: str
    label: Message

    def __new__(cls, word: str, label: str = "") -> Self:
        """A word of the list."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label_of(word, label)
        return member


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, 0 to 100 (or more), spoken with two decimals (or as many as asked) and a percent sign."""

    value: Decimal
    places: int = 2


def label_of(word: str, label: str = "") -> Message:
    """The label of a word that files have: the word itself, unless it is called otherwise."""
    text = label or word.replace("-", " ")
    return label_message(text.replace("{", "{{").replace("}", "}}"))


def label_message(text: str) -> Message:
    """How something is called, or what it means: a Message that stands among the labels."""
    return Message(text, {}, catalogue=LABELS)


def say(text: str, /, **values: Any) -> Message:
    """A Message. Catalogues are extracted from the calls of this function."""
    return Message(text, values)


def say_n(one: str, many: str, /, n: int, **values: Any) -> Message:
    """A Message that differs in number; `n` is a value like the others."""
    return Message(one, {"n": n, **values}, many)


DIGITS: Final = 22
"""So many digits of a result are sure; steps are counted with 28."""


def rounded(number: Decimal, places: int = 2) -> Decimal:
    """Half up, as a person rounds, to so many places; never less than is asked."""
    digits = max(number.adjusted(), 0) + places + 2
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=digits))


SET_PLACES: Final = 8
"""A number with more places was counted, and nobody has set it."""


def places_set(number: Decimal) -> int | None:
    """How many places somebody gave a number; None where it was counted."""
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and -exponent <= SET_PLACES else None


def settled(number: Decimal) -> Decimal:
    """A result of several steps without the last digits, which only the steps have made.

    Why: a third three times is 0.999..., and a sum of means that is 78.125 must not be printed as 78.12.
    """
    return Context(prec=DIGITS).plus(number)


UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs that no eye can check: they break a line, turn it round, command a terminal, or are not there."""

UNSEEN_IN_LINES: Final = re.compile(UNSEEN.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
"""The same, but for the end of a line."""

FOR_THE_LOG: Final = re.compile(r"^([^\S\n]*+):(?=:)|##(?=[a-z]{0,20}\[)", re.MULTILINE)
"""Where a service that runs checks takes a line of its log for a command."""


def harmless(text: str, lines: bool = False) -> str:
    """A text in which an eye sees all there is: what it would not see is shown escaped.

    With `lines`, the ends of lines are left; what is shown in one line goes without.
    """
    if text.isascii() and text.isprintable():
        return text
    return (UNSEEN_IN_LINES if lines else UNSEEN).sub(escaped, text)


def escaped(found: re.Match[str]) -> str:
    """A sign as Python writes it."""
    return found[0].encode("unicode_escape").decode()


def powerless(text: str) -> str:
    """A text as the log of checks may have it: no line of it is taken for a command.

    Why: GitHub hides, marks or rewrites what stands behind `::` or `##[`, whoever has written it.
    """
    if "::" not in text and "##" not in text:
        return text
    return FOR_THE_LOG.sub(lambda found: "#\\#" if found[1] is None else f"{found[1]}\\:", text)


class Language:
    """One language of the readers: it speaks messages, days and numbers."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._catalogues: dict[str, gettext.NullTranslations] = {}

    def say(self, value: Any) -> str:
        """Any value as a reader of this language would write it."""
        match value:
            case str():
                return harmless(value, lines=True)
            case Message():
                return self._sentence(value)
            case Words():
                return value.id if self.code == "id" else value.en
            case None:
                return ""
            case bool():
                return self.word("yes" if value else "no")
            case date():
                return f"{value.day} {self.word(MONTHS[value.month - 1])} {value.year}"
            case Percent():
                return f"{self._number(rounded(value.value, value.places))} %"
            case int() | Decimal():
                return self._number(value)
            case Mapping():
                return ", ".join(f"{self.say(k)}: {self.say(v)}" for k, v in value.items())
            case Iterable():
                return ", ".join(map(self.say, value))
        return str(value)

    def word(self, word: str) -> str:
        """One word or phrase that stands among the sentences under its English form."""
        return self._catalogue(SENTENCES).gettext(word) if word else ""

    def _catalogue(self, name: str) -> gettext.NullTranslations:
        """A catalogue, read when it is first needed: most calls name no label."""
        if name not in self._catalogues:
            read = gettext.translation(name, LOCALES, [self.code], fallback=True)
            self._catalogues[name] = read
        return self._catalogues[name]

    def _sentence(self, message: Message) -> str:
        catalogue, text = self._catalogue(message.catalogue), message.text
        if message.plural:
            text = catalogue.ngettext(text, message.plural, message.values["n"])
        elif text:
            text = catalogue.gettext(text)
        return text.format_map({name: self.say(value) for name, value in message.values.items()})

    def _number(self, number: int | Decimal) -> str:
        text = f"{number:,}" if isinstance(number, int) else f"{number:,f}"
        return text.translate(str.maketrans(",.", ".,")) if self.code == "id" else text


@cache
def language(code: str) -> Language:
    """The language of this code; English where the code is not ours."""
    return Language(code if code in LANGUAGES else "en")


def spoken_here() -> str:
    """The code of the language that this machine is set to, as the environment says it."""
    for name in ("SMM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            return code_of(said)
    if os.name == "nt":  # pragma: no cover - Windows keeps its language elsewhere
        import locale

        return code_of(locale.getlocale()[0] or "")
    return "en"


def code_of(said: str) -> str:
    """The code in a locale name: `id_ID.UTF-8`, the older `in_ID`, Windows's `Indonesian_...`."""
    return "id" if said.lower().startswith(("id", "in_", "indonesian")) or said == "in" else "en"
