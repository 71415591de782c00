"""The kind that a file means which says none, or one that is not known."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import basename, dirname
from typing import Any

from smmkit.corrections.near_words import nearest_hint, phrase_in
from smmkit.corrections.officials import FIELDS, comparable, kinds_by_word, meanings
from smmkit.kinds import KINDS, document_label
from smmkit.names import every_name
from smmkit.words import Message, say
from smmkit.yaml_text.source import Source


def unknown_kind(source: Source) -> tuple[Message, Message]:
    """What to say of a file that says no kind, or one that is not known."""
    values = source.values
    kind = values.get("kind")
    if kind is None:
        if named := key_of_kind(values):
            return say("the field that says the kind is called `kind`"), kind_meant(values[named])
        return say("the file does not say its kind"), kind_by_place(source)
    if isinstance(kind, list) and len(kind) == 1:
        kind = kind[0]
    return say("there is no kind {kind}", kind=str(kind)), nearest_kind(str(kind))


def key_of_kind(values: Mapping[str, Any]) -> str:
    """The field under which a file says its kind, where that is not `kind`."""
    return next((k for k, v in values.items() if is_kind(k) and isinstance(v, str)), "")


def kind_by_place(source: Source) -> Message:
    """The kind of a file that says none: as its id begins, and its folder is called."""
    if dirname(source.path) == "standards":
        return say("write {words}", words="`kind: standard`")
    if kind := kind_named(source):
        line = f"`kind: {kind}`"
        return say("if {word} is meant: write {line}", word=document_label(kind), line=line)
    return say("write `kind:`, and one of the kinds that `smm new` names")


def kind_named(source: Source) -> str:
    """The one kind whose ids begin as that of a file does, of several the one with such a folder."""
    said = str(source.values.get("id") or basename(source.path)).partition("-")[0].upper()
    folder = basename(dirname(source.path))
    named = {
        kind: pairs for kind, pairs in every_name().items() if said in {one for one, _ in pairs}
    }
    here = [kind for kind, pairs in named.items() if folder in {home for _, home in pairs}]
    found = here or [*named]
    return found[0] if len(found) == 1 else ""


def is_kind(key: object) -> bool:
    """Whether a key is `kind` in other letters, or as offices call it."""
    return is_called(key, "kind")


def is_called(key: object, name: str) -> bool:
    """Whether a key is a field in other letters, or as offices call it."""
    return isinstance(key, str) and (key.casefold() == name or bool(meanings(key, FIELDS, (name,))))


def kind_meant(word: str) -> Message:
    """The line that says the kind of this word."""
    return say("write {words}", words=f"`kind: {word}`") if word in KINDS else nearest_kind(word)


def kinds_called(word: str) -> tuple[str, ...]:
    """The kinds that an office calls by this word."""
    words = kinds_by_word()
    found = words.get(comparable(word)) or words.get(phrase_in(word, words), ())
    bare = comparable(word).replace(" ", "")  # ketidak sesuaian
    return found or next(
        (kinds for one, kinds in words.items() if one.replace(" ", "") == bare), ()
    )


def nearest_kind(word: str) -> Message:
    """The kind that was meant, in another word or with a slip of the pen; or how to find it."""
    match kinds_called(word):
        case (kind,):
            return say("write {words}", words=f"`kind: {kind}`")
        case ():
            return nearest_hint(word, list(KINDS), say("`smm new` names the kinds"))
        case several:
            return say("write one of: {words}", words=[f"`kind: {kind}`" for kind in several])
