"""A JSON Schema for each kind, made for editors: what may stand where, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from smmkit.docstrings import meanings, summary
from smmkit.documents import KINDS, class_of
from smmkit.documents.base import Mark, Names, RefersTo
from smmkit.editor.hover import Hover, capital, otherwise, wanted
from smmkit.editor.marks import group, marks, said_of
from smmkit.labels import field, value
from smmkit.model import Id, Part
from smmkit.words import Language, Message, Words, say

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ANY = "any-kind"
"""The schema of every kind at once, for files that name no schema themselves."""

STANDARD = "standard"
"""The kind of a file that is no document but a standard; its shape is that of the shipped ones."""

DAY: Json = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
"""A day as text; whether the month has it is asked by `smm validate`."""

LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "min_length": "minLength",
    "max_length": "maxLength",
}
"""Bounds as the models call them, and as schemas do."""

FEW = 10
"""So many whole numbers are offered one by one."""


class Schemas:
    """Schemas in the words of a reader.

    No `$defs`: each field is described where it stands, under its own label. No `default`: an editor
    would type it. `null` is no value: a field without one is taken out.
    """

    def __init__(self, speech: Language, ids: str = "") -> None:
        self.hover = Hover(speech)
        self.ids = ids
        """The schema file that lists the ids of a folder; without it, any id is as good as another."""

    def of(self, kind: str) -> Json:
        """The schema of one kind."""
        type_ = class_of(kind)
        return {
            "$schema": DIALECT,
            **self.part(type_, capital(self.say(value(kind)))),
            **self.hover.of_kind(kind, summary(type_)),
        }

    def any(self) -> Json:
        """The schema of a document whose kind is still to be read, or still to be written."""
        kinds = [*KINDS, STANDARD]
        return {
            "$schema": DIALECT,
            "title": self.say(field("kind")),
            "type": "object",
            "properties": {"kind": self.closed(kinds) | self.hover.of_field("kind")},
            "required": ["kind"],
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                    "then": {"$ref": f"{kind}.json"},
                }
                for kind in KINDS
            ],
        }

    def part(self, type_: type[Part], title: str) -> Json:
        """The schema of a group of fields."""
        said = meanings(type_)
        fields = dict(sorted(type_.model_fields.items(), key=lambda item: item[0] != "kind"))
        return {
            "title": title,
            "type": "object",
            "additionalProperties": False,
            "properties": {name: self.field(name, f, said.get(name)) for name, f in fields.items()},
            "required": [name for name, f in fields.items() if f.is_required()],
        }

    def field(self, name: str, info: FieldInfo, meaning: Message | None) -> Json:
        """The schema of a field, with all that there is to say of it."""
        if name == "kind" and get_origin(info.annotation) is Literal:
            (kind,) = get_args(info.annotation)
            return self.closed([kind]) | self.hover.of_kind(kind, summary(class_of(kind)))
        about = said_of(info.annotation)
        mark = next(marks(info.annotation, info.metadata), None)
        said = [
            meaning or (summary(about) if about else ""),
            wanted(mark) if mark else "",
            otherwise(info.default),
        ]
        return self.type(info.annotation, info.metadata, name) | self.hover.of_field(name, *said)

    def type(self, annotation: Any, metadata: list[Any], name: str) -> Json:
        """The schema of a type; `name` is that of the field which it stands in."""
        origin, options = get_origin(annotation), [*get_args(annotation)]
        if origin is Annotated:
            return self.type(options[0], [*flat(options[1:]), *metadata], name)
        if origin is tuple:
            items = self.type(options[0], [], name)
            bounds = limits(metadata).items()
            return {"type": "array", "items": items} | {
                word.replace("Length", "Items"): bound for word, bound in bounds
            }
        if origin is Literal:
            return self.closed(options)
        if options:  # X | None
            return self.type(options[0], metadata, name)
        for mark in metadata:
            if isinstance(mark, RefersTo | Names):
                return self.reference(mark)
        if issubclass(annotation, StrEnum):
            return self.closed([word.value for word in annotation])
        if issubclass(annotation, Part):
            entry = getattr(annotation, "kind_of_entry", "")
            return self.part(annotation, capital(self.say(value(entry) if entry else field(name))))
        if annotation is Words:
            return self.words(name)
        return self.plain(annotation, metadata)

    def closed(self, words: list[Any]) -> Json:
        """The schema of a closed list of words, each with its label."""
        type_ = "integer" if isinstance(words[0], int) else "string"
        if len(words) == 1:
            return {"type": type_, "const": words[0]}
        return {
            "type": type_,
            "enum": words,
            "markdownEnumDescriptions": self.hover.of_words(words),
        }

    def reference(self, mark: Mark) -> Json:
        """The schema of what names something else; an id that is not there yet is welcome, too.

        Why in this form: so yaml-language-server offers the ids, and where no text stands it says
        that once, and not every id beside it.
        """
        text: Json = {"type": "string", "minLength": 1}
        if self.ids and (name := group(mark)):
            return {"allOf": [text], "anyOf": [{"$ref": f"{self.ids}#/$defs/{name}"}, {}]}
        return text

    def words(self, name: str) -> Json:
        """The schema of what is said in both languages."""
        languages = {"en": {"type": "string"}, "id": {"type": "string"}}
        return {
            "title": self.say(field(name)),
            "type": "object",
            "additionalProperties": False,
            "properties": {
                code: schema | self.hover.texts(value(code), ())
                for code, schema in languages.items()
            },
            "required": list(languages),
        }

    def plain(self, annotation: Any, metadata: list[Any]) -> Json:
        """The schema of text, a number, a flag or a day."""
        if annotation is date:
            return {**DAY, "patternErrorMessage": self.say(advice("day"))}
        if annotation is str:
            schema = {"type": "string", **limits(metadata)}
            if pattern := next((p for m in metadata if (p := getattr(m, "pattern", None))), None):
                schema |= {"pattern": pattern, "patternErrorMessage": self.say(advice(pattern))}
            return schema
        bounds = limits(metadata)
        least, most = bounds.get("minimum"), bounds.get("maximum")
        if annotation is int and least is not None and most is not None and most - least < FEW:
            return {"type": "integer", "enum": [*range(least, most + 1)]}
        return {"type": {bool: "boolean", int: "integer", Decimal: "number"}[annotation], **bounds}

    def say(self, message: Message | Words | str) -> str:
        """A sentence to the reader alone."""
        return self.hover.speech.say(message)


def flat(metadata: Any) -> Iterator[Any]:
    """What is said of a type, one by one: pydantic keeps some of it in a `Field`."""
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else [item]


def limits(metadata: list[Any]) -> Json:
    """The bounds of a number, a text or a list."""
    found = (
        (word, getattr(item, name, None)) for item in metadata for name, word in LIMITS.items()
    )
    return {word: bound for word, bound in found if bound is not None}


def advice(pattern: str) -> Message:
    """What to do where a text does not look as it should."""
    if pattern == "day":
        return say("write year, month and day: 2019-12-31")
    if "sha256" in pattern:
        return say("let `smm approve` write it")
    if "Q[1-4]" in pattern:
        return say('write a year, a quarter or a month in quotes: "2019", "2019-Q3", "2019-07"')
    if pattern == ID:
        return say("only letters, digits, `.`, `_` and `-`; at most 64; a letter or digit first")
    return say("this is not written as it must be")


ID = next(flat(get_args(Id)[1:])).pattern
