"""What is shown of the key or the value that a mouse rests on."""

from __future__ import annotations

from lsprotocol import types as t

from smmkit.location import KEY
from smmkit.lsp import spoken
from smmkit.lsp.asked import field_at, languages_at, model_of, rules_at
from smmkit.lsp.folder import Folder
from smmkit.lsp.texts import Text
from smmkit.model.fields import Field
from smmkit.model.marks import Names, RefersTo, Trait
from smmkit.words import Language
from smmkit.yaml_text.spans import Span, at_place


def hover(text: Text, at: t.Position, folder: Folder, speech: Language) -> t.Hover | None:
    """What there is to say at a place of a text; None where there is nothing."""
    span = at_place(text.spans, *text.place(at))
    said = of_span(text, span, folder, speech) if span else ""
    if not span or not said:
        return None
    return t.Hover(t.MarkupContent(t.MarkupKind.Markdown, said), text.range_of(span))


def of_span(text: Text, span: Span, folder: Folder, speech: Language) -> str:
    """What there is to say of a key, or of a value."""
    model = model_of(text)
    if span.is_key:
        return of_key(text, span, speech)
    if span.steps == ("kind",):
        return spoken.of_kind(span.text, speech)
    field = field_at(model, span.steps)
    return of_value(span.text, field, folder, speech) if field else ""


def of_key(text: Text, span: Span, speech: Language) -> str:
    """What a field means, a rule promises, a language is."""
    model, around, name = model_of(text), span.steps[:-2], span.text
    field = field_at(model, (*around, name, KEY))
    if field is not None:
        return spoken.of_field(field, speech)
    rule = next((rule for rule in rules_at(model, around) if rule.code == name), None)
    if rule is not None:
        return f"**{rule.code}** {rule.name}: {speech.word(rule.summary)}"
    label = languages_at(model, around).get(name)
    return speech.say(label) if label else ""


def of_value(word: str, field: Field, folder: Folder, speech: Language) -> str:
    """What an id names, and what a word of a closed list means."""
    if isinstance(field.reference, RefersTo) or field.has(Trait.KEY):
        return spoken.of_id(word, folder, speech)
    if isinstance(field.reference, Names):
        return spoken.of_name(word, field.reference, folder.known, speech) if folder.known else ""
    return spoken.of_word(word, field, speech)
