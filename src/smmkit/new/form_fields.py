"""Which fields of a kind a form asks for, and which it uses at once."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Entry, Register, class_of
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import FILE, Trait


def fields_to_ask(kind: str) -> dict[str, Field]:
    """What somebody who begins a document is asked for: required fields with a single value."""
    return {
        name: field
        for name, field in fields_of(class_of(kind)).items()
        if field.required and name not in {"kind", "id", "version"}
        if not (field.many or field.part or field.reference is FILE)
    }


def is_needed(field: Field) -> bool:
    """Whether a form uses a field at once; a register is there for its entries."""
    is_list = issubclass(field.owner, Register) and field.many
    is_entries = is_list and field.part is not None and issubclass(field.part, Entry)
    return field.required or field.has(Trait.USED) or is_entries


TIME = {"since": "first_day", "until": "last_day"}
"""The fields with the time of a document, and the blanks for the days of its parts."""


def is_of_a_time(kind: str) -> bool:
    """Whether documents of a kind are about the time from a day to another: an audit programme."""
    fields = fields_of(class_of(kind))
    return all(n in fields and fields[n].required and fields[n].type is date for n in TIME)
