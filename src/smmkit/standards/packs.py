"""What is no document, but what documents are held against: the classes of packs, by their `kind:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smmkit.standards import Standard

if TYPE_CHECKING:
    from smmkit.standards.contents import Contents
    from smmkit.standards.cycles import Cycle
    from smmkit.standards.drills import Drill
    from smmkit.standards.journeys import Journey

PACKS = {
    "standard": "packs",
    "drill": "drills",
    "contents": "contents",
    "cycle": "cycles",
    "journey": "journeys",
}
"""What is no document, but what documents are held against: where the QMS keeps it, by its `kind:`."""


def pack_class(
    kind: str,
) -> type[Standard] | type[Drill] | type[Contents] | type[Cycle] | type[Journey]:
    """The class of a pack; that of another than a standard is imported only where a folder has one."""
    match kind:
        case "drill":
            from smmkit.standards.drills import Drill

            return Drill
        case "contents":
            from smmkit.standards.contents import Contents

            return Contents
        case "cycle":
            from smmkit.standards.cycles import Cycle

            return Cycle
        case "journey":
            from smmkit.standards.journeys import Journey

            return Journey
    return Standard
