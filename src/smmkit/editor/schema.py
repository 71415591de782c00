"""A JSON Schema for each kind, made for editors: what may stand where, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from smmkit.documents import KINDS, Entry, Information, class_of, kind_label
from smmkit.documents.types import Spoken
from smmkit.editor.hover import Hover, Sentence, capital, otherwise, what_it_names
from smmkit.editor.id_lists import list_name
from smmkit.model import patterns
from smmkit.model.docstrings import summary
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import Reference, Trait
from smmkit.model.patterns import PATTERNS
from smmkit.rules import rules_with_settings
from smmkit.words import Language, Message, Words

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
            **self.part(type_, capital(self.say(kind_label(kind)))),
            **self.hover.of_kind(kind, summary(type_)),
        }

    def any(self) -> Json:
        """The schema of a document whose kind is still to be read, or still to be written."""
        kinds, kind = [*KINDS, STANDARD], fields_of(Information)["kind"]
        return {
            "$schema": DIALECT,
            "title": self.say(kind.label),
            "type": "object",
            "properties": {
                "kind": self.closed(kinds, map(kind_label, kinds)) | self.hover.of_field(kind)
            },
            "required": ["kind"],
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                    "then": {"$ref": f"{name}.json"},
                }
                for name in KINDS
            ],
        }

    def part(self, type_: type[BaseModel], title: str) -> Json:
        """The schema of a group of fields."""
        fields = sorted(fields_of(type_).values(), key=lambda field: field.name != "kind")
        return {
            "title": title,
            "type": "object",
            "additionalProperties": False,
            "properties": {field.name: self.field(field) for field in fields},
            "required": [field.name for field in fields if field.required],
        }

    def field(self, field: Field) -> Json:
        """The schema of a field, with all that there is to say of it."""
        if field.name == "kind" and len(field.choices) == 1:
            (kind,) = field.choices
            return self.closed([kind], ()) | self.hover.of_kind(kind, summary(class_of(kind)))
        sentences = [
            field.meaning or (summary(field.part) if field.part else ""),
            what_it_names(field.reference) if field.reference else "",
            otherwise(field.default),
        ]
        return self.values(field) | self.hover.of_field(field, *sentences)

    def values(self, field: Field) -> Json:
        """The schema of what a field takes: of one value, or of a list of them."""
        if not field.many:
            return self.single(field)
        bounds = limits(field.list_limits).items()
        return {"type": "array", "items": self.single(field)} | {
            word.replace("Length", "Items"): bound for word, bound in bounds
        }

    def single(self, field: Field) -> Json:
        """The schema of one value."""
        if field.reference:
            return self.reference(field.reference)
        if field.has(Trait.BY_RULE):
            return self.rules(field)
        if field.enum and field.is_open:
            words = self.closed([word.value for word in field.enum], [w.label for w in field.enum])
            return {"allOf": [{"type": "string", "minLength": 1}], "anyOf": [words, {}]}
        if field.choices:
            labels = [word.label for word in field.enum] if field.enum else field.choices
            return self.closed(list(field.choices), labels)
        if field.part:
            entry = field.part.kind_of_entry if issubclass(field.part, Entry) else ""
            label = kind_label(entry) if entry else field.label
            return self.part(field.part, capital(self.say(label)))
        if field.type is Words:
            return self.words(field)
        return self.plain(field)

    def closed(self, words: list[Any], labels: Iterable[Sentence]) -> Json:
        """The schema of a closed list of words, each with its label."""
        type_ = "integer" if isinstance(words[0], int) else "string"
        if len(words) == 1:
            return {"type": type_, "const": words[0]}
        return {
            "type": type_,
            "enum": words,
            "markdownEnumDescriptions": self.hover.of_words(labels),
        }

    def reference(self, mark: Reference) -> Json:
        """The schema of what names something else; an id that is not there yet is welcome, too.

        Why in this form: so yaml-language-server offers the ids, and where no text stands it says
        that once, and not every id beside it.
        """
        text: Json = {"type": "string", "minLength": 1}
        if self.ids and (name := list_name(mark)):
            return {"allOf": [text], "anyOf": [{"$ref": f"{self.ids}#/$defs/{name}"}, {}]}
        return text

    def rules(self, field: Field) -> Json:
        """The schema of settings of rules: of those rules that have some."""
        return {
            "title": self.say(field.label),
            "type": "object",
            "additionalProperties": False,
            "properties": {
                rule.code: self.part(settings, f"{rule.code} {rule.name}")
                | self.hover.texts(
                    f"{rule.code} {rule.name}", (Message(rule.summary, {}), Message(rule.why, {}))
                )
                for rule, settings in rules_with_settings()
            },
            "required": [],
        }

    def words(self, field: Field) -> Json:
        """The schema of what is said in both languages."""
        languages = {"en": {"type": "string"}, "id": {"type": "string"}}
        return {
            "title": self.say(field.label),
            "type": "object",
            "additionalProperties": False,
            "properties": {
                code: schema | self.hover.texts(Spoken(code).label, ())
                for code, schema in languages.items()
            },
            "required": list(languages),
        }

    def plain(self, field: Field) -> Json:
        """The schema of text, a number, a flag or a day."""
        bounds = limits(field.limits)
        if field.type is date:
            return {**DAY, "patternErrorMessage": self.say(patterns.DAY.advice)}
        if field.type is str:
            schema = {"type": "string", **bounds}
            if pattern := field.limits.get("pattern"):
                schema |= {"pattern": pattern}
                if pattern in PATTERNS:
                    schema |= {"patternErrorMessage": self.say(PATTERNS[pattern].advice)}
            return schema
        least, most = bounds.get("minimum"), bounds.get("maximum")
        if field.type is int and least is not None and most is not None and most - least < FEW:
            return {"type": "integer", "enum": [*range(least, most + 1)]}
        return {"type": {bool: "boolean", int: "integer", Decimal: "number"}[field.type], **bounds}

    def say(self, message: Message | Words | str) -> str:
        """A sentence to the reader alone."""
        return self.hover.speech.say(message)


def limits(bounds: Mapping[str, Any]) -> Json:
    """The bounds of a number, a text or a list, as schemas call them."""
    return {word: bounds[name] for name, word in LIMITS.items() if name in bounds}
