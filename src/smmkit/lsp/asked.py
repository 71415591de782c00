"""What is asked for at a place of a text: which fields may stand there, and what a field takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of_words

from pydantic import BaseModel

from smmkit.documents import KINDS, class_of
from smmkit.documents.types import Spoken
from smmkit.layout import HOME
from smmkit.location import KEY, Path
from smmkit.lsp.texts import Text
from smmkit.model.fields import Field, fields_of, is_part
from smmkit.model.marks import Trait
from smmkit.problem import Rule
from smmkit.rules import rules_with_settings
from smmkit.standards.packs import PACKS
from smmkit.words import Message, Words
from smmkit.yaml_text.spans import value_of


def model_of(text: Text) -> type[BaseModel] | None:
    """The class of what a text is, by its `kind:`; None where that is not known yet."""
    kind = value_of(text.spans, "kind")
    if kind in KINDS and (kind == "qms") == (text.path == HOME):
        return class_of(kind)
    return PACKS[kind].class_ if kind in PACKS else None


def field_at(model: type[BaseModel] | None, steps: Path) -> Field | None:
    """The field that a key path leads to, of settings of rules too; None where it leads to none."""
    here: type[BaseModel] | None = model
    field: Field | None = None
    by_rule = False
    for step in steps:
        if step is KEY or isinstance(step, int):
            continue
        if by_rule:
            here, by_rule, field = settings_of(str(step)), False, None
            continue
        if here is None or str(step) not in fields_of(here):
            return None
        field = fields_of(here)[str(step)]
        by_rule = field.has(Trait.BY_RULE)
        here = field.type if is_part(field.type) else None
    return field


def part_at(model: type[BaseModel] | None, steps: Path) -> type[BaseModel] | None:
    """The part whose fields may stand at a key path; None where none may."""
    if not steps:
        return model
    named = [str(step) for step in steps if isinstance(step, str)]
    above = field_at(model, tuple(named[:-1]))
    if above is not None and above.has(Trait.BY_RULE):
        return settings_of(named[-1])
    field = field_at(model, steps)
    return field.part if field else None


def settings_of(code: str) -> type[BaseModel] | None:
    """The class of the settings of a rule, by its code; None where it has none."""
    return next((part for rule, part in rules_with_settings() if rule.code == code), None)


def rules_at(model: type[BaseModel] | None, steps: Path) -> list[Rule]:
    """The rules whose settings may stand at a key path."""
    field = field_at(model, steps) if steps else None
    return [rule for rule, _ in rules_with_settings()] if field and field.has(Trait.BY_RULE) else []


def languages_at(model: type[BaseModel] | None, steps: Path) -> Mapping[str, Message]:
    """The languages in which something is said at a key path, where it is said in both."""
    field = field_at(model, steps) if steps else None
    if field is None or field.type is not Words:
        return {}
    return {one.name: Spoken(one.name).label for one in fields_of_words(Words)}
