"""How a cause was searched for: the chain of whys, and the fishbone of what may have caused it."""

from __future__ import annotations

from typing import Any

from smmkit.arranging.content import drawn
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.model.fields import label


def searched(found: AuditFinding | CorrectiveAction) -> list[dict[str, Any]]:
    """What is drawn of it; nothing where nothing is said."""
    parts = []
    if found.whys:
        parts.append(drawn("whys", title=label(type(found), "whys"), steps=list(found.whys)))
    if found.causes:
        bones: dict[str, list[str]] = {}
        for one in found.causes:
            bones.setdefault(one.bone, []).append(one.what)
        sides = [{"title": bone, "items": items} for bone, items in bones.items()]
        title = label(type(found), "causes")
        parts.append(drawn("fishbone", title=title, head=found.title, bones=sides))
    return parts
