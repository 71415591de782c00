"""Every kind of document, as a class; `kinds.py` is their roll-call."""

from importlib import import_module

from smmkit.documents.base import Document, Entry, Information, Record, Register, Thing
from smmkit.kinds import KINDS

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


__all__ = [
    "KINDS",
    "Document",
    "Entry",
    "Information",
    "Record",
    "Register",
    "Thing",
    "class_of",
]
