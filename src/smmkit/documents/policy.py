"""The quality policy: one sentence, its points, and prose."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from smmkit.documents.base import Document, Entry
from smmkit.part import Text


class Theme(StrEnum):
    """What the juknis (II.A3) asks a policy to speak of."""

    QUALITY = "quality"
    SECURITY = "security"
    SERVICE = "service"
    SATISFACTION = "satisfaction"


class PolicyPoint(Entry):
    """One point of the policy; objectives follow from it."""

    kind_of_entry: ClassVar[str] = "policy-point"

    themes: tuple[Theme, ...] = ()


class QualityPolicy(Document):
    """What top management commits itself to (ISO 9001, 5.2; juknis II.A3)."""

    shape: ClassVar[str] = "md"

    kind: Literal["quality-policy"]
    sentence: Text
    """The policy in one sentence."""
    points: tuple[PolicyPoint, ...] = ()
