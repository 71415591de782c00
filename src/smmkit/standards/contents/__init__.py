"""What a document of each kind says once it holds, as data."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.standards.vocabulary.parts import Claim
from smmkit.yaml_text.reading import read_ours


class Asked(Part):
    """Fields that documents of a kind, or the parts in them, have filled in."""

    of: tuple[Text, ...]
    """The kinds; or `maintained` for all documents, `retained` for all records."""
    at: Text | None = None
    """The part that is looked at, through lists; without it, the document itself."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Only documents, or entries of the list, whose fields have one of these values."""
    once: Text | None = None
    """Only documents, or parts, in which this field is filled in."""
    unless: dict[str, Claim] = Field(default_factory=dict)
    """Not documents, or parts, in which such words of a field make it needless."""
    fields: tuple[Text, ...]
    """What is filled in: a field, a field in a part of it, or one of `a|b`."""
    clause: Text
    """Where it comes from: a clause of the standard, else of the first one."""
    standard: Text | None = None
    """Only where the QMS answers to this standard."""


class Contents(Part):
    """What is asked of all kinds."""

    kind: Literal["contents"]
    id: Text
    groups: tuple[Asked, ...]


@cache
def shipped_contents() -> Contents:
    """What smmkit asks for where a folder says nothing else."""
    text = (SHIPPED / "contents" / "contents.yaml").read_text("utf-8")
    return Contents.model_validate(read_ours(text))
