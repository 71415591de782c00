"""The fields of a new document, as answers for them are read; each is checked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_origin

from smmkit.corrections.officials import comparable, table
from smmkit.corrections.spoken_values import day_meant
from smmkit.errors import SmmError
from smmkit.few import at_most
from smmkit.words import ClosedList, Language, say
from smmkit.words.numbers import IN_TWO_WAYS, certain, in_two_ways, number_meant
from smmkit.yaml_text.scalars import clean, scalar

if TYPE_CHECKING:
    from smmkit.model.fields import Field
    from smmkit.qms import Qms

SHOWN = 15
"""So many ids are named where one is unknown."""

NEVER = frozenset({"kind", "id", "approvals", "checked_against", "copies"})
"""Fields that nobody answers."""

WORK = ("service", "service-standard", "process", "procedure", "document")
"""What a reference to anything is offered: the work, and what rules it."""


class FieldAnswers:
    """The fields of one kind, as answers for them are read in a QMS."""

    def __init__(self, kind: str, qms: Qms, speech: Language) -> None:
        from smmkit.documents import class_of
        from smmkit.model.fields import fields_of

        self.qms, self.speech = qms, speech
        self.type = class_of(kind)
        self.fields = {n: f for n, f in fields_of(self.type).items() if n not in NEVER}

    def from_options(self, pairs: Iterable[str]) -> dict[str, str]:
        """The answers of `--set FIELD=VALUE`, as YAML.

        Raises:
            SmmError: one is no pair, names no field, or holds what cannot be used.
        """
        from smmkit.corrections.near_words import nearest_hint
        from smmkit.corrections.unknown_fields import meant_fields

        found: dict[str, list[str]] = {}
        for pair in pairs:
            name, equals, text = pair.partition("=")
            name = name.strip()
            if not equals:
                raise SmmError(say("{text} is no answer; write FIELD=VALUE", text=pair))
            if name not in self.fields:
                meant = meant_fields(name, {n: f.label for n, f in self.fields.items()})
                hint = (
                    say("write one of: {words}", words=list(meant))
                    if meant
                    else nearest_hint(name, list(self.fields))
                )
                raise SmmError(say("there is no field {name}; {hint}", name=name, hint=hint))
            field = self.fields[name]
            if not is_typed(field):
                raise SmmError(
                    say(
                        "{name} takes more than a word or a number; write it in the file", name=name
                    )
                )
            found[name] = [*(found.get(name, ()) if field.many else ()), *self.read_all(name, text)]
        return {
            name: f"[{', '.join(said)}]" if self.fields[name].many else said[-1]
            for name, said in found.items()
        }

    def read_all(self, name: str, text: str) -> list[str]:
        """The answers in a text: of ids, numbers and words of a list several, with commas between them.

        Raises:
            SmmError: one cannot be used.
        """
        field = self.fields[name]
        is_list = field.many and (
            field.reference is not None or field.enum or field.type is not str
        )
        parts = re.split(r"[,;]", text) if is_list else [text]
        return [self.read(name, one) for one in parts if one.strip() or len(parts) == 1]

    def read(self, name: str, text: str, called: str = "") -> str:
        """An answer as YAML writes it; `called` is what its field was called in the question.

        Raises:
            SmmError: it cannot be used; the message says why, and what can.
        """
        from pydantic import TypeAdapter, ValidationError

        from smmkit.corrections.put_right import known_of, put_right
        from smmkit.corrections.wrong_values import wrong_value

        field = self.fields[name]
        text = self.id_meant(field, clean(text))
        value_, written = self.interpret(field, text)
        try:
            adapter = TypeAdapter(self.type.model_fields[name].rebuild_annotation())
            adapter.validate_python((value_,) if field.many else value_)
        except ValidationError as error:
            wrong = error.errors(include_url=False)[0]
            said = wrong | known_of(wrong, field)
            message, hint = wrong_value(said, called or name, put_right(said, field))
            if hint is not None:
                message = say("{message}; {hint}", message=message, hint=hint)
            raise SmmError(message) from error
        self.check_reference(field, text)
        return written

    def interpret(self, field: Field, text: str) -> tuple[Any, str]:
        """What an answer means, as a value and as YAML; what means nothing stays text."""
        if field.enum and field.is_open:
            word = self.word_meant(field, text)
            return word, scalar(word)
        match field.type:
            case type() as enum if issubclass(enum, ClosedList):
                word = self.word_meant(field, text)
                return word, word
            case type() as day if day is date:
                known = day_meant(text)
                written = known[0].isoformat() if known and known[1] else text
                return written, written
            case type() as flag if flag is bool:
                word = next(iter(table("flags").get(comparable(text), ())), text)
                return {"true": True, "false": False}.get(word, text), word
            case type() as number if number in {int, Decimal}:
                return as_number(text)
        if get_origin(field.type) is not None:
            return text, scalar(text)
        quoted = scalar(text)
        return text, f'"{text}"' if quoted == text and "pattern" in field.limits else quoted

    def word_meant(self, field: Field, text: str) -> str:
        """The word of a closed list that is meant: itself, by its label, or as offices call it."""
        from smmkit.corrections.spoken_words import word

        meant = word(text, field)
        return meant.yaml if meant and meant.is_certain else text

    def id_meant(self, field: Field, text: str) -> str:
        """The id that is meant: itself, or what alone is called so."""
        known = self.names(field)
        if text in known:
            return text
        said = comparable(text)
        found = [id_ for id_, called in known.items() if said == comparable(called)]
        return found[0] if said and len(found) == 1 else text

    def check_reference(self, field: Field, text: str) -> None:
        """See that what an answer names is there.

        Raises:
            SmmError: it is not.
        """
        from smmkit.analyses.references.nearest import ids_near
        from smmkit.analyses.references.nearest_clause import nearest_clause
        from smmkit.model.marks import CLAUSE, STANDARD, RefersTo

        known = list(self.names(field))
        if field.reference is None or text in known or text in self.qms.stub_of:
            return
        if field.reference is CLAUSE:
            pack, number = self.clause(text)
            if pack is None or number in pack.known or number in pack.requirement_ids:
                return
            hint = nearest_clause(number, frozenset(pack.known)) or say(
                "write one of the {standard}, such as 8.5.1", standard=pack.id
            )
            raise SmmError(say("there is no clause {number}; {hint}", number=number, hint=hint))
        if field.reference is STANDARD and self.qms.standard(text) is not None:
            return
        if not known:
            raise SmmError(say("there is no {id}", id=text))
        kinds = field.reference.kinds if isinstance(field.reference, RefersTo) else ()
        low = {id_.casefold(): id_ for id_ in known}
        alike = [low[text.casefold()]] if text.casefold() in low else []
        if found := alike or ids_near(self.qms, text, kinds):
            hint = (
                say("did you mean {word}?", word=found[0])
                if len(found) == 1
                else say("write one of: {words}", words=found)
            )
        else:
            hint = say("write one of: {words}", words=at_most(SHOWN, known))
        raise SmmError(say("there is no {id}; {hint}", id=text, hint=hint))

    def clause(self, name: str) -> tuple[Any, str]:
        """The standard and the number that a clause names."""
        standard, slash, number = name.rpartition("/")
        return self.qms.standard(standard if slash else self.qms.standard_ids[0]), number

    def names(self, field: Field) -> dict[str, str]:
        """What a reference may name, by id, and what it is called."""
        from smmkit.model.marks import STANDARD, RefersTo

        if field.reference is STANDARD:
            return dict.fromkeys(self.qms.standard_ids, "")
        if not isinstance(field.reference, RefersTo):
            return {}
        kinds = field.reference.kinds
        things = self.qms.things.items()
        return {id_: t.title for id_, t in things if not kinds or t.is_a in kinds}

    def offered_names(self, field: Field) -> dict[str, str]:
        """What a reference most likely names: where it may be anything, services and documents."""
        if not is_any(field):
            return self.names(field)
        things = self.qms.things.items()
        return {id_: t.title for kind in WORK for id_, t in things if t.is_a == kind}


def as_number(text: str) -> tuple[Any, str]:
    """A number, as a value and as YAML; text that is none stays what it is.

    Raises:
        SmmError: it can be read in two ways.
    """
    if IN_TWO_WAYS.fullmatch(text):
        raise SmmError(in_two_ways(text))
    found = number_meant(text)
    if found is None or not found[1]:
        return text, text
    return (float(found[0]) if "." in found[0] else int(found[0])), certain(found[0])


def is_typed(field: Field) -> bool:
    """Whether what a field takes, one or many, can be typed."""
    from smmkit.model.marks import FILE

    return field.part is None and field.reference is not FILE


def is_any(field: Field) -> bool:
    """Whether a field names something of whatever kind."""
    from smmkit.model.marks import RefersTo

    return isinstance(field.reference, RefersTo) and not field.reference.kinds
