"""Every kind of document, as a class; `kinds.py` is their roll-call."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from smmkit.documents.base import Document, Entry, Information, Record, Register, Thing
from smmkit.kinds import KINDS, document_label
from smmkit.model.fields import parts_of
from smmkit.words import Message, label_of

_resolved: dict[str, type[Information]] = {}


def class_of(kind: str) -> type[Information]:
    """The class of a kind.

    Raises:
        KeyError: there is no such kind.
    """
    if kind not in _resolved:
        module, _, name = KINDS[kind].home.partition(":")
        _resolved[kind] = getattr(import_module(f"smmkit.documents.{module}"), name)
    return _resolved[kind]


def kind_label(word: str) -> Message:
    """How a kind is called in front of a reader: one of documents, or of the entries in them."""
    return document_label(word) if word in KINDS else label_of(word, entry_kinds().get(word, ""))


@cache
def entry_kinds() -> dict[str, str]:
    """The kind of every sort of entry, and its label where the word does not say it."""
    return {entry.kind_of_entry: entry.kind_label for entry, _ in entries_and_homes()}


def homes_of_entries() -> dict[str, str]:
    """The kind of documents in which the entries of a kind stand; the first, where there are several."""
    return {entry.kind_of_entry: kind for entry, kind in reversed([*entries_and_homes()])}


def entries_and_homes() -> Iterator[tuple[type[Entry], str]]:
    """Every sort of entry, with each kind of documents that has some."""
    for kind in KINDS:
        yield from ((part, kind) for part in parts_of(class_of(kind)) if issubclass(part, Entry))


__all__ = [
    "KINDS",
    "Document",
    "Entry",
    "Information",
    "Record",
    "Register",
    "Thing",
    "class_of",
    "entry_kinds",
    "homes_of_entries",
    "kind_label",
]
