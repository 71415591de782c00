"""What stands in a cell for a value, and which value a cell means."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from smmkit.corrections.officials import comparable, table
from smmkit.corrections.spoken_values import day_meant
from smmkit.few import at_most
from smmkit.model.marks import CLAUSE, STANDARD, RefersTo
from smmkit.words import LANGUAGES, ClosedList, Language, Message, language, say
from smmkit.words.numbers import certain, number_meant
from smmkit.yaml_text.emit import digits
from smmkit.yaml_text.scalars import scalar

if TYPE_CHECKING:
    from smmkit.model.fields import Field
    from smmkit.qms import Qms

MOST: Final = 30_000
"""A longer text does not go into a cell, and stays as it is."""

YES, NO = "true", "false"
SHOWN: Final = 8
"""So many of what may stand in a cell are named."""


class CellError(Exception):
    """A cell that means no value that its field takes; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def plain(value: Any) -> str:
    """A value as a text that is the same in every language; what is missing is empty."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Decimal():
            return digits(value)
        case tuple() | list():
            return "\n".join(filter(None, map(plain, value)))
    return tidy(str(value))


def tidy(text: str) -> str:
    """A text without the blanks that programs add and take away: one line for each that says anything."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def mark(text: str) -> str:
    """What tells later whether a value has changed: a short hash of it."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def words_of(field: Field) -> type[ClosedList] | None:
    """The closed list of a field; where own words may stand beside it, too."""
    return field.enum


def cell_of(field: Field, value: Any, speech: Language) -> Any:
    """What stands in the cell of a value: a word as the reader calls it, a number, a day, a text."""
    if isinstance(value, bool):
        return speech.say(say("yes") if value else say("no"))
    if isinstance(value, int | Decimal | date) or value is None:
        return value
    if field.many:
        return "\n".join(str(shown_word(field, one, speech)) for one in value)
    return shown_word(field, value, speech)


def shown_word(field: Field, value: Any, speech: Language) -> str:
    """One word or text as the reader calls it."""
    enum = words_of(field)
    if enum is not None:
        for word in enum:
            if word.value == plain(value):
                return speech.say(word.label)
    return plain(value)


def meant(field: Field, text: str, qms: Qms) -> str:
    """What a cell says, as the plain text of its value.

    Raises:
        CellError: nothing that the field takes.
    """
    said = tidy(text)
    if not said:
        return ""
    if not field.many:
        return one_meant(field, said if is_text(field) else " ".join(said.split()), qms)
    parts = re.split(r"[\n;]|,(?!\d)" if field.reference else r"\n", said)
    return "\n".join(one_meant(field, part.strip(), qms) for part in parts if part.strip())


def is_text(field: Field) -> bool:
    """Whether a field takes any text."""
    return field.type is str and field.reference is None and not words_of(field)


def one_meant(field: Field, said: str, qms: Qms) -> str:
    """One value of a cell.

    Raises:
        CellError: it is none that the field takes.
    """
    if enum := words_of(field):
        return word_meant(enum, said, is_open=field.is_open)
    if field.type is bool:
        flag = table("flags").get(comparable(said))
        if flag is None:
            raise CellError(say("{text} is neither yes nor no", text=said))
        return flag[0]
    if field.type is date:
        day = day_meant(said)
        if day is None:
            raise CellError(say("{text} is no day; write it as 31/12/2026", text=said))
        return day[0].isoformat()
    if field.type in {int, Decimal}:
        return number(said, whole=field.type is int)
    if field.choices and said not in map(str, field.choices):
        raise CellError(one_of(said, map(str, field.choices)))
    return reference_meant(field, said, qms)


def number(said: str, *, whole: bool) -> str:
    """A number as YAML has it.

    Raises:
        CellError: it is none, can be read in two ways, or has decimals where none may be.
    """
    found = number_meant(said)
    if found is None:
        raise CellError(say("{text} is no number; write it as 82,5", text=said))
    value, sure = found
    if not sure:
        raise CellError(
            say("{text} can be read in two ways; write it without the point", text=said)
        )
    exact = Decimal(value)
    if whole and exact != int(exact):
        raise CellError(say("{text} is no whole number", text=said))
    return digits(exact)


def word_meant(enum: type[ClosedList], said: str, *, is_open: bool) -> str:
    """The word of a closed list that is meant: itself, or as either language calls it.

    Raises:
        CellError: it is none of them, and no other may stand.
    """
    known = {comparable(word.value): word.value for word in enum}
    for code in LANGUAGES:
        speech = language(code)
        known |= {comparable(speech.say(word.label)): word.value for word in enum}
    if comparable(said) in known:
        return known[comparable(said)]
    if is_open:
        return said
    speech = language("id")
    raise CellError(one_of(said, [word.label for word in enum]))


def one_of(said: str, known: Iterable[object]) -> Message:
    """That a word is none of those that may stand there."""
    return say("{text} cannot stand here; choose one of: {words}", text=said, words=list(known))


def reference_meant(field: Field, said: str, qms: Qms) -> str:
    """The id that a cell names: itself, or what has this title.

    Raises:
        CellError: nothing has this id.
    """
    reference = field.reference
    if reference is CLAUSE:
        return said.replace(",", ".")
    if reference is STANDARD or not isinstance(reference, RefersTo):
        return said
    known = named(reference, qms)
    if said in known or said in qms.stub_of:
        return said
    low = comparable(said)
    found = [id_ for id_, title in known.items() if low in {comparable(id_), comparable(title)}]
    if len(found) == 1:
        return found[0]
    words = at_most(SHOWN, known) or ["-"]
    raise CellError(say("there is no {text}; there are: {words}", text=said, words=words))


def named(reference: RefersTo, qms: Qms) -> dict[str, str]:
    """What a reference may name: ids with their titles."""
    kinds = reference.kinds
    return {i: t.title for i, t in qms.things.items() if not kinds or t.is_a in kinds}


def as_value(field: Field, text: str) -> Any:
    """A plain text as the value that a new item is written with."""
    if field.many:
        return text.split("\n")
    if field.type is bool:
        return text == YES
    if field.type is int:
        return int(text)
    if field.type is Decimal:
        exact = Decimal(text)
        return int(exact) if exact == int(exact) else float(exact)
    return " ".join(text.split())


def as_yaml(field: Field, text: str) -> str:
    """A plain text as YAML writes its value in one line."""
    if field.many:
        return f"[{', '.join(quoted(one) for one in text.split(chr(10)))}]"
    if field.type is Decimal:
        return certain(text)
    if field.type in {bool, int, date}:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text as YAML writes it; a day that is text stays text."""
    written = scalar(text)
    return f'"{written}"' if re.fullmatch(r"[\d-]+", written) else written
