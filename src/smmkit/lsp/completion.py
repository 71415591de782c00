"""What may be typed at a place: fields, kinds, words of closed lists, ids, clauses, files, days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from posixpath import dirname, relpath

from lsprotocol import types as t

from smmkit.documents import KINDS, kind_label
from smmkit.editor.hover import Hover
from smmkit.editor.ids import listed
from smmkit.layout import HOME
from smmkit.loading.recognizing import is_document
from smmkit.location import Path
from smmkit.lsp import spoken
from smmkit.lsp.asked import field_at, languages_at, model_of, part_at, rules_at
from smmkit.lsp.folder import Folder
from smmkit.lsp.texts import Text
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import FILE, Reference
from smmkit.words import Language
from smmkit.yaml_text.scalars import scalar
from smmkit.yaml_text.typed import Typed, typed_at

MOST = 500
"""So many are offered; who types on gets others."""

FEW_NUMBERS = 11
"""So many whole numbers are offered one by one."""


Item = Callable[["Offer", int, Text, Typed, Field | None], t.CompletionItem]


@dataclass(frozen=True, slots=True)
class Offer:
    """A word that may be typed, what it is in a few words, and in many."""

    word: str
    detail: str = ""
    text: str = ""
    kind: t.CompletionItemKind = t.CompletionItemKind.Value


def completion(text: Text, at: t.Position, folder: Folder, speech: Language) -> t.CompletionList:
    """What may be typed at a place of a text."""
    typed = typed_at(text.front, *text.place(at)) if text.front is not None else None
    if typed is None:
        return t.CompletionList(is_incomplete=False, items=[])
    model = model_of(text)
    field = None if typed.is_key else field_at(model, typed.steps)
    is_group = field is not None and bool(typed.steps) and isinstance(typed.steps[-1], int)
    if typed.is_key or (is_group and part_at(model, typed.steps) is not None):
        found = list(names(text, typed, speech))
        item: Item = named
    else:
        found = list(values(text, typed, field, folder, speech))
        item = valued
    word = typed.span.text.casefold()
    if len(found) > MOST:
        found = [o for o in found if word in o.word.casefold() or word in o.detail.casefold()]
    items = [item(offer, n, text, typed, field) for n, offer in enumerate(found[:MOST])]
    return t.CompletionList(is_incomplete=len(found) > MOST or folder.known is None, items=items)


def names(text: Text, typed: Typed, speech: Language) -> Iterator[Offer]:
    """The fields that are missing in the group where one is being typed; the required ones first."""
    model = model_of(text)
    part = part_at(model, typed.steps)
    if model is None and not typed.steps:
        yield Offer("kind", kind=t.CompletionItemKind.Field)
    for rule in rules_at(model, typed.steps):
        yield Offer(rule.code, rule.name, speech.word(rule.summary), t.CompletionItemKind.Field)
    for code, label in languages_at(model, typed.steps).items():
        yield Offer(code, speech.say(label), "", t.CompletionItemKind.Field)
    if part is None:
        return
    fields = sorted(fields_of(part).values(), key=lambda field: not field.required)
    for field in fields:
        if field.name not in typed.beside or field.name == typed.span.text:
            told = spoken.of_field(field, speech)
            yield Offer(field.name, speech.say(field.label), told, t.CompletionItemKind.Field)


def values(
    text: Text, typed: Typed, field: Field | None, folder: Folder, speech: Language
) -> Iterator[Offer]:
    """What the field takes whose value is being typed."""
    if typed.steps == ("kind",):
        for kind in ["qms"] if text.path == HOME else [kind for kind in KINDS if kind != "qms"]:
            label = speech.say(kind_label(kind))
            yield Offer(kind, label, spoken.of_kind(kind, speech), t.CompletionItemKind.Class)
    elif field is None or field.part:
        return
    elif field.reference:
        for word, told in referred(text.path, field.reference, folder, speech).items():
            yield Offer(word, told, "", t.CompletionItemKind.Reference)
    elif field.enum:
        for one in field.enum:
            label = speech.say(one.label)
            yield Offer(one.value, label, "", t.CompletionItemKind.EnumMember)
    elif field.choices:
        yield from (Offer(str(choice)) for choice in field.choices)
    else:
        yield from plain(field, folder, speech)


def plain(field: Field, folder: Folder, speech: Language) -> Iterator[Offer]:
    """Values of fields that take any: both of a flag, today, a few whole numbers."""
    least, most = field.limits.get("ge"), field.limits.get("le")
    if field.type is bool:
        for flag in (True, False):
            yield Offer(str(flag).lower(), speech.say(flag))
    elif field.type is date and folder.known:
        day = folder.known.as_of
        yield Offer(day.isoformat(), speech.say(day))
    elif (
        field.type is int and least is not None and most is not None and most - least < FEW_NUMBERS
    ):
        yield from (Offer(str(number)) for number in range(least, most + 1))


def referred(path: str, mark: Reference, folder: Folder, speech: Language) -> Mapping[str, str]:
    """Everything that a reference may name, and what that is."""
    qms = folder.known
    if qms is None:
        return {}
    if mark == FILE:
        ignored = qms.settings.ignore if qms.settings else ()
        files = (file for file in qms.tree.paths() if not is_document(file, ignored))
        return {relpath(file, dirname(path) or "."): "" for file in files}
    return listed(qms, mark, Hover(speech))


def named(
    offer: Offer, place: int, text: Text, typed: Typed, _field: Field | None
) -> t.CompletionItem:
    """A field, with its colon where there is none yet."""
    word = offer.word if typed.has_colon else f"{offer.word}: "
    return item_of(offer, word, place, text, typed)


def valued(
    offer: Offer, place: int, text: Text, typed: Typed, field: Field | None
) -> t.CompletionItem:
    """A value as YAML writes it: quoted where it has to be, in brackets where a list is asked for."""
    word = quoted(offer.word, typed.span.quote, field)
    is_list = field is not None and field.many and not isinstance(last_of(typed.steps), int)
    return item_of(offer, f"[{word}]" if is_list else word, place, text, typed)


def last_of(steps: Path) -> object:
    """The last step of a key path."""
    return steps[-1] if steps else None


def quoted(word: str, quote: str, field: Field | None) -> str:
    """A word between the quotes that stand there; without some, as it needs."""
    if quote in {'"', "'"}:
        return f"{quote}{word}{quote}"
    is_text = field is not None and (field.reference or field.type is str)
    return scalar(word) if is_text else word


def item_of(offer: Offer, word: str, place: int, text: Text, typed: Typed) -> t.CompletionItem:
    """One line of what an editor offers; it may be found by its label, too."""
    documentation = t.MarkupContent(t.MarkupKind.Markdown, offer.text) if offer.text else None
    return t.CompletionItem(
        label=offer.word,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=documentation,
        sort_text=f"{place:05}",
        filter_text=f"{typed.span.quote}{offer.word} {offer.detail}",
        text_edit=t.TextEdit(text.range_of(typed.span), word),
    )
