"""The SWOT analysis as four boxes, and its strategies as four more (TOWS)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from smmkit.arranging.content import arranged, drawn
from smmkit.document_view import DocumentView, joined
from smmkit.documents import Information
from smmkit.documents.context import Pairing, Quadrant, Strategy, Swot, SwotItem
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of, label
from smmkit.page import Heading, Page, Tone
from smmkit.qms import Qms
from smmkit.words import Message, say

TONES = {
    Quadrant.STRENGTH: Tone.GOOD,
    Quadrant.WEAKNESS: Tone.WARN,
    Quadrant.OPPORTUNITY: Tone.GOOD,
    Quadrant.THREAT: Tone.BAD,
}
OTHERS = ("id", "title", "quadrant", "pairing", "weight", "rating")
"""What stands in a box by itself, and needs no name."""


def swot(document: Information, qms: Qms) -> dict[str, Any]:
    """Four quadrants with their scores, four pairings with their strategies."""
    analysis = cast("Swot", document)
    view = DocumentView(qms, analysis)
    quadrants = [quadrant(view, analysis, one) for one in Quadrant]
    pairings = [pairing(view, analysis, one) for one in Pairing]
    strategies = (
        (Page("", "", (Heading(label(Swot, "strategies")),)), drawn("quadrants", fields=pairings))
        if analysis.strategies
        else ()
    )
    return arranged(
        view, drawn("quadrants", fields=quadrants), *strategies, apart="items strategies", flat=True
    )


def quadrant(view: DocumentView, analysis: Swot, which: Quadrant) -> dict[str, Any]:
    """The items of one quadrant, and their scores together where all have one."""
    own = [(n, item) for n, item in enumerate(analysis.items) if item.quadrant is which]
    scores = [item.weight * item.rating for _, item in own if item.weight and item.rating]
    whole = bool(own) and len(scores) == len(own)
    return {
        "title": which.label,
        "tone": TONES[which],
        "sum": say("Score {score}", score=sum(scores, Decimal(0))) if whole else "",
        "items": [{"text": head(item), "note": notes(view, item, ("items", n))} for n, item in own],
    }


def pairing(view: DocumentView, analysis: Swot, which: Pairing) -> dict[str, Any]:
    """The strategies that join two quadrants."""
    own = [(n, one) for n, one in enumerate(analysis.strategies) if one.pairing is which]
    return {
        "title": which.label,
        "tone": Tone.MUTED,
        "sum": "",
        "items": [
            {"text": head(one), "note": notes(view, one, ("strategies", n))} for n, one in own
        ],
    }


def head(part: SwotItem | Strategy) -> Message:
    """An item by its id and words, with its weight and rating."""
    said = say("{id}: {title}", id=part.id, title=part.title)
    if not isinstance(part, SwotItem) or part.weight is None or part.rating is None:
        return said
    score = part.weight * part.rating
    return joined("", [said, " (", part.weight, " × ", part.rating, " = ", score, ")"])


def notes(view: DocumentView, part: SwotItem | Strategy, steps: tuple[str, int]) -> Message | str:
    """What else is said of it, in small letters below."""
    said = [
        say("{name}: {value}", name=field.label, value=spoken(view, field, value, (*steps, name)))
        for name, field in fields_of(type(part)).items()
        if (value := getattr(part, name)) not in (None, (), "")
        and (name not in OTHERS or (name in ("weight", "rating") and alone(part)))
    ]
    return joined("\n", said) if said else ""


def spoken(view: DocumentView, field: Field, value: Any, steps: Path) -> Any:
    """A value in one line."""
    if isinstance(value, tuple):
        return joined("; ", [view.title_of(id_) for id_ in value])
    return view.spoken(field, value, steps)


def alone(part: SwotItem | Strategy) -> bool:
    """Whether an item has a weight or a rating, but not both."""
    return isinstance(part, SwotItem) and (part.weight is None) != (part.rating is None)
