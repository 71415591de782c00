"""What the fields of a kind refer to: other documents, entries in them, clauses, standards, files."""

from __future__ import annotations

from smmkit.documents import KINDS, class_of
from smmkit.model.fields import fields_of, parts_of
from smmkit.model.marks import FILE, Reference, RefersTo


def list_name(mark: Reference) -> str:
    """The name of the list of all that a mark may mean; none for files."""
    if isinstance(mark, RefersTo):
        return "-or-".join(mark.kinds) or "anything"
    return mark.what if mark != FILE else ""


def id_lists() -> dict[str, Reference]:
    """Every list of ids that some field of some kind asks for."""
    found: dict[str, Reference] = {}
    for kind in KINDS:
        for part in (class_of(kind), *parts_of(class_of(kind))):
            for field in fields_of(part).values():
                if field.reference and (name := list_name(field.reference)):
                    found[name] = field.reference
    return dict(sorted(found.items()))
